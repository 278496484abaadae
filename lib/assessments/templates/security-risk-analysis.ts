import { hipaaSecurity } from '#lib/law/frameworks/hipaa-security'
import type { AnswerValue } from '../options.ts'
import { asking, type Template } from '../template.ts'

/** Standards and specifications that bind others, by id, and whom. */
export const leftOut: Readonly<Record<string, string>> = {
  '164.308(a)(4)(ii)(A)': 'binds clearinghouses',
  '164.308(b)(2)': 'binds business associates toward their subcontractors',
  '164.314(a)(2)(ii)': 'is about arrangements between government entities',
  '164.314(a)(2)(iii)': 'binds business associates toward their subcontractors',
  '164.314(b)(1)': 'binds group health plans',
  '164.314(b)(2)': 'binds group health plans',
}

const sections = hipaaSecurity.groups.filter(({ parent }) => parent === null)

/** An addressable specification that is not done needs the reason in writing, 45 CFR 164.306(d)(3). */
const needsWords: readonly AnswerValue[] = ['partly', 'no', 'not-applicable']

/** The practice against every standard and specification of the Security Rule that binds one. */
export const securityRiskAnalysis: Template = {
  kind: 'security-risk-analysis',
  version: 1,
  name: 'Security risk analysis',
  about:
    'The risk analysis that HIPAA asks of every practice: what the Security Rule wants, safeguard by safeguard, with every system, vendor and risk in the register.',
  parts: sections.map(({ id, title, says }) => ({ key: `section-${id.replace('.', '-')}`, title, says })),
  questions: hipaaSecurity.requirements
    .filter(({ id }) => !Object.hasOwn(leftOut, id))
    .map(({ id, designation }) =>
      asking(hipaaSecurity, id, {
        prefix: 'sra',
        part: `section-${id.slice(0, 7).replace('.', '-')}`,
        noteNeededFor: designation === 'addressable' ? needsWords : ['not-applicable'],
      }),
    ),
}
