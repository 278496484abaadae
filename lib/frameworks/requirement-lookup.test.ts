import { describe, expect, it } from 'vitest'
import { requirementKey, shippedFrameworks } from '#lib/law/frameworks/all-frameworks'
import { frameworkNames, requirementWords } from '#lib/law/frameworks/requirement-words'
import { requirementFinder } from './requirement-lookup.ts'

const own = (id: string, ref: string, name: string, codes: string[], archived = false) => ({
  ...{ id, ref, name, codes, archived },
})
const brought = [
  own('o1', 'FW-001', 'Payer rules', ['P-1', 'GOVERN 6.1', 'AC-2']),
  own('o2', 'FW-002', 'Insurer', ['AC-2']),
  own('o3', 'FW-003', 'insurer', ['AC-2', 'old'], true),
]
const find = requirementFinder(brought)

describe('a requirement is found', () => {
  it.each([
    ['GOVERN 6.1', 'nist-ai-rmf:GOVERN 6.1'],
    ['govern 6.1', 'nist-ai-rmf:GOVERN 6.1'],
    ['NIST AI RMF: GOVERN 6.1', 'nist-ai-rmf:GOVERN 6.1'],
    ['nist-ai-rmf GOVERN 6.1', 'nist-ai-rmf:GOVERN 6.1'],
    ['164.308(a)(1)(ii)(A)', 'hipaa-security:164.308(a)(1)(ii)(A)'],
    ['45 CFR 164.312(d)', 'hipaa-security:164.312(d)'],
    ['§ 164.312(d)', 'hipaa-security:164.312(d)'],
    ['P-1', 'o1:P-1'],
    ['Payer rules: GOVERN 6.1', 'o1:GOVERN 6.1'],
    ['FW-002: AC-2', 'o2:AC-2'],
    ['FW-003: old', 'o3:old'],
  ])('by “%s”', (words, id) => {
    expect(find(words)).toEqual({ id })
  })

  it('by the words in which every one of them is written', () => {
    const names = frameworkNames(brought)
    const refs = [
      ...shippedFrameworks.flatMap(({ key, requirements }) =>
        requirements.map(({ id }) => ({ framework: key, requirement: id })),
      ),
      ...brought.flatMap(({ id, codes }) => codes.map((code) => ({ framework: id, requirement: code }))),
    ]
    for (const ref of refs)
      expect(find(requirementWords(ref, names)), requirementWords(ref, names)).toEqual({
        id: requirementKey(ref),
      })
  })

  it('only with its framework where two of the practice’s own have it', () => {
    const answer = find('AC-2')
    expect(answer).toMatchObject({
      problem: expect.stringContaining(
        'Write the framework before it, such as “Payer rules: AC-2”',
      ) as string,
    })
    const near = 'near' in answer ? answer.near : undefined
    expect(near?.likely.map(({ id }) => find(id))).toEqual([{ id: 'o1:AC-2' }, { id: 'o2:AC-2' }])
  })

  it('never in an edition that was replaced, unless that is named', () => {
    expect(find('old')).toHaveProperty('problem')
    expect(find('insurer: AC-2')).toHaveProperty('problem')
    expect(find('GOVERN 99')).toEqual({
      problem: 'There is no requirement “GOVERN 99” in the frameworks here.',
    })
  })
})
