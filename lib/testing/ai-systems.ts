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

interface Seen {
  id: string
  version: number
}

/** One input for each command on an AI system and its flow, in an order in which all of them can be called. */
export function systemInputs(
  ids: () => { siteId: string; systemId: string; flowId: string; personId: string },
  seen: { system: () => Promise<Seen>; flow: () => Promise<Seen> },
  more: () => { today: string; ownerId: string; reason: string },
): Record<string, () => unknown> {
  const record = () => ({ ...facts, siteIds: [ids().siteId], ownerId: more().ownerId })
  const on = (input: () => object) => async () => ({ ...input(), ...(await seen.system()) })
  const onFlow = (input: () => object) => async () => ({ ...input(), ...(await seen.flow()) })
  return {
    'ai-system.create': record,
    'ai-system.edit': on(() => ({ ...record(), name: 'Renamed' })),
    'ai-system.review': on(() => ({ what: 'review', on: more().today, note: more().reason })),
    'ai-system.override-tier': on(() => ({ tier: 'high', reason: more().reason })),
    'ai-system.override-cover': on(() => ({ until: more().today, reason: more().reason })),
    'ai-system.move': on(() => ({ to: 'in-review', reason: more().reason })),
    'ai-system.name-owners': () => ({ list: '', ownerId: ids().personId, backupId: '' }),
    'ai-system.duplicate': () => ({ id: ids().systemId }),
    'phi-flow.create': () => ({ ...flowFacts, systemId: ids().systemId }),
    'phi-flow.edit': onFlow(() => ({ ...flowFacts, purpose: 'Changed' })),
    'phi-flow.archive': onFlow(() => ({ reason: more().reason })),
  }
}
