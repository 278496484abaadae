import { createAgreement } from '#lib/agreements/commands'
import { recordDataReturn, saveClauses, terminateAgreement } from '#lib/agreements/decisions'
import { getAgreement } from '#lib/agreements/queries'
import { overrideCover } from '#lib/ai-systems/cover-override'
import { listSystems } from '#lib/ai-systems/queries'
import { systemTable } from '#lib/ai-systems/table'
import { addDays, type Day, daysBetween, lastQuarterEnd } from '#lib/base/days'
import { parseListState } from '#lib/kernel/table'
import { requiredClauses } from '#lib/law/agreement-clauses'
import { keepGate } from '../phi-gate.ts'
import { type DemoCast, type DemoStep, must } from './life.ts'

/** One agreement of the demo practice and its life so far. Days before the demo's today; those to come are negative. */
interface DemoAgreement {
  vendor: string
  /** The vendor for which it works; none for the practice's own. */
  behind?: string
  kind: 'baa' | 'contract'
  title?: string
  entered: number
  signed?: number
  sent?: number
  ends?: number
  renewal?: 'ends' | 'renews' | 'evergreen'
  noticeDays?: number
  breachDays?: number
  yearlyCost?: number
  confirmed?: number
  /** Clauses that are not simply there. */
  clauses?: Readonly<Record<string, 'weak' | 'absent' | 'present'>> | 'unread'
  terminated?: { ago: number; reason: string; returned: number; note: string }
  owner: string
}

const agreements: readonly DemoAgreement[] = [
  {
    vendor: 'Northbeam EHR',
    kind: 'baa',
    ...{ entered: 612, signed: 614, ends: -75, renewal: 'renews', noticeDays: 60, breachDays: 10 },
    clauses: { 'no-training': 'present', 'model-changes': 'absent' },
    owner: 'it-lead',
  },
  {
    vendor: 'Northbeam EHR',
    kind: 'contract',
    title: 'Subscription',
    ...{ entered: 611, signed: 614, ends: -75, renewal: 'renews', noticeDays: 90, yearlyCost: 61_200 },
    owner: 'office-manager',
  },
  {
    vendor: 'Quillwell Health',
    kind: 'baa',
    ...{ entered: 380, signed: 382, ends: -348, renewal: 'ends', breachDays: 5 },
    clauses: { 'no-training': 'present', 'chain-named': 'weak', logs: 'present' },
    owner: 'officer',
  },
  {
    vendor: 'Bellwether Voice',
    kind: 'baa',
    ...{ entered: 230, signed: 232, ends: 4, renewal: 'ends' },
    clauses: { books: 'weak', 'no-training': 'absent' },
    owner: 'front-desk-lead',
  },
  {
    vendor: 'Ledgerleaf',
    kind: 'baa',
    ...{ entered: 308, signed: 309, ends: -41, renewal: 'ends', noticeDays: 30 },
    clauses: { accounting: 'weak' },
    owner: 'billing-lead',
  },
  {
    vendor: 'Lumenray Imaging',
    kind: 'baa',
    ...{ entered: 680, signed: 682, renewal: 'evergreen' },
    owner: 'imaging-lead',
  },
  {
    vendor: 'Gatepost Security',
    kind: 'baa',
    ...{ entered: 488, signed: 489, renewal: 'evergreen' },
    owner: 'it-lead',
  },
  {
    vendor: 'Mindmargin',
    kind: 'baa',
    ...{ entered: 424, signed: 425, renewal: 'evergreen' },
    terminated: {
      ago: 229,
      reason: 'The trial ended.',
      returned: 215,
      note: 'Certificate of destruction by mail.',
    },
    owner: 'counselor',
  },
  {
    vendor: 'Irisgate',
    kind: 'baa',
    ...{ entered: 28, sent: 29, renewal: 'evergreen' },
    clauses: 'unread',
    owner: 'np-lead',
  },
  {
    vendor: 'Cirrostack Cloud',
    behind: 'Northbeam EHR',
    kind: 'baa',
    ...{ entered: 16, signed: 600, confirmed: 16, renewal: 'evergreen' },
    clauses: 'unread',
    owner: 'it-lead',
  },
  {
    vendor: 'Cirrostack Cloud',
    behind: 'Quillwell Health',
    kind: 'baa',
    ...{ entered: 15, signed: 700, confirmed: 15, renewal: 'evergreen' },
    clauses: 'unread',
    owner: 'it-lead',
  },
]

/**
 * The gate looked before the chains behind the vendors were known, again after the last lapse, and on the last days of the
 * quarters past, when the numbers were kept that the overview compares with.
 */
function gateLooked(today: Day): number[] {
  const lastDay = lastQuarterEnd(today)
  const quarters = [lastDay, lastQuarterEnd(lastDay), lastQuarterEnd(lastQuarterEnd(lastDay))]
  return [...new Set([31, 3, ...quarters.map((on) => daysBetween(on, today))])]
}

/** Everything that happened to the demo's agreements, through the same commands that people use. `idOf`: vendors by name. */
export function livesOfAgreements(cast: DemoCast, today: Day, idOf: (name: string) => string): DemoStep[][] {
  return [
    ...agreements.map((one) => lifeOf(one, cast, today, idOf)),
    [letThrough(cast, today)],
    ...gates(cast, today),
  ]
}

function lifeOf(
  { entered, terminated, clauses = {}, ...one }: DemoAgreement,
  cast: DemoCast,
  today: Day,
  idOf: (name: string) => string,
): DemoStep[] {
  const { officer } = cast
  const on = (ago: number | undefined) => (ago === undefined ? '' : addDays(today, -ago))
  const label = `${one.vendor}: ${one.title ?? one.kind}`
  let id = ''
  const seen = async () => ({ id, version: (await getAgreement(officer, id))?.version ?? 1 })
  const steps: DemoStep[] = [
    {
      ago: entered,
      run: async () => {
        const input = {
          ...{ title: one.title ?? '', kind: one.kind, covers: 'all', services: '', notes: '' },
          ...{ ourSigner: '', theirSigner: '', effectiveOn: '', renewalMonths: '', predecessorId: '' },
          vendorId: idOf(one.vendor),
          upstreamId: one.behind ? idOf(one.behind) : '',
          sentOn: on(one.sent),
          signedOn: on(one.signed),
          endsOn: on(one.ends),
          confirmedOn: on(one.confirmed),
          renewal: one.renewal ?? 'ends',
          noticeDays: String(one.noticeDays ?? ''),
          breachDays: String(one.breachDays ?? ''),
          yearlyCost: String(one.yearlyCost ?? ''),
          ownerId: cast.person(one.owner).personId,
          backupId: '',
        }
        id = must(await createAgreement(officer, input), label).id
        if (clauses === 'unread' || one.kind !== 'baa') return
        const there = Object.fromEntries(requiredClauses.map(({ key }) => [key, { state: 'present' }]))
        const others = Object.entries(clauses).map(([key, state]) => [key, { state }] as const)
        const found: Record<string, { state: string }> = { ...there, ...Object.fromEntries(others) }
        must(await saveClauses(officer, { ...(await seen()), clauses: found }), `${label}: clauses`)
      },
    },
  ]
  if (terminated) {
    const { ago, reason, returned, note } = terminated
    steps.push({
      ago,
      run: async () => {
        must(await terminateAgreement(officer, { ...(await seen()), on: on(ago), reason }), `${label}: end`)
      },
    })
    steps.push({
      ago: returned,
      run: async () => {
        const input = { ...(await seen()), how: 'destroyed', on: on(returned), note }
        must(await recordDataReturn(officer, input), `${label}: data`)
      },
    })
  }
  return steps
}

/** The officer lets the scribe go on while the agreement with the host of its model is on its way. */
function letThrough({ officer }: DemoCast, today: Day): DemoStep {
  return {
    ago: 9,
    run: async () => {
      const { rows } = await listSystems(officer, parseListState(systemTable, { q: 'Ambient scribe' }))
      const [scribe] = rows
      if (!scribe) throw new Error('demo: there is no ambient scribe')
      const reason = 'Quillwell promised its agreement with Loquat Models by the end of next month.'
      const input = { id: scribe.id, version: scribe.version, until: addDays(today, 20), reason }
      must(await overrideCover(officer, input), 'letting the scribe through')
    },
  }
}

function gates({ officer }: DemoCast, today: Day): DemoStep[][] {
  return gateLooked(today).map((ago) => [{ ago, run: async () => void (await keepGate(officer.practiceId)) }])
}
