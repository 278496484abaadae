import { type Cover, missingLinks } from './cover.ts'
import { importReason } from './import-rows.ts'
import type { Stage } from './options.ts'
import { isIdentifiable } from './tier.ts'

/** Which stage may follow which. */
const nextStages: Record<Stage, readonly Stage[]> = {
  proposed: ['in-review', 'retired'],
  'in-review': ['approved', 'proposed', 'retired'],
  approved: ['in-use', 'in-review', 'retired'],
  'in-use': ['suspended', 'retired'],
  'suspended-pending': ['in-use', 'approved', 'in-review', 'suspended', 'retired'],
  suspended: ['in-use', 'in-review', 'retired'],
  retired: ['in-review'],
}

/** Nobody may use it: a person stopped it, or an agreement that it needs is missing. */
const isSuspended = (stage: string) => stage === 'suspended' || stage === 'suspended-pending'

/** What a move is called on its button. */
export function moveLabel(from: Stage, to: Stage): string {
  if (to === 'in-review')
    return from === 'retired'
      ? 'Take up again'
      : from === 'proposed'
        ? 'Move to in review'
        : 'Back to in review'
  if (to === 'proposed') return 'Back to proposed'
  if (to === 'approved') return 'Approve'
  if (to === 'in-use') return isSuspended(from) ? 'Resume use' : 'Put in use'
  if (to === 'suspended') return 'Suspend'
  return from === 'proposed' || from === 'in-review' ? 'Decline' : 'Retire'
}

/** The facts a move depends on. */
export interface MoveFacts {
  stage: Stage
  /** Why it is in its stage, and the day of its approval. */
  stageReason: string
  approvedOn: string | Date | null
  ownerId: string | null
  backupId: string | null
  purpose: string
  patientData: string
  reachesPatient: string
  licensedReview: string
  useKind: string
  therapy: string
  generative: string
  decisionSupport: string
  reviewed: boolean
  /** What the gate says of its patient data, judged now. */
  cover: Pick<Cover, 'state' | 'steps'>
  flows: readonly {
    deidentification: string
    identifiers: readonly string[]
    destination: string
    minimumNecessary: string
  }[]
  safeguards: readonly { key: string; state: string }[]
}

/** The questions that decide which law applies, in the order of the form. */
const lawQuestions = [
  'patientData',
  'reachesPatient',
  'licensedReview',
  'useKind',
  'therapy',
  'generative',
  'decisionSupport',
] as const satisfies readonly (keyof MoveFacts)[]

/** What must be filled in before a move, said before the button is pressed. */
export interface Requirement {
  /** What it is, as an entry of a list of what is missing or there. */
  says: string
  met: boolean
  /** Where it is filled in: a field of the form, 'flows' or 'review'. */
  at: string
}

export interface Move {
  to: Stage
  requirements: Requirement[]
  ready: boolean
}

/** Every move from the system's stage, with what each still lacks. */
export function movesOf(facts: MoveFacts): Move[] {
  const open = nextStages[facts.stage]
  return (facts.stage === 'in-use' && !approvedHere(facts) ? (['approved', ...open] as const) : open).map(
    (to) => {
      const requirements = requirementsFor(facts, to)
      return { to, requirements, ready: requirements.every((requirement) => requirement.met) }
    },
  )
}

function requirementsFor(facts: MoveFacts, to: Stage): Requirement[] {
  if (to === 'in-review') return [owner(facts)]
  if (to === 'approved') return approval(facts)
  if (to !== 'in-use') return []
  const state = (key: string) => facts.safeguards.find((row) => row.key === key)?.state ?? 'unknown'
  const answered = (key: string) => state(key) === 'met' || state(key) === 'not-applicable'
  return [
    ...approval(facts),
    { says: 'A backup', met: facts.backupId !== null, at: 'backupId' },
    { says: 'Somebody here who can stop it', met: answered('stop'), at: 'safeguards.stop.state' },
    {
      says: 'What staff do when it is off',
      met: answered('fallback'),
      at: 'safeguards.fallback.state',
    },
  ]
}

const owner = (facts: MoveFacts): Requirement => ({
  says: 'An owner',
  met: facts.ownerId !== null,
  at: 'ownerId',
})

/** Whether a step of the life cycle in this register approved it; a file that calls it approved did not. */
export function approvedHere({
  stage,
  stageReason,
  approvedOn,
}: {
  stage: string
  stageReason: string
  approvedOn: string | Date | null
}): boolean {
  const usable = stage === 'approved' || stage === 'in-use'
  return usable && approvedOn !== null && stageReason !== '' && stageReason !== importReason
}

function approval(facts: MoveFacts): Requirement[] {
  const open = lawQuestions.find((question) => facts[question] === 'unknown')
  return [
    owner(facts),
    { says: 'What it is used for', met: facts.purpose.trim() !== '', at: 'purpose' },
    {
      says: 'Answers to the questions that decide which law applies',
      met: open === undefined,
      at: open ?? 'reachesPatient',
    },
    ...dataRequirements(facts),
    ...coverRequirement(facts),
    { says: 'A review, written down', met: facts.reviewed, at: 'review' },
  ]
}

/** What is asked of the flows, where patient data goes in or somebody described that it does. */
function dataRequirements({ patientData, flows }: MoveFacts): Requirement[] {
  if (patientData !== 'yes' && flows.length === 0) return []
  return [
    {
      says:
        flows.length === 0
          ? 'Each flow of patient data: its identifiers, where they go, and why no less would do'
          : 'For each flow of identifiable data: its identifiers, where they go, and why no less would do',
      met: flows.length > 0 && flows.every(isDescribed),
      at: 'flows',
    },
  ]
}

/** The gate: every vendor on the path of patient data is covered, or an officer let it through for a time. */
function coverRequirement({ flows, cover }: MoveFacts): Requirement[] {
  if (flows.length === 0) return []
  const missing = missingLinks(cover)
  const met = cover.state !== 'uncovered'
  const says = met
    ? cover.state === 'override'
      ? 'An agreement is missing, and an officer lets it through for a time'
      : 'An agreement with every business associate that gets patient data'
    : `An agreement with every business associate that gets patient data: ${missing.map(({ because }) => because).join(' ')}`
  return [{ says: says.replace(/\.$/, ''), met, at: 'cover' }]
}

/** Whether a flow says what approval asks of data from which patients can be told apart. */
export function isDescribed(flow: MoveFacts['flows'][number]): boolean {
  return (
    !isIdentifiable(flow) ||
    (flow.identifiers.length > 0 && flow.destination.trim() !== '' && flow.minimumNecessary.trim() !== '')
  )
}
