import { coversOf } from '#lib/ai-systems/cover-queries'
import type { ContentSystem } from '#lib/assessments/content'
import type { Question } from '#lib/assessments/template'
import { type Day, dayOf, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import { analysed } from './assessment-content.ts'
import { controlsIn } from './assessment-risks.ts'
import { systemsIn } from './assessment-systems.ts'

/** What of a system has to do with a question. */
interface Behind {
  /** Labels of its facts. */
  facts?: readonly string[]
  /** Labels of what is known of each of its flows. */
  flows?: readonly string[]
  cover?: true
  review?: true
}

const encrypted = ['Encrypted where it is stored', 'Encrypted on its way']
const entry = ['Only named people get in', 'Second factor at sign-in']
const log = ['Keeps a log that we can read']
const fallback = ['Work goes on when it is off']
const traits = ['Traits among its inputs']

/** By the key of a question. What the register cannot know has no line: the answer stays with people. */
export const behindQuestions: Readonly<Record<string, Behind>> = {
  'rmf-govern-1-5': { review: true },
  'rmf-govern-2-3': { facts: ['Stage'] },
  'rmf-govern-6-1': { cover: true, flows: ['Trains a model'] },
  'rmf-govern-6-2': { facts: fallback },
  'rmf-map-1-1': { facts: ['Purpose', 'Users'] },
  'rmf-map-2-1': { facts: ['Kind', 'Purpose'] },
  'rmf-map-3-5': { facts: ['A licensed person looks first'] },
  'rmf-measure-2-7': { facts: [...encrypted, ...entry] },
  'rmf-measure-2-8': { facts: log },
  'rmf-measure-2-9': { facts: ['Shows why it says what it says'] },
  'rmf-measure-2-11': { facts: traits },
  'rmf-manage-1-1': { facts: ['Stage'] },
  'rmf-manage-2-4': { facts: ['Somebody here can stop it'] },
  'rmf-manage-3-2': { facts: ['Model'] },
  'gai-2-4': { cover: true, flows: ['Trains a model'] },
  'gai-2-8': { facts: ['A licensed person looks first'] },
  'gai-2-9': { facts: entry },
  'pia-flows': { flows: ['Identifiers', 'Clinical data'] },
  'pia-less': { flows: ['Minimum necessary'] },
  'pia-roles': { facts: ['Users', ...entry] },
  'pia-agreement': { cover: true },
  'pia-behind': { flows: ['Other vendors on its path'] },
  'pia-place': { flows: ['Goes to'] },
  'pia-encrypted': { facts: encrypted },
  'pia-logs': { facts: log },
  'pia-training': { flows: ['Trains a model', 'Patients authorized it'] },
  'pia-deidentified': { flows: ['De-identification'] },
  'pia-kept': { flows: ['Kept for'] },
  'pia-told': { facts: ['Patients are told'] },
  'pia-object': { facts: ['Patients can opt out'] },
  'n1557-decided': { facts: ['Supports decisions on care'] },
  'n1557-inputs': { facts: traits },
  'n1557-stand-ins': { facts: traits },
  'n1557-person': { facts: ['A licensed person looks first'] },
}

const unsaid = 'not recorded'

function coverLines({ cover }: ContentSystem): string[] {
  const missing = cover.steps.filter(({ state }) => state === 'Not covered')
  return [`Cover by agreements: ${cover.state}`, ...missing.map(({ flow, because }) => `${flow}: ${because}`)]
}

function systemLines(system: ContentSystem, { facts = [], flows = [], cover }: Behind): string[] {
  const labelled = (all: ContentSystem['facts'], label: string) =>
    all.find((fact) => fact.label === label)?.value || unsaid
  return [
    ...facts.map((label) => `${label}: ${labelled(system.facts, label)}`),
    ...(cover ? coverLines(system) : []),
    ...(flows.length > 0 && system.flows.length === 0 ? ['No flow of patient data is described'] : []),
    ...system.flows.flatMap((flow) =>
      flows.map((label) => `${flow.ref} ${flow.purpose}: ${label}: ${labelled(flow.facts, label)}`),
    ),
  ]
}

async function reviewLines(tx: Tx, systemId: string): Promise<string[]> {
  const next = await tx.obligation.findFirst({
    where: {
      recordKind: 'ai-system',
      recordId: systemId,
      state: 'open',
      key: { in: ['first-review', 'yearly-review'] },
    },
    orderBy: { dueOn: 'asc' },
    select: { dueOn: true, owner: { select: { name: true } } },
  })
  if (!next) return ['No review of it is planned']
  return [`Next review: ${formatDay(dayOf(next.dueOn))}, ${next.owner?.name ?? 'nobody is named'}`]
}

/** The practice’s own analysis: numbers of the registers, for three of its questions. */
async function practiceLines(tx: Tx, keys: ReadonlySet<string>, today: Day): Promise<[string, string[]][]> {
  const open = { archivedAt: null, closedOn: null }
  const [analysis, management, vendors] = [
    'sra-164-308-a-1-ii-a',
    'sra-164-308-a-1-ii-b',
    'sra-164-308-b-1',
  ] as const
  const lines: [string, string[]][] = []
  if (keys.has(analysis) || keys.has(management)) {
    const all = await tx.risk.count({ where: open })
    const unscored = await tx.risk.count({ where: { ...open, currentScore: null } })
    const beyond = await tx.risk.count({ where: { ...open, beyondAppetite: true } })
    lines.push(
      [analysis, [`${count(all, 'open risk')}, ${unscored} not scored`]],
      [management, [`${count(all, 'open risk')}, ${beyond} beyond what the practice accepts`]],
    )
  }
  if (keys.has(vendors)) {
    const covers = [...(await coversOf(tx, analysed, today)).values()]
    const of = (...states: string[]) => covers.filter(({ state }) => states.includes(state)).length
    const total = covers.length
    lines.push([
      vendors,
      [
        `${count(total, 'AI system')} with patient data: ${of('uncovered', 'override')} not covered, ${of('undescribed')} with no flow described`,
      ],
    ])
  }
  return lines
}

/**
 * What the register says about each of these questions, so that an answer does not go against it unseen: facts of the system,
 * and the controls that name the requirement. For those who may read all that the assessment rests on. A constant number of
 * statements, however many questions.
 */
export async function registerSays(
  actor: Actor,
  assessmentId: string,
  questions: readonly Question[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const today = todayFor(actor)
  return read(actor, async (tx) => {
    const { systemId } = await tx.assessment.findUniqueOrThrow({
      where: { id: assessmentId },
      select: { systemId: true },
    })
    const found = new Map<string, string[]>()
    const add = (key: string, lines: readonly string[]) =>
      found.set(key, [...(found.get(key) ?? []), ...lines])
    const behind = questions.flatMap(({ key }) => {
      const of = behindQuestions[key]
      return of ? [{ key, of }] : []
    })
    if (systemId && behind.length > 0) {
      const [system] = await systemsIn(tx, { id: systemId }, today)
      for (const { key, of } of behind) if (system) add(key, systemLines(system, of))
      for (const { key, of } of behind) if (of.review) add(key, await reviewLines(tx, systemId))
    }
    if (!systemId)
      for (const [key, lines] of await practiceLines(tx, new Set(questions.map((one) => one.key)), today))
        add(key, lines)
    const controls = await controlsIn(tx, questions)
    for (const { key, requirement } of questions)
      add(
        key,
        controls
          .filter((control) => requirement && control.requirements.includes(requirement.requirement))
          .map(({ ref, title, state, testResult }) =>
            [`${ref} ${title}: ${state}`, ...(testResult ? [`last test: ${testResult}`] : [])].join(', '),
          ),
      )
    return found
  })
}
