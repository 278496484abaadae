import type pg from 'pg'
import { createSystem } from '#lib/ai-systems/commands'
import { getSystem } from '#lib/ai-systems/queries'
import type { Actor } from '#lib/kernel/access'
import { createPractice, valueOf } from './practice.ts'

/** What the form of a sound AI system sends. */
export const facts = {
  name: 'Ambient scribe',
  purpose: 'Writes the visit note from the conversation.',
  category: 'ambient-scribe',
  vendorName: 'Acme',
  product: '',
  modelName: '',
  runsWhere: 'vendor-cloud',
  productVersion: '',
  users: 'Physicians',
  notes: '',
  reachesPatient: 'no',
  licensedReview: 'yes',
  useKind: 'clinical',
  therapy: 'no',
  generative: 'yes',
  decisionSupport: 'no',
  protectedInputs: [],
  patientData: 'unknown',
  ownerId: '',
  backupId: '',
  siteIds: [] as string[],
  safeguards: {
    stop: { state: 'met', note: 'IT, within minutes' },
    fallback: { state: 'met', note: 'Type by hand' },
  },
}
/** What the form of a sound patient data flow sends. */
export const flowFacts = {
  purpose: 'Turn speech into a note',
  identifiers: ['A', 'P'],
  clinicalClasses: ['visit-conversation'],
  destination: 'Acme cloud',
  minimumNecessary: 'The note needs the conversation, nothing else is sent.',
  deidentification: 'none',
  retention: '30 days',
  trainsModel: 'no',
  authorization: 'no',
}

/** The system's page; throws when the actor does not see it. */
export async function detail(actor: Actor, id: string) {
  const system = await getSystem(actor, id)
  if (!system) throw new Error('not visible')
  return system
}

/** A practice whose register holds one proposed AI system, AI-001, owned by its officer and backed by its owner. */
export async function practiceWithSystem(pool: pg.Pool) {
  const practice = await createPractice(pool)
  const officer = await practice.actor('officer')
  const owner = await practice.actor('owner')
  const { id } = valueOf(
    await createSystem(officer, { ...facts, ownerId: officer.personId, backupId: owner.personId }),
  )
  const version = async () => (await detail(officer, id)).version
  return { practice, officer, owner, id, version }
}
