import { listSystems } from '#lib/ai-systems/queries'
import { systemTable } from '#lib/ai-systems/table'
import { addDays, type Day } from '#lib/base/days'
import { parseListState } from '#lib/kernel/table'
import { requirementKey } from '#lib/law/frameworks/all-frameworks'
import { starterRisks } from '#lib/law/library/risks'
import { saveAction, settleAction } from '#lib/risks/action-commands'
import { createRisk } from '#lib/risks/commands'
import { acceptRisk, closeRisk, scoreRisk } from '#lib/risks/decisions'
import { getRisk } from '#lib/risks/detail-queries'
import { saveAppetite } from '#lib/risks/scale-commands'
import { parsePair } from '#lib/risks/scores'
import { type DemoCast, type DemoStep, must } from './life.ts'

/** One risk of the demo practice and its life so far. Days before the demo's today; those to come are negative. */
interface DemoRisk {
  /** The starter risk whose words it takes. */
  starter: string
  /** The AI system or the vendor it concerns; neither is the whole practice. */
  system?: string
  vendor?: string
  owner: string
  entered: number
  treatment?: 'reduce' | 'transfer' | 'avoid'
  how?: string
  /** Without controls, now, wanted. */
  scored?: readonly { ago: number; scores: readonly [string, string, string]; note: string }[]
  actions?: readonly {
    title: string
    owner: string
    planned: number
    due: number
    done?: { ago: number; outcome: string }
  }[]
  accepted?: { ago: number; until: number; reason: string }
  closed?: { ago: number; reason: string }
}

const risks: readonly DemoRisk[] = [
  {
    starter: 'phi-in-unapproved-tool',
    owner: 'officer',
    entered: 300,
    treatment: 'reduce',
    how: 'Block the open chatbots and offer one that is approved.',
    scored: [
      { ago: 296, scores: ['5 x 4', '5 x 4', '2 x 4'], note: 'Two people said they do it.' },
      { ago: 100, scores: ['5 x 4', '4 x 4', '2 x 4'], note: 'The web filter blocks the best known ones.' },
    ],
    actions: [
      {
        title: 'Block the well-known chatbots on the web filter',
        owner: 'it-lead',
        planned: 290,
        due: 200,
        done: { ago: 196, outcome: 'Nine sites are blocked on work devices; phones are not covered.' },
      },
      { title: 'Offer one approved tool for letters', owner: 'office-manager', planned: 95, due: 12 },
    ],
  },
  {
    starter: 'no-agreement-at-model-host',
    system: 'Ambient scribe',
    vendor: 'Quillwell Health',
    owner: 'officer',
    entered: 120,
    treatment: 'reduce',
    how: 'Quillwell promised its agreement with the host of the model.',
    scored: [
      {
        ago: 115,
        scores: ['3 x 4', '3 x 4', '1 x 4'],
        note: 'The host is known, the agreement is not there.',
      },
      { ago: 20, scores: ['3 x 5', '4 x 5', '1 x 4'], note: 'All three physicians use it now.' },
    ],
    actions: [
      { title: 'Get Quillwell’s agreement with Loquat Models', owner: 'officer', planned: 18, due: -20 },
    ],
  },
  {
    starter: 'unread-note-signed',
    system: 'Ambient scribe',
    owner: 'np-lead',
    entered: 200,
    treatment: 'reduce',
    how: 'Read ten signed notes a month against the recording.',
    scored: [
      {
        ago: 190,
        scores: ['4 x 4', '3 x 4', '2 x 4'],
        note: 'First month of samples: three notes had errors.',
      },
      { ago: 60, scores: ['4 x 4', '2 x 4', '2 x 4'], note: 'One note of thirty.' },
    ],
    actions: [{ title: 'Sample ten signed notes in October', owner: 'np-lead', planned: 80, due: 24 }],
  },
  {
    starter: 'voice-agent-wrong-patient',
    system: 'After-hours phone agent',
    owner: 'front-desk-lead',
    entered: 150,
    treatment: 'reduce',
    how: 'Ask for two identifiers before anything is said.',
    scored: [{ ago: 140, scores: ['4 x 3', '3 x 3', '1 x 3'], note: 'It asks for the name alone.' }],
  },
  {
    starter: 'outage-without-fallback',
    system: 'After-hours phone agent',
    owner: 'front-desk-lead',
    entered: 210,
    scored: [
      { ago: 205, scores: ['3 x 3', '2 x 3', '2 x 3'], note: 'Calls roll over to the answering service.' },
    ],
    accepted: {
      ago: 200,
      until: -60,
      reason: 'The answering service takes over within a minute; more would cost more than it saves.',
    },
  },
  {
    starter: 'imaging-trusted-too-much',
    system: 'Chest X-ray triage',
    owner: 'imaging-lead',
    entered: 420,
    scored: [{ ago: 410, scores: ['3 x 5', '2 x 5', '1 x 5'], note: 'Every film is read by a radiologist.' }],
    accepted: {
      ago: 400,
      until: 36,
      reason: 'Every film is still read within the day, whatever the tool says.',
    },
  },
  {
    starter: 'vendor-keeps-data',
    vendor: 'Mindmargin',
    owner: 'counselor',
    entered: 260,
    treatment: 'avoid',
    how: 'End the trial and ask for destruction.',
    scored: [{ ago: 250, scores: ['3 x 4', '2 x 4', '1 x 4'], note: 'The agreement asks for destruction.' }],
    closed: { ago: 210, reason: 'The certificate of destruction is here; nothing is with them any more.' },
  },
  {
    starter: 'subgroup-under-triaged',
    system: 'Sepsis warning in the EHR',
    owner: 'np-lead',
    entered: 45,
  },
  { starter: 'codes-too-high', system: 'Coding assistant', owner: 'billing-lead', entered: 16 },
  {
    starter: 'vendor-tells-late',
    vendor: 'Bellwether Voice',
    owner: 'officer',
    entered: 90,
    treatment: 'transfer',
    how: 'The next agreement promises word within five days and pays for notices.',
    scored: [
      { ago: 85, scores: ['3 x 3', '3 x 3', '2 x 3'], note: 'Its agreement names no number of days.' },
    ],
  },
]

const blank = {
  ...{ treatment: 'undecided', treatmentNote: '', identifiedOn: '', reviewEveryMonths: '12', notes: '' },
  ...{ backupId: '', siteIds: [], controlIds: [] },
}

/** Everything that happened to the demo's risks, through the same commands that people use. `idOf`: vendors by name. */
export function livesOfRisks(cast: DemoCast, today: Day, idOf: (name: string) => string): DemoStep[][] {
  const appetite: DemoStep = {
    ago: 298,
    run: async () => {
      const most = { privacy: 9, security: 9, 'clinical-safety': 8, legal: 12 }
      must(await saveAppetite(cast.owner, { most }), 'what risk is carried')
    },
  }
  return [[appetite], ...risks.map((risk) => lifeOf(risk, cast, today, idOf))]
}

function six(scores: readonly [string, string, string]) {
  const [inherent, current, target] = scores.map(parsePair)
  return {
    inherentLikelihood: inherent?.likelihood,
    inherentImpact: inherent?.impact,
    currentLikelihood: current?.likelihood,
    currentImpact: current?.impact,
    targetLikelihood: target?.likelihood,
    targetImpact: target?.impact,
  }
}

function lifeOf(
  { starter, system, vendor, owner, entered, scored = [], actions = [], accepted, closed, ...risk }: DemoRisk,
  cast: DemoCast,
  today: Day,
  idOf: (name: string) => string,
): DemoStep[] {
  const { officer } = cast
  const personId = (key: string) => cast.person(key).personId
  let id = ''
  const found = async () => {
    const detail = await getRisk(officer, id)
    if (!detail) throw new Error(`demo: there is no risk ${starter}`)
    return detail
  }
  const seen = async () => ({ id, version: (await found()).version })
  const steps: DemoStep[] = [
    {
      ago: entered,
      run: async () => {
        const words = starterRisks.find(({ key }) => key === starter)
        if (!words) throw new Error(`demo: there is no starter risk ${starter}`)
        const { title, category, cause, event, consequence, threat, vulnerability, generativeRisk } = words
        const input = {
          ...blank,
          ...{ title, category, cause, event, consequence, threat, vulnerability, generativeRisk },
          requirements: words.requirements.map(requirementKey),
          treatment: risk.treatment ?? 'undecided',
          treatmentNote: risk.how ?? '',
          ownerId: personId(owner),
          systemIds: system ? [await systemIdOf(cast, system)] : [],
          vendorIds: vendor ? [idOf(vendor)] : [],
        }
        id = must(await createRisk(officer, input), starter).id
      },
    },
  ]
  for (const { ago, scores, note } of scored)
    steps.push({
      ago,
      run: async () => {
        must(await scoreRisk(officer, { ...(await seen()), ...six(scores), note }), `${starter}: score`)
      },
    })
  for (const { title, owner: doer, planned, due, done } of actions) {
    steps.push({
      ago: planned,
      run: async () => {
        const input = { partId: '', title, ownerId: personId(doer), dueOn: addDays(today, -due) }
        must(await saveAction(officer, { ...(await seen()), ...input }), `${starter}: action`)
      },
    })
    if (done)
      steps.push({
        ago: done.ago,
        run: async () => {
          const action = (await found()).steps.find((step) => step.title === title)
          const input = { actionId: action?.id, how: 'done', outcome: done.outcome }
          must(await settleAction(cast.person(doer), input), `${starter}: done`)
        },
      })
  }
  if (accepted)
    steps.push({
      ago: accepted.ago,
      run: async () => {
        const input = { ...(await seen()), until: addDays(today, -accepted.until), reason: accepted.reason }
        must(await acceptRisk(cast.owner, input), `${starter}: acceptance`)
      },
    })
  if (closed)
    steps.push({
      ago: closed.ago,
      run: async () => {
        const input = { ...(await seen()), on: addDays(today, -closed.ago), reason: closed.reason }
        must(await closeRisk(officer, input), `${starter}: closing`)
      },
    })
  return steps
}

async function systemIdOf({ officer }: DemoCast, name: string): Promise<string> {
  const { rows } = await listSystems(officer, parseListState(systemTable, { q: name }))
  const found = rows.find((row) => row.name === name)
  if (!found) throw new Error(`demo: there is no AI system ${name}`)
  return found.id
}
