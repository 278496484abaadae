import { day } from '#lib/base/days'
import type { Framework, Requirement } from '../framework.ts'
import { lastChecked } from '../rule.ts'

type Risk = Pick<Requirement, 'id' | 'title' | 'says' | 'good' | 'asks'>

/** Spelled as section 2 of the Profile spells them; its tables of actions and its readers write some differently. */
const risks: readonly Risk[] = [
  {
    id: '2.1',
    title: 'CBRN Information or Capabilities',
    says: 'A chatbot could help someone toward chemical, biological, radiological or nuclear weapons. A medical practice rarely comes near this.',
    good: 'The register says “not applicable” with a reason, or the vendor confirms that its tool refuses such questions.',
    asks: 'Is it written down why weapons knowledge is out of scope for this AI system, or how the tool refuses it?',
  },
  {
    id: '2.2',
    title: 'Confabulation',
    says: 'The tool states something false as if it were sure: a medication nobody took, an allergy, a quote, a billing code. People also call it hallucination.',
    good: 'A clinician reads every draft against the visit before signing. Samples are checked each month and invented content is counted.',
    asks: 'Is this AI system’s output checked by a person against the facts before anyone relies on it, and are inventions counted?',
  },
  {
    id: '2.3',
    title: 'Dangerous, Violent, or Hateful Content',
    says: 'The tool could threaten, insult or advise something harmful, for instance in a chat with a patient who speaks of self-harm.',
    good: 'Before the start someone tried crisis messages. The tool hands over to a person and gives the 988 lifeline; replies are sampled.',
    asks: 'Has it been tried out how this AI system answers people in crisis or in anger, and does a person take over?',
  },
  {
    id: '2.4',
    title: 'Data Privacy',
    says: 'Patient data could reach a vendor without a BAA, be used for training, turn up in somebody else’s answer or be traced back to a person.',
    good: 'Only tools with a signed BAA get patient data, no more than the task needs. Training on them is ruled out in writing.',
    asks: 'Is every flow of patient data into this AI system covered by a BAA, and is training on them ruled out?',
  },
  {
    id: '2.5',
    title: 'Environmental Impacts',
    says: 'Training and running large models takes much power and water. A practice can ask its vendor, and not use more AI than it needs.',
    good: 'The vendor’s answer about energy use is on file. Features that nobody needs are off.',
    asks: 'Has the vendor of this AI system answered a question about its energy and water use?',
  },
  {
    id: '2.6',
    title: 'Harmful Bias or Homogenization',
    says: 'The tool could work worse for some patients or repeat old unfairness: more errors for an accent, too low a priority for one group.',
    good: 'Samples are compared by language, age, sex and race where numbers allow, each year and after an update. Gaps lead to a change.',
    asks: 'Was this AI system’s output compared between groups of patients in the last year?',
  },
  {
    id: '2.7',
    title: 'Human-AI Configuration',
    says: 'People trust the tool too much or too little, take it for a human, or lose the habit of checking. Typical: a note is signed unread.',
    good: 'It is set who checks what and with how much time. Edits and overrides are looked at: hardly any means that nobody reads.',
    asks: 'Is it known whether staff really check this AI system’s output, from edits, overrides or spot checks?',
  },
  {
    id: '2.8',
    title: 'Information Integrity',
    says: 'False or misleading text, voices or pictures become easy to make: wrong patient leaflets, or a call in a faked clinician’s voice.',
    good: 'AI-written patient information has a clinician’s approval and a source. Staff call back on a known number before acting on an odd request.',
    asks: 'Does a clinician approve what this AI system writes for patients, and can staff tell where content came from?',
  },
  {
    id: '2.9',
    title: 'Information Security',
    says: 'AI opens new ways in: instructions hidden in a fax or portal message, stolen logins, better phishing.',
    good: 'The tool has as few rights as possible in the record system. Someone tried hidden instructions. Sign-in needs a second factor.',
    asks: 'Was this AI system tested against hidden instructions, and are its access rights as small as they can be?',
  },
  {
    id: '2.10',
    title: 'Intellectual Property',
    says: 'The tool could copy protected material, such as code descriptions or guidelines under license, or give away the practice’s own secrets.',
    good: 'The contract says who owns the output and who pays if it copies. Staff know which licensed content may not be pasted in.',
    asks: 'Does the contract for this AI system say who owns its output and who answers for copied content?',
  },
  {
    id: '2.11',
    title: 'Obscene, Degrading, and/or Abusive Content',
    says: 'A tool that makes or stores pictures could produce or hold abusive or sexual images, also of children. This matters most where photos are taken.',
    good: 'Only approved tools touch patient photos, and none may make pictures of people. Otherwise the register says why this does not apply.',
    asks: 'Is this AI system kept away from making or altering pictures of people, or is it written down why this does not apply?',
  },
  {
    id: '2.12',
    title: 'Value Chain and Component Integration',
    says: 'Products are built from other companies’ models and services. A vendor may change the model or a subcontractor without your noticing.',
    good: 'The vendor lists its models and subcontractors and gives notice of changes. After each change a few standard cases are run again.',
    asks: 'Do you know which companies are behind this AI system, and does its vendor tell you before that changes?',
  },
]

/** NIST’s Generative AI Profile, by its 12 risks; the actions it suggests are in nist-ai-600-1-actions.ts. */
export const nistAi600: Framework = {
  key: 'nist-ai-600-1',
  name: 'NIST AI 600-1, Generative Artificial Intelligence Profile',
  shortName: 'NIST AI 600-1',
  version: 'July 2024',
  publisher: 'National Institute of Standards and Technology',
  url: 'https://nvlpubs.nist.gov/nistpubs/ai/NIST.AI.600-1.pdf',
  status: 'voluntary',
  effectiveOn: day('2024-07-26'),
  checkedOn: lastChecked,
  note: 'Voluntary: no law, and nobody certifies it. It belongs to the AI RMF 1.0 and concerns AI that writes, speaks or draws. The names of the risks are its own, all other words are ours. The 212 suggested actions are listed by id; only those a small practice is likely to use have a summary.',
  groups: [
    {
      id: '2',
      parent: null,
      title: 'Risks of generative AI',
      says: 'Twelve things that can go wrong with AI that writes, speaks or draws. Not every one concerns a medical practice.',
    },
  ],
  requirements: risks.map((risk) => ({
    ...risk,
    group: '2',
    citation: `NIST AI 600-1, section ${risk.id}`,
  })),
}

/** Other spellings of the risks, by id: from the Profile’s tables, from earlier drafts and from everyday use. */
export const generativeRiskAliases: Readonly<Record<string, readonly string[]>> = {
  '2.1': ['CBRN', 'CBRN Information', 'CBRN Information and Capability', 'CBRN Information and Capabilities'],
  '2.2': ['Hallucination', 'Hallucinations', 'Confabulations'],
  '2.3': [
    'Dangerous',
    'Dangerous or Violent Recommendations',
    'Dangerous, Violent or Hateful Content',
    'Dangerous Violent or Hateful Content',
  ],
  '2.4': ['Privacy'],
  '2.5': ['Environmental', 'Environmental Impact', 'Environment'],
  '2.6': [
    'Bias',
    'Harmful Bias',
    'Harmful Bias and Homogenization',
    'Harmful Bias & Homogenization',
    'Bias and Homogenization',
  ],
  '2.7': ['HAI', 'Human AI Configuration', 'Human-AI Configurations'],
  '2.8': ['Integrity'],
  '2.9': ['Security', 'Cybersecurity'],
  '2.10': ['IP'],
  '2.11': [
    'Obscene, Degrading, and Abusive Content',
    'Obscene, Degrading, or Abusive Content',
    'Obscene, Degrading and/or Abusive Content',
  ],
  '2.12': ['Value Chain', 'Value Chain and Components', 'Supply Chain'],
}

const riskKey = (text: string) =>
  text
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9.]+/g, ' ')
    .trim()

const riskBySpelling = new Map(
  risks.flatMap(({ id, title }) =>
    [id, title, ...(generativeRiskAliases[id] ?? [])].map((spelling) => [riskKey(spelling), id] as const),
  ),
)

/** The id of the risk that a spelling means, capitals and marks aside; null for one that means none. */
export function generativeRiskId(spelling: string): string | null {
  return riskBySpelling.get(riskKey(spelling)) ?? null
}
