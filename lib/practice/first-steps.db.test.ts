import { describe, expect, it } from 'vitest'
import { createSystem } from '#lib/ai-systems/commands'
import { facts } from '#lib/testing/ai-systems'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { firstSteps } from './first-steps.ts'

const database = useTestDatabase()

describe('the first steps of a new practice', () => {
  it('are ticked one by one, and gone when all are done', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    expect(await firstSteps(officer)).toEqual({ systems: false, people: false, owners: false })
    valueOf(await createSystem(officer, facts))
    expect(await firstSteps(officer)).toEqual({ systems: true, people: false, owners: false })
    const colleague = await practice.actor('staff')
    expect(await firstSteps(officer)).toEqual({ systems: true, people: true, owners: false })
    valueOf(await createSystem(officer, { ...facts, name: 'Triage', ownerId: officer.personId }))
    expect(await firstSteps(officer)).toBeNull()
    expect(await firstSteps(colleague)).toBeNull()
  })

  it('are none of those who may not bring anything in', async () => {
    const practice = await createPractice(database.owner)
    expect(await firstSteps(await practice.actor('staff'))).toBeNull()
    expect(await firstSteps(await practice.actor('officer', [practice.siteA]))).toBeNull()
  })
})
