import type { RequirementRef } from '../library.ts'

/** What the library cites of the Privacy Rule, the Breach Notification Rule and Section 1557: rename here, and the compiler finds the rest. */
const citedItems = {
  privacy: [
    '164.502(b)',
    '164.502(e)',
    '164.504(e)(2)',
    '164.508',
    '164.514(b)',
    '164.514(d)',
    '164.524',
    '164.528',
    '164.530(b)',
    '164.530(c)',
    '164.530(d)',
    '164.530(e)',
    '164.530(f)',
    '164.530(i)',
    '164.530(j)',
  ],
  breach: ['164.402', '164.404', '164.408', '164.410'],
  section1557: ['92.201(c)(3)', '92.210(a)', '92.210(b)', '92.210(c)'],
  generative: ['2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '2.8', '2.9', '2.10', '2.11', '2.12'],
} as const

/** The keys of the frameworks by the short names used in the library. */
export const citedFrameworks = {
  rmf: 'nist-ai-rmf',
  generative: 'nist-ai-600-1',
  security: 'hipaa-security',
  privacy: 'hipaa-privacy',
  breach: 'hipaa-breach',
  section1557: 'section-1557',
  iso: 'iso-42001',
} as const
type Cited = keyof typeof citedFrameworks
type Item<Framework extends keyof typeof citedItems> = (typeof citedItems)[Framework][number]

interface Ids {
  rmf?: readonly `${'GOVERN' | 'MAP' | 'MEASURE' | 'MANAGE'} ${number}.${number}`[]
  generative?: readonly Item<'generative'>[]
  security?: readonly `164.${string}`[]
  privacy?: readonly Item<'privacy'>[]
  breach?: readonly Item<'breach'>[]
  section1557?: readonly Item<'section1557'>[]
  iso?: readonly `A.${string}`[]
}

/** Cited by the section, shipped as its paragraphs: the row that the library means. */
const paragraphOf: Readonly<Record<string, string>> = {
  '164.404': '164.404(b)',
  '164.408': '164.408(b)',
  '164.410': '164.410(b)',
  '164.502(b)': '164.502(b)(1)',
  '164.502(e)': '164.504(e)(2)',
  '164.514(b)': '164.514(b)(2)',
  '164.514(d)': '164.514(d)(2)',
  '164.524': '164.524(b)(2)',
  '164.530(j)': '164.530(j)(2)',
}

/** Requirements of several frameworks, in the order of `citedFrameworks`, each once. */
export function refs(ids: Ids): RequirementRef[] {
  const short = Object.keys(citedFrameworks) as Cited[]
  return short.flatMap((name) => {
    const rows = (ids[name] ?? []).map((id: string) => paragraphOf[id] ?? id)
    return [...new Set(rows)].map((requirement) => ({ framework: citedFrameworks[name], requirement }))
  })
}
