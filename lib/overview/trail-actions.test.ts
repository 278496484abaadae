import { expect, it } from 'vitest'
import { actionName } from './trail-actions.ts'

it('says what was done as people say it, not by the name of the command', () => {
  expect(actionName('ai-system.import-match')).toBe('AI system: columns of a file matched')
  expect(actionName('person.assign-role')).toBe('Person: role given or changed')
  expect(actionName('sign-in.done')).toBe('Signing in: signed in')
  expect(actionName('phi-flow.export')).toMatch(/: exported$/)
})

it('still shows an action that has no words yet', () => {
  expect(actionName('ai-system.sing-aloud')).toBe('AI system: sing aloud')
})
