import type { Stage } from './options.ts'
import { isIdentifiable } from './tier.ts'

/** Which stage may follow which. */
const nextStages: Record<Stage, readonly Stage[]> = {
  proposed: ['in-review', 'retired'],
  'in-review': ['approved', 'proposed', 'retired'],
  approved: ['in-use', 'in-review', 'retired'],
  'in-use': ['suspended', 'retired'],
  suspended: ['in-use', 'in-review', 'retired'],
  retired: ['in-review'],
}

/** What a move is called on its button. */
export function moveLabel(from: Stage, to: Stage): string {
  if (to === 'in-review')
    return from === 'retired' ? 'Take up again' : from === 'proposed' ? 'Start the review' : 'Back to review'
  if (to === 'proposed') return 'Back to proposed'
  if (to === 'approved') return 'Approve'
  if (to === 'in-use') return from === 'suspended' ? 'Resume use' : 'Put in use'
  if (to === 'suspended') return 'Suspend'
  return from === 'proposed' || from === 'in-review' ? 'Decline' : 'Retire'
}

/** The facts a move depends on. */
export interface MoveFacts {
  stage: Stage
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
  flows: readonly {
    deidentification: string
    identifiers: readonly string[]
    destination: string
    minimumNecessary: string
  }[]
  safeguards: readonly { key: string; state: string }[]
}

/** What must be filled in before a move, said before the button is pressed. */
export interface Requirement {
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
  return nextStages[facts.stage].map((to) => {
    const requirements = requirementsFor(facts, to)
    return { to, requirements, ready: requirements.every((requirement) => requirement.met) }
  })
}

function requirementsFor(facts: MoveFacts, to: Stage): Requirement[] {
  if (to === 'in-review') return [{ says: 'It has an owner.', met: facts.ownerId !== null, at: 'ownerId' }]
  if (to === 'approved') return approval(facts)
  if (to !== 'in-use') return []
  const state = (key: string) => facts.safeguards.find((row) => row.key === key)?.state ?? 'unknown'
  const answered = (key: string) => state(key) === 'met' || state(key) === 'not-applicable'
  return [
    ...approval(facts),
    { says: 'It has a backup owner.', met: facts.backupId !== null, at: 'backupId' },
    { says: 'Somebody here can stop it.', met: answered('stop'), at: 'safeguards.stop.state' },
    {
      says: 'Staff know what to do when it is off.',
      met: answered('fallback'),
      at: 'safeguards.fallback.state',
    },
  ]
}

function approval(facts: MoveFacts): Requirement[] {
  const known = (...values: string[]) => values.every((value) => value !== 'unknown')
  return [
    { says: 'It has an owner.', met: facts.ownerId !== null, at: 'ownerId' },
    { says: 'Its purpose is described.', met: facts.purpose.trim() !== '', at: 'purpose' },
    {
      says: 'The questions that decide which law applies are answered.',
      met: known(
        facts.reachesPatient,
        facts.licensedReview,
        facts.useKind,
        facts.therapy,
        facts.generative,
        facts.decisionSupport,
      ),
      at: 'reachesPatient',
    },
    {
      says: 'Its patient data is known: either none goes in, or every flow is described.',
      met: facts.patientData === 'no' || (facts.patientData === 'yes' && facts.flows.length > 0),
      at: facts.patientData === 'yes' ? 'flows' : 'patientData',
    },
    {
      says: 'Every flow of identifiable data names its identifiers, where they go, and why no less would do.',
      met: facts.flows.every(isDescribed),
      at: 'flows',
    },
    { says: 'It has been reviewed.', met: facts.reviewed, at: 'review' },
  ]
}

/** Whether a flow says what approval asks of data from which patients can be told apart. */
export function isDescribed(flow: MoveFacts['flows'][number]): boolean {
  return (
    !isIdentifiable(flow) ||
    (flow.identifiers.length > 0 && flow.destination.trim() !== '' && flow.minimumNecessary.trim() !== '')
  )
}
