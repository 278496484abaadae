import { listSystems } from '#lib/ai-systems/queries'
import { systemTable } from '#lib/ai-systems/table'
import { answerQuestions, givePart } from '#lib/assessments/answer-commands'
import { startAssessment } from '#lib/assessments/commands'
import { assessmentToAnswer, getAssessment } from '#lib/assessments/detail-queries'
import type { AnswerValue, Kind } from '#lib/assessments/options'
import { addDays, type Day } from '#lib/base/days'
import { parseListState } from '#lib/kernel/table'
import { makeRiskOfFinding } from '../finding-to-risk.ts'
import { countersignAssessment, signAssessment } from '../sign-assessment.ts'
import { type DemoCast, type DemoStep, must } from './life.ts'

/** One assessment of the demo and how far it got. Days count back from the demo's today; those to come are negative. */
interface DemoAssessment {
  kind: Kind
  /** Name of the system; null for the practice. */
  system: string | null
  title: string
  scope: string
  /** Key of the demo's people. */
  owner: string
  started: number
  finishBy: number
  /** Answers that are not the best one, with what was said. */
  answers: Readonly<Record<string, readonly [AnswerValue, string]>>
  /** How many questions are answered so far; all of them where it was signed. */
  until?: number
  part?: { key: string; person: string; answerBy: number }
  /** Questions of which a risk was made. */
  risks?: readonly string[]
  signed?: { ago: number; by: readonly ('officer' | 'owner')[] }
}

const assessments: readonly DemoAssessment[] = [
  {
    kind: 'security-risk-analysis',
    system: null,
    title: 'Security risk analysis',
    scope:
      'All three sites, every system that holds patient data, paper records left out. Looked at: what the register says, a walk through each site, talks with the leads.',
    owner: 'officer',
    started: 366,
    finishBy: 330,
    answers: {
      'sra-164-308-a-1-ii-d': [
        'partly',
        'The logs of the EHR are read each quarter, those of the AI tools not yet.',
      ],
      'sra-164-308-a-5-ii-d': ['partly', 'A password manager is offered; about half use it.'],
      'sra-164-308-a-7-ii-d': [
        'no',
        'Restoring the EHR from its backup was never tried. Planned for spring.',
      ],
      'sra-164-310-d-2-iii': ['partly', 'Laptops are on a list, phones are not.'],
      'sra-164-312-a-2-iii': [
        'no',
        'Exam room computers stay signed in all day; shortened to 15 minutes at Northside only.',
      ],
      'sra-164-312-a-2-iv': [
        'partly',
        'Laptops are encrypted; two old imaging workstations cannot be and are locked away.',
      ],
    },
    risks: ['sra-164-308-a-7-ii-d', 'sra-164-312-a-2-iii'],
    signed: { ago: 340, by: ['officer', 'owner'] },
  },
  {
    kind: 'ai-rmf',
    system: 'Ambient scribe',
    title: 'Ambient scribe: risk profile',
    scope: 'The scribe as physicians and nurse practitioners use it downtown and at Northside.',
    owner: 'medical-director',
    started: 352,
    finishBy: 325,
    answers: {
      'rmf-measure-2-11': ['no', 'Nobody has compared notes by accent or language.'],
      'rmf-govern-6-2': [
        'partly',
        'Dictation still works, but nobody has tried a whole day without the scribe.',
      ],
      'rmf-manage-2-4': ['yes', 'IT lead, within an hour; tried in October.'],
      'rmf-measure-4-3': ['not-applicable', 'In use for two weeks only.'],
      'gai-2-2': ['partly', 'Notes are read before signing; inventions are not counted yet.'],
    },
    risks: ['rmf-measure-2-11'],
    signed: { ago: 332, by: ['officer'] },
  },
  {
    kind: 'ai-rmf',
    system: 'Ambient scribe',
    title: 'Ambient scribe: risk profile, second year',
    scope: 'The scribe as physicians and nurse practitioners use it downtown and at Northside.',
    owner: 'medical-director',
    started: 12,
    finishBy: -30,
    answers: {
      'gai-2-2': ['yes', 'Ten notes a month are sampled; three inventions since March, all caught.'],
    },
    until: 19,
    part: { key: 'measure', person: 'nurse-lead', answerBy: -9 },
  },
  {
    kind: 'source-attributes',
    system: 'Chest X-ray triage',
    title: 'Chest X-ray triage: what the vendor says',
    scope: 'The version in use downtown since last year.',
    owner: 'imaging-lead',
    started: 40,
    finishBy: -6,
    answers: {
      'hti-1-ii': ['not-given', 'Asked twice; the vendor calls it confidential.'],
      'hti-6-i': ['not-available', 'No study outside the developer’s own hospital.'],
    },
    until: 24,
  },
  {
    kind: 'privacy-impact',
    system: 'Diabetic eye screening',
    title: 'Diabetic eye screening: privacy',
    scope: 'Pictures taken at Northside and read by the vendor.',
    owner: 'np-lead',
    started: 25,
    finishBy: -20,
    answers: {
      'pia-kept': ['partly', 'The agreement says 90 days; nobody has asked for a confirmation.'],
      'pia-place': ['no', 'Not asked yet.'],
    },
    until: 11,
  },
]

/** What happened to the demo's assessments, through the same commands that people use. */
export function livesOfAssessments(cast: DemoCast, today: Day): DemoStep[][] {
  return assessments.map((one) => lifeOf(one, cast, today))
}

function lifeOf(one: DemoAssessment, cast: DemoCast, today: Day): DemoStep[] {
  const { officer } = cast
  let id = ''
  const steps: DemoStep[] = [
    {
      ago: one.started,
      run: async () => {
        const { kind, title, scope } = one
        const systemId = one.system ? await systemCalled(cast, one.system) : ''
        const ownerId = cast.person(one.owner).personId
        const dueOn = addDays(today, -one.finishBy)
        const input = { kind, title, scope, systemId, ownerId, backupId: '', dueOn }
        id = must(await startAssessment(officer, input), title).id
      },
    },
    { ago: Math.max(one.started - 6, 1), run: () => answer(one, cast, id, today) },
  ]
  const { signed } = one
  if (signed)
    steps.push({
      ago: signed.ago,
      run: async () => {
        const [first, ...others] = signed.by
        const found = await getAssessment(officer, id)
        const signer = first === 'owner' ? cast.owner : officer
        const facts = { id, version: found?.version, stated: 'on' }
        const { number, sha256 } = must(
          await signAssessment(signer, { ...facts, name: signer.name }),
          one.title,
        )
        for (const key of others) {
          const next = key === 'owner' ? cast.owner : officer
          must(
            await countersignAssessment(next, { id, number, sha256, name: next.name, stated: 'on' }),
            one.title,
          )
        }
      },
    })
  return steps
}

async function answer(one: DemoAssessment, cast: DemoCast, id: string, today: Day): Promise<void> {
  const { officer } = cast
  const items = ((await assessmentToAnswer(officer, id))?.items ?? []).filter(
    ({ skipped }) => skipped === null,
  )
  const answers = items
    .filter((item, at) => one.until === undefined || at < one.until || one.answers[item.key])
    .map(({ key, answers: [best = 'yes'], given, good }) => {
      const [value, note] = one.answers[key] ?? [
        given?.answer ?? best,
        given?.note ?? (best === 'given' ? good : ''),
      ]
      return { question: key, answer: value, note, seen: given?.answeredAt.toISOString() ?? '' }
    })
  must(await answerQuestions(officer, { id, answers }), one.title)
  for (const question of one.risks ?? []) must(await makeRiskOfFinding(officer, { id, question }), one.title)
  if (one.part) {
    const { key, person, answerBy } = one.part
    const input = { id, part: key, personId: cast.person(person).personId, dueOn: addDays(today, -answerBy) }
    must(await givePart(officer, input), one.title)
  }
}

async function systemCalled(cast: DemoCast, name: string): Promise<string> {
  const { rows } = await listSystems(cast.officer, parseListState(systemTable, { q: name }))
  const [found] = rows
  if (!found) throw new Error(`demo: no system is called ${name}`)
  return found.id
}
