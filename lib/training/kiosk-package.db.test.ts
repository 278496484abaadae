import { afterAll, expect, it } from 'vitest'
import { packageTraining } from '#lib/testing/course-packages'
import { closeSpools } from '#lib/testing/evidence'
import { valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import * as training from '#lib/testing/training'
import { givePin, openKiosk } from './kiosk-commands.ts'
import { fromKiosk, seeKiosk } from './kiosk-take.ts'
import { choosePin, enter } from './kiosk-turn.ts'

const database = useTestDatabase()
const own = '480271'
afterAll(closeSpools)

it('a shared tablet leaves out what plays a package, says so, and signs none of it', async () => {
  const at = new Date()
  const made = await training.practiceWithCampaign(database.owner)
  const { officer, nurse, practice } = made
  const played = await packageTraining(database.owner, officer, nurse)
  await played.report()
  const { token } = valueOf(await openKiosk(officer, { siteId: practice.siteA, name: 'Break room' }))
  const { pin } = valueOf(await givePin(officer, { personId: nurse.personId }))
  const entered = await enter(token, { person: nurse.personId, pin }, at)
  if (!entered?.ok) throw new Error('not let in')
  const secrets = { token, turn: entered.turn }
  expect(await choosePin(secrets, { pin: own, again: own }, at)).toEqual({ ok: true })
  const view = await seeKiosk(secrets, played.id, at)
  expect(view).toMatchObject({ at: 'trainings', items: [{ id: made.assignmentId }], elsewhere: 1 })
  const from = { address: '', userAgent: '' }
  expect(await fromKiosk(secrets, { what: 'sign', ...played.sending }, from, at)).toEqual({
    ...{ ok: false, reason: 'gone' },
  })
  // Nor when the list does not know of the package yet.
  await database.owner.query('UPDATE "Course" SET "hasPackage" = false')
  expect(await seeKiosk(secrets, played.id, at)).toMatchObject({ at: 'trainings' })
  expect(await fromKiosk(secrets, { what: 'sign', ...played.sending }, from, at)).toMatchObject({ ok: false })
  const { rows } = await database.owner.query('SELECT id FROM "Attestation" WHERE "assignmentId" = $1', [
    played.id,
  ])
  expect(rows).toEqual([])
})
