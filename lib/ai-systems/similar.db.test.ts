import { expect, it } from 'vitest'
import { facts, practiceWithSystem } from '#lib/testing/ai-systems'
import { valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { createSystem, proposeSystem } from './commands.ts'
import { similarSystems } from './similar.ts'

const database = useTestDatabase()

it('what somebody asks for is held against what is there already', async () => {
  const { practice, officer, id } = await practiceWithSystem(database.owner)
  valueOf(await createSystem(officer, { ...facts, name: 'Ambient scribe for the children’s clinic' }))
  valueOf(await createSystem(officer, { ...facts, name: 'Phone bot', purpose: 'Answers calls' }))
  const nurse = await practice.actor('staff')
  const asked = valueOf(
    await proposeSystem(nurse, { name: ' ambient  SCRIBE', purpose: 'Notes', patientData: 'yes' }),
  )
  const similar = await similarSystems(officer, { id: asked.id, name: ' ambient  SCRIBE' })
  expect(similar.map(({ name }) => name)).toEqual([
    'Ambient scribe',
    'Ambient scribe for the children’s clinic',
  ])
  expect(similar[0]?.id).toBe(id)
  expect(await similarSystems(officer, { id, name: '100% new_tool' })).toEqual([])
  expect(await similarSystems(nurse, { id: asked.id, name: 'ambient scribe' })).toEqual([])
  const { officer: stranger } = await practiceWithSystem(database.owner)
  expect(await similarSystems(stranger, { id, name: 'Ambient scribe' })).toHaveLength(1)
})
