import { describe, expect, it } from 'vitest'
import { type CheckedFlow, flowContradictions } from './flow-checks.ts'
import { createFlowInput, deidentifications } from './flow-schema.ts'

const sound: CheckedFlow = {
  identifiers: ['A', 'C'],
  clinicalClasses: ['notes'],
  deidentification: 'none',
  trainsModel: 'no',
  authorization: 'no',
}
const check = (change: Partial<CheckedFlow>) =>
  flowContradictions({ ...sound, ...change }, (key) => `Key ${key}`)

describe('answers of a flow that do not fit together', () => {
  it('are none for a sound flow', () => {
    expect(check({})).toEqual([])
  })

  it('name the identifiers that contradict Safe Harbor, the first four', () => {
    expect(check({ deidentification: 'safe-harbor' })[0]?.says).toContain(
      'but “Key A” and “Key C” are ticked',
    )
    const many = check({ deidentification: 'safe-harbor', identifiers: ['A', 'B', 'C', 'D', 'E', 'F'] })
    expect(many[0]?.says).toContain('“Key A”, “Key B”, “Key C”, “Key D” and 2 more')
  })

  it('let a limited data set keep dates and places, and name what it may not keep', () => {
    expect(check({ deidentification: 'limited-data-set', identifiers: ['B', 'C', 'R'] })).toEqual([])
    expect(check({ deidentification: 'limited-data-set', identifiers: ['B', 'G'] })).toMatchObject([
      { blocks: false, says: expect.stringContaining('not “Key G”') as string },
    ])
  })

  it('doubt that no authorization is needed for psychotherapy notes and for training', () => {
    expect(check({ clinicalClasses: ['psychotherapy-notes'], trainsModel: 'yes' })).toHaveLength(2)
    expect(check({ trainsModel: 'yes', authorization: 'yes' })).toEqual([])
    expect(check({ trainsModel: 'yes', identifiers: [], deidentification: 'expert-determination' })).toEqual(
      [],
    )
  })

  it('block exactly what the command refuses', () => {
    const rest = {
      systemId: '01900000-0000-7000-8000-000000000001',
      purpose: 'Turn speech into a note',
      destination: '',
      minimumNecessary: '',
      retention: '',
    }
    for (const { value } of deidentifications)
      for (const identifiers of [[], ['A'], ['B', 'C']]) {
        const flow = { ...sound, deidentification: value, identifiers }
        const taken = createFlowInput.safeParse({ ...rest, ...flow }).success
        expect(taken).toBe(!flowContradictions(flow, (key) => key).some(({ blocks }) => blocks))
      }
  })
})
