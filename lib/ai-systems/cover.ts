import { addDays, type Day, formatDay } from '#lib/base/days'
import { agreementStatus, expiringDays, inForce, lastDayInForce, type Terms } from '#lib/law/agreement-terms'
import { isIdentifiable } from './tier.ts'

/** A vendor that patient data may reach. */
export interface CoverVendor {
  id: string
  ref: string
  name: string
  /** yes | no | unknown */
  businessAssociate: string
}

/** `vendorId` passes data on to `subProcessorId`, or may. */
export interface CoverLink {
  vendorId: string
  subProcessorId: string
  /** yes | no | unknown: whether patient data gets that far. */
  patientData: string
}

/** An agreement that may cover patient data: archived ones are left out. */
export interface CoverAgreement extends Terms {
  id: string
  ref: string
  kind: string
  vendorId: string
  upstreamId: string | null
  complete: boolean
  covers: string
  systemIds: readonly string[]
  flowIds: readonly string[]
}

export interface CoverFlow {
  id: string
  ref: string
  deidentification: string
  vendorIds: readonly string[]
}

export interface CoverSystem {
  id: string
  vendorId: string | null
  vendorName: string
  runsWhere: string
  patientData: string
  overrideUntil: Day | null
  flows: readonly CoverFlow[]
}

/** Everything around the systems that the gate looks at. */
export interface CoverWorld {
  vendors: ReadonlyMap<string, CoverVendor>
  links: readonly CoverLink[]
  agreements: readonly CoverAgreement[]
}

export const coverStates = [
  'not-needed',
  'undescribed',
  'covered',
  'lapsing',
  'override',
  'uncovered',
] as const
export type CoverState = (typeof coverStates)[number]

/** One vendor on the path of one flow, and whether the data may be there. */
export interface PathStep {
  flowId: string
  flowRef: string
  /** Null where no vendor of the register is named. */
  vendor: CoverVendor | null
  /** The vendor that passes the data on to it; null for the practice's own. */
  through: CoverVendor | null
  state: 'not-needed' | 'covered' | 'lapsing' | 'missing'
  /** In a sentence. */
  because: string
  agreement: { id: string; ref: string } | null
  /** The last day on which it is covered, where one is known. */
  until: Day | null
}

export interface Cover {
  state: CoverState
  steps: PathStep[]
  /** The last day on which all of it is covered; null when no end is in sight, or it is not covered. */
  until: Day | null
}

type Verdict = Pick<PathStep, 'state' | 'because'> & Partial<Pick<PathStep, 'agreement' | 'until'>>
const missing = (because: string): Verdict => ({ state: 'missing', because })
const notNeeded = (because: string): Verdict => ({ state: 'not-needed', because })

/** What the gate says of a system, with the reason for every vendor on every path. Pure. */
export function coverOf(system: CoverSystem, world: CoverWorld, today: Day): Cover {
  if (system.flows.length === 0)
    return { state: system.patientData === 'no' ? 'not-needed' : 'undescribed', steps: [], until: null }
  const steps = system.flows.flatMap((flow) => stepsOf(flow, system, world, today))
  const untils = steps.flatMap(({ until }) => until ?? [])
  const until = untils.length > 0 ? untils.reduce((a, b) => (a < b ? a : b)) : null
  const has = (state: PathStep['state']) => steps.some((step) => step.state === state)
  if (has('missing')) {
    const isOverridden = system.overrideUntil !== null && system.overrideUntil >= today
    return {
      state: isOverridden ? 'override' : 'uncovered',
      steps,
      until: isOverridden ? system.overrideUntil : null,
    }
  }
  if (has('lapsing')) return { state: 'lapsing', steps, until }
  return { state: has('covered') ? 'covered' : 'not-needed', steps, until }
}

function stepsOf(flow: CoverFlow, system: CoverSystem, world: CoverWorld, today: Day): PathStep[] {
  const step = (vendor: CoverVendor | null, through: CoverVendor | null, verdict: Verdict): PathStep => ({
    ...{ flowId: flow.id, flowRef: flow.ref, vendor, through, agreement: null, until: null },
    ...verdict,
  })
  if (!isIdentifiable(flow))
    return [step(null, null, notNeeded('The data is de-identified, so no agreement is needed.'))]
  const direct = [...new Set([...(system.vendorId ? [system.vendorId] : []), ...flow.vendorIds])]
  if (direct.length === 0) return [step(null, null, withoutVendor(system))]
  const steps: PathStep[] = []
  const seen = new Set<string>()
  const queue: { vendorId: string; throughId: string | null; link: CoverLink | null }[] = direct.map(
    (vendorId) => ({ vendorId, throughId: null, link: null }),
  )
  for (const { vendorId, throughId, link } of queue) {
    const vendor = world.vendors.get(vendorId)
    if (!vendor || seen.has(`${throughId} ${vendorId}`)) continue
    seen.add(`${throughId} ${vendorId}`)
    const through = throughId ? (world.vendors.get(throughId) ?? null) : null
    const verdict = verdictOn({ flow, system, vendor, through, link }, world.agreements, today)
    steps.push(step(vendor, through, verdict))
    // A limited data set goes out under the recipient's own promise; whoever is no business associate passes nothing on for us.
    if (flow.deidentification === 'limited-data-set' || vendor.businessAssociate === 'no') continue
    for (const next of world.links)
      if (next.vendorId === vendorId && next.patientData !== 'no')
        queue.push({ vendorId: next.subProcessorId, throughId: vendorId, link: next })
  }
  return steps
}

function withoutVendor({ vendorName, runsWhere }: CoverSystem): Verdict {
  if (runsWhere === 'own-servers')
    return notNeeded('It runs on our own computers, and no vendor is named that gets the data.')
  return missing(
    vendorName.trim()
      ? `“${vendorName.trim()}” is not linked to a vendor of the register.`
      : 'No vendor is named, so nobody can say who gets the data.',
  )
}

interface OnPath {
  flow: CoverFlow
  system: CoverSystem
  vendor: CoverVendor
  through: CoverVendor | null
  link: CoverLink | null
}

function verdictOn(at: OnPath, agreements: readonly CoverAgreement[], today: Day): Verdict {
  const { flow, vendor, through, link } = at
  const isLimited = flow.deidentification === 'limited-data-set'
  if (!isLimited && vendor.businessAssociate === 'no')
    return notNeeded(`${vendor.name} was determined to be no business associate.`)
  if (!isLimited && vendor.businessAssociate !== 'yes')
    return missing(`Nobody has decided whether ${vendor.name} is a business associate.`)
  if (link?.patientData === 'unknown' && through)
    return missing(`Whether patient data gets from ${through.name} to ${vendor.name} is not known.`)
  const own = agreements.filter(
    ({ vendorId, upstreamId }) =>
      vendorId === vendor.id && (upstreamId === null || upstreamId === through?.id),
  )
  const fitting = own.filter(({ kind }) => kind === 'baa' || (isLimited && kind === 'data-use'))
  const good = fitting.filter((one) => inForce(one, today) && one.complete && reaches(one, at))
  if (good.length === 0) return missing(whyNot(at, fitting, today))
  return coveredBy(good, today)
}

const reaches = ({ covers, systemIds, flowIds }: CoverAgreement, { system, flow }: OnPath): boolean =>
  covers === 'all' || systemIds.includes(system.id) || flowIds.includes(flow.id)

/** Of several agreements the one that lasts longest. */
function coveredBy(good: readonly CoverAgreement[], today: Day): Verdict {
  const lasting = good.map((one) => ({ one, last: lastDayInForce(one) }))
  const [best] = lasting.toSorted((a, b) => (b.last ?? '9999').localeCompare(a.last ?? '9999'))
  if (!best) return missing('')
  const { one, last } = best
  const agreement = { id: one.id, ref: one.ref }
  if (last && last <= addDays(today, expiringDays))
    return {
      state: 'lapsing',
      agreement,
      until: last,
      because: `Covered by ${one.ref}, which ends on ${formatDay(last)}.`,
    }
  return { state: 'covered', agreement, until: last, because: `Covered by ${one.ref}.` }
}

/** Which link is missing: the nearest thing to an agreement that there is, and what it lacks. */
function whyNot(
  { flow, vendor, through, ...at }: OnPath,
  fitting: readonly CoverAgreement[],
  today: Day,
): string {
  const what =
    flow.deidentification === 'limited-data-set' ? 'data use agreement' : 'business associate agreement'
  const whom = through ? `between ${through.name} and ${vendor.name}` : `with ${vendor.name}`
  const inTime = fitting.filter((one) => inForce(one, today))
  const incomplete = inTime.find(({ complete }) => !complete)
  if (incomplete)
    return `${incomplete.ref} ${whom} lacks clauses that the law requires, or nobody has looked for them.`
  const elsewhere = inTime.find((one) => !reaches(one, { flow, vendor, through, ...at }))
  if (elsewhere) return `${elsewhere.ref} ${whom} names other AI systems and data flows, and not this one.`
  const order = ['lapsed', 'terminated', 'upcoming', 'sent', 'draft']
  const [nearest] = fitting
    .map((one) => ({ one, status: agreementStatus(one, today) }))
    .filter(({ status }) => order.includes(status))
    .toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
  if (!nearest) return `There is no ${what} ${whom}.`
  const { one, status } = nearest
  const last = lastDayInForce(one)
  if (status === 'lapsed') return `${one.ref} ${whom} ended${last ? ` on ${formatDay(last)}` : ''}.`
  if (status === 'terminated') return `${one.ref} ${whom} was terminated.`
  if (status === 'upcoming') return `${one.ref} ${whom} has not begun yet.`
  return `${one.ref} ${whom} is not signed.`
}

/** The links that are missing, each once. */
export function missingLinks({ steps }: Pick<Cover, 'steps'>): PathStep[] {
  const seen = new Set<string>()
  return steps.filter(({ state, because }) => {
    if (state !== 'missing' || seen.has(because)) return false
    seen.add(because)
    return true
  })
}
