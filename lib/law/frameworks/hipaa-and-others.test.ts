import { describe, expect, it } from 'vitest'
import type { Framework } from '../framework.ts'
import { healthGoals } from './health-goals.ts'
import { hicp } from './hicp.ts'
import { hipaaBreach } from './hipaa-breach.ts'
import { hipaaPrivacy } from './hipaa-privacy.ts'
import { hipaaSecurity } from './hipaa-security.ts'
import { hti1 } from './hti-1.ts'
import { section1557 } from './section-1557.ts'
import { securityRuleProposal, wouldChange } from './security-rule-proposal.ts'
import { notChecked, numberNotChecked } from './unchecked-words.ts'

const all = [
  hipaaSecurity,
  hipaaPrivacy,
  hipaaBreach,
  section1557,
  hti1,
  securityRuleProposal,
  healthGoals,
  hicp,
]
const longest = 240

const idsOf = ({ requirements }: Framework) => requirements.map(({ id }) => id)
const inGroup = ({ requirements }: Framework, group: string) => requirements.filter((r) => r.group === group)
const withDoubt = ({ requirements }: Framework, doubt: string) =>
  requirements.filter(({ says }) => says.endsWith(doubt)).map(({ id }) => id)

describe.each(all.map((framework) => [framework.key, framework] as const))('%s', (_key, framework) => {
  it('names every requirement and every group once', () => {
    const groups = framework.groups.map(({ id }) => id)
    expect(new Set(groups).size).toBe(groups.length)
    expect(new Set(idsOf(framework)).size).toBe(framework.requirements.length)
  })

  it('puts every requirement into a group that there is, and every group below one that there is', () => {
    const groups = new Set(framework.groups.map(({ id }) => id))
    expect(framework.requirements.filter(({ group }) => !groups.has(group))).toEqual([])
    expect(framework.groups.filter(({ parent }) => parent !== null && !groups.has(parent))).toEqual([])
    const used = new Set(framework.requirements.map(({ group }) => group))
    const above = new Set(framework.groups.map(({ parent }) => parent))
    expect([...groups].filter((id) => !used.has(id) && !above.has(id))).toEqual([])
  })

  it('says everything, in at most 240 characters, and asks questions', () => {
    for (const row of framework.requirements) {
      for (const text of [row.id, row.title, row.says, row.good, row.asks, row.citation]) {
        expect(text.trim(), row.id).toBe(text)
        expect(text.length, row.id).toBeGreaterThan(0)
        expect(text.length, `${row.id}: ${text}`).toBeLessThanOrEqual(longest)
      }
      expect(row.says, row.id).toMatch(/[.]$/)
      expect(row.good, row.id).toMatch(/[.]$/)
      expect(row.asks, row.id).toMatch(/^[A-Z].*[?]$/)
    }
    for (const { says, title } of framework.groups)
      expect([says.length > 0, title.length > 0]).toEqual([true, true])
  })

  it('calls nobody compliant or certified', () => {
    const texts = [...framework.requirements.flatMap((row) => [row.says, row.good, row.asks])]
    texts.push(...framework.groups.map(({ says }) => says))
    expect(texts.filter((text) => /\b(compliant|certified)\b/i.test(text))).toEqual([])
  })
})

describe('how much there is', () => {
  it('is the whole Security Rule: 36 specifications in 164.308 to 312, of which 14 required and 22 addressable', () => {
    const core = hipaaSecurity.requirements.filter(({ id }) => /^164[.]3(08|10|12)/.test(id))
    const count = (designation: string) => core.filter((row) => row.designation === designation).length
    expect([count('required'), count('addressable'), count('standard')]).toEqual([14, 22, 19])
    expect(hipaaSecurity.requirements).toHaveLength(68)
    const later = hipaaSecurity.requirements.filter((row) => !core.includes(row))
    expect(later.filter(({ designation }) => designation === 'addressable')).toEqual([])
    expect(hipaaSecurity.groups.filter(({ parent }) => parent === null)).toHaveLength(5)
  })

  it('is 31 attributes of a predictive tool, in nine parts, 11 of which may be missing', () => {
    expect(hti1.requirements).toHaveLength(31)
    const perPart = hti1.groups.map(({ id }) => inGroup(hti1, id).length)
    expect(perPart).toEqual([4, 4, 2, 4, 2, 4, 5, 4, 2])
    expect(withDoubt(hti1, 'The vendor may answer “not available”.')).toEqual([
      ...['(6)(i)', '(6)(ii)', '(6)(iii)', '(6)(iv)', '(7)(iii)', '(7)(iv)', '(7)(v)'],
      ...['(8)(ii)', '(8)(iv)', '(9)(i)', '(9)(ii)'],
    ])
  })

  it('is ten essential and ten enhanced goals, and ten practices', () => {
    expect(inGroup(healthGoals, 'essential')).toHaveLength(10)
    expect(inGroup(healthGoals, 'enhanced')).toHaveLength(10)
    expect(idsOf(hicp)).toEqual(Array.from({ length: 10 }, (_, at) => `Practice ${at + 1}`))
  })
})

describe('what is in force, and what somebody has looked at', () => {
  it('is nothing of the proposal', () => {
    expect(securityRuleProposal.status).toBe('proposed')
    expect(securityRuleProposal.effectiveOn).toBeNull()
    expect(new Set(securityRuleProposal.requirements.map(({ status }) => status))).toEqual(
      new Set(['proposed']),
    )
  })

  it('is for the practice itself only HIPAA and Section 1557', () => {
    const binding = all.filter(
      ({ status, requirements }) =>
        status === 'in force' || requirements.some((row) => row.status === 'in force'),
    )
    expect(binding.map(({ key }) => key)).toEqual([
      'hipaa-security',
      'hipaa-privacy',
      'hipaa-breach',
      'section-1557',
    ])
  })

  it('says so where nobody has held it against its source', () => {
    expect(withDoubt(section1557, notChecked)).toEqual(['92.210(c)', '92.4', '92.7'])
    expect(withDoubt(securityRuleProposal, notChecked)).toEqual(['ai'])
    expect(withDoubt(securityRuleProposal, numberNotChecked)).toEqual(['patches', 'access-end'])
    expect(withDoubt(healthGoals, notChecked)).toEqual(inGroup(healthGoals, 'enhanced').map(({ id }) => id))
    expect(all.filter(({ checkedOn }) => checkedOn === null).map(({ key }) => key)).toEqual([
      'health-goals',
      'hicp',
    ])
  })

  it('rows about health plans and clearinghouses say that they are for them only', () => {
    const rows = hipaaSecurity.requirements.filter(({ says }) => says.startsWith('Only for'))
    expect(rows.map(({ id }) => id)).toEqual(['164.308(a)(4)(ii)(A)', '164.314(b)(1)', '164.314(b)(2)'])
  })
})

describe('what the proposal would change', () => {
  it('is told for each row of it, in rows of the rule in force', () => {
    expect(Object.keys(wouldChange).sort()).toEqual(idsOf(securityRuleProposal).sort())
    const inForce = new Set(idsOf(hipaaSecurity))
    expect(
      Object.values(wouldChange)
        .flat()
        .filter((id) => !inForce.has(id)),
    ).toEqual([])
    expect(wouldChange['no-addressable']).toHaveLength(22)
  })

  it('is something in every row but the one on when it would start', () => {
    const without = Object.entries(wouldChange).filter(([, ids]) => ids.length === 0)
    expect(without.map(([id]) => id)).toEqual(['timeline'])
  })
})
