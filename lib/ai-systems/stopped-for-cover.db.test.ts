import { describe, expect, it } from 'vitest'
import { practiceWithSystem } from '#lib/testing/ai-systems'
import { valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { duplicateSystem } from './commands.ts'
import { stoppedForCover } from './stopped-for-cover.ts'

const database = useTestDatabase()
const nothing = { systems: [], total: 0 }

describe('what the gate stopped', () => {
  it('stands before those who decide, whoever owns it, and before nobody else', async () => {
    const { practice, officer, owner, id } = await practiceWithSystem(database.owner)
    expect(await stoppedForCover(officer)).toEqual(nothing)
    const stop = (which: string) =>
      database.owner.query(
        `UPDATE "AiSystem" SET stage = 'suspended-pending', "stageReason" = 'AGR-001 with Acme ended.', "stageSince" = '2026-11-23' WHERE id = $1`,
        [which],
      )
    await stop(id)
    for (const decider of [officer, owner])
      expect(await stoppedForCover(decider)).toEqual({
        systems: [
          { id, label: 'AI-001 Ambient scribe', reason: 'AGR-001 with Acme ended.', since: '2026-11-23' },
        ],
        total: 1,
      })
    expect(await stoppedForCover(await practice.actor('staff'))).toEqual(nothing)
    const { officer: stranger } = await practiceWithSystem(database.owner)
    expect(await stoppedForCover(stranger)).toEqual(nothing)
    for (let made = 0; made < 6; made += 1) await stop(valueOf(await duplicateSystem(officer, { id })).id)
    expect(await stoppedForCover(officer)).toMatchObject({ systems: { length: 5 }, total: 7 })
  })
})
