import type { CrosswalkLink } from '../framework.ts'
import { crosswalkRows } from './crosswalk-rows.ts'
import { hipaaBreach } from './hipaa-breach.ts'
import { hipaaPrivacy } from './hipaa-privacy.ts'
import { hipaaSecurity } from './hipaa-security.ts'
import { section1557 } from './section-1557.ts'

/** A document that pairs requirements, with what somebody should know about how its pairs came here. */
export interface CrosswalkPublication {
  name: string
  url: string
  note: string
}

/** The one published source of links; every other link is ours. */
export const isoPublication: CrosswalkPublication = {
  name: 'Microsoft, NIST AI RMF to ISO/IEC FDIS 42001',
  url: 'https://airc.nist.gov/docs/NIST_AI_RMF_to_ISO_IEC_42001_Crosswalk.pdf',
  note: 'Listed by NIST, made by Microsoft for the final draft of the standard. The pairs here come from a transcription and from an excerpt, not from the whole document, and may omit items; its numbers of Annex B are read as those of Annex A.',
}

/** A paragraph that the crosswalk cites and that is no row of a shipped framework. */
export interface CrosswalkCitation {
  /** Id of the NIST AI RMF subcategory. */
  requirement: string
  citation: string
}

const rules = [hipaaSecurity, hipaaPrivacy, hipaaBreach, section1557]

/** Cited by the paragraph, shipped as the section: the row says what the paragraph says, and a little more. */
const wider: Readonly<Record<string, string>> = {
  '164.530(a)(1)': '164.530(a)',
  '164.530(i)(1)': '164.530(i)',
}

type End = CrosswalkLink['to']

/** The row with that number or, where a whole section is cited, each row of it. */
function rowsCited(number: string): End[] {
  const rows = rules.flatMap(({ key, requirements }) =>
    requirements.map(({ id }) => ({ framework: key, requirement: id })),
  )
  const wanted = wider[number] ?? number
  const exact = rows.filter(({ requirement }) => requirement === wanted)
  return exact.length > 0 ? exact : rows.filter(({ requirement }) => requirement.startsWith(`${wanted}(`))
}

interface Expanded {
  links: CrosswalkLink[]
  citations: CrosswalkCitation[]
}

const listed = (cell: string | undefined) => (cell ?? '').split(' ').filter((word) => /\d/.test(word))

function expand(line: string): Expanded {
  const [id = '', numbers, controls, categories] = line.split(' | ')
  const cited = listed(numbers).map((number) => ({ number, rows: rowsCited(number) }))
  const from = { framework: 'nist-ai-rmf', requirement: id }
  const link = (to: End, publishedBy: string | null = null): CrosswalkLink => ({ from, to, publishedBy })
  const published = controls?.endsWith('*') ? isoPublication.name : null
  return {
    links: [
      ...cited.flatMap(({ rows }) => rows.map((row) => link(row))),
      ...listed(controls).map((control) => link({ framework: 'iso-42001', requirement: control }, published)),
      ...listed(categories).map((number) =>
        link({ framework: 'hitrust', requirement: `category ${number}` }),
      ),
    ],
    citations: cited
      .filter(({ rows }) => rows.length === 0)
      .map(({ number }) => ({ requirement: id, citation: `45 CFR ${number}` })),
  }
}

const expanded = crosswalkRows.map(expand)

/** From each subcategory of the NIST AI RMF to what is about the same thing in the other frameworks. */
export const crosswalkLinks: readonly CrosswalkLink[] = expanded.flatMap(({ links }) => links)

/** What the crosswalk cites besides, without a row to link to. */
export const crosswalkCitations: readonly CrosswalkCitation[] = expanded.flatMap(({ citations }) => citations)
