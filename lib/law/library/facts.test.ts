import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { starterControls } from './controls.ts'
import { starterRisks } from './risks.ts'

const folder = new URL('../../../../shared/facts/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const cited = (
  framework: string,
  entries: readonly (typeof starterControls | typeof starterRisks)[number][],
) => [
  ...new Set(
    entries
      .flatMap(({ requirements }) => requirements)
      .filter((ref) => ref.framework === framework)
      .map(({ requirement }) => requirement),
  ),
]
const everywhere = [...starterControls, ...starterRisks]

describe.skipIf(!existsSync(folder))('the library, held against the facts', () => {
  const rmf = () =>
    JSON.parse(read('nist_ai_rmf.json')) as { subcategories: { id: string; category: string }[] }
  const rule = () =>
    JSON.parse(read('hipaa.json')) as { security_rule: { id: string; designation: string; title: string }[] }

  it('cites subcategories of the AI RMF that exist', () => {
    const known = rmf().subcategories.map(({ id }) => id)
    expect(known).toHaveLength(72)
    expect(cited('nist-ai-rmf', everywhere).filter((id) => !known.includes(id))).toEqual([])
  })

  it('cites parts of the Security Rule that exist', () => {
    const known = rule().security_rule.map(({ id }) => id)
    expect(cited('hipaa-security', everywhere).filter((id) => !known.includes(id))).toEqual([])
  })

  it('cites controls of ISO/IEC 42001 that exist', () => {
    const section = read('other.md').split('## 4. ISO/IEC 42001')[1]?.split('\n## ')[0] ?? ''
    const known = [...section.matchAll(/\bA(?:\.\d+){2,3}(?= [A-Z])/g)].map(([id]) => id)
    expect(known).toHaveLength(38)
    expect(cited('iso-42001', everywhere).filter((id) => !known.includes(id))).toEqual([])
  })

  it('cites generative risks that exist', () => {
    const known = [...read('nist_600_1.md').matchAll(/^\| \d+ \| (2\.\d+) \|/gm)].map(([, id]) => id)
    expect(known).toHaveLength(12)
    expect(cited('nist-ai-600-1', everywhere).filter((id) => !known.includes(id))).toEqual([])
  })

  it('has a control for every category of the AI RMF', () => {
    const answered = cited('nist-ai-rmf', starterControls)
    const categories = Map.groupBy(rmf().subcategories, ({ category }) => category)
    expect(categories.size).toBe(19)
    const open = [...categories].filter(([, members]) => !members.some(({ id }) => answered.includes(id)))
    expect(open.map(([category]) => category)).toEqual([])
  })

  it('has a control for every required specification of 164.308 to 164.312 but that for clearinghouses', () => {
    const required = rule().security_rule.filter(
      ({ id, designation }) => /^164[.]3(08|10|12)/.test(id) && designation === 'Required',
    )
    expect(required).toHaveLength(14)
    const answered = cited('hipaa-security', starterControls)
    expect(required.filter(({ id }) => !answered.includes(id)).map(({ id }) => id)).toEqual([
      '164.308(a)(4)(ii)(A)',
    ])
  })
})
