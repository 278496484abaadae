import type { Cover } from '#lib/ai-systems/cover'
import { coversOf } from '#lib/ai-systems/cover-queries'
import { clinicalClasses, deidentifications } from '#lib/ai-systems/flow-schema'
import { noIdentifiers } from '#lib/ai-systems/flow-words'
import * as options from '#lib/ai-systems/options'
import { safeguards } from '#lib/ai-systems/safeguards'
import type { ContentSystem } from '#lib/assessments/content'
import type { Day } from '#lib/base/days'
import { answers } from '#lib/kernel/answers'
import { type Option, optionLabel } from '#lib/kernel/table'
import { identifiers } from '#lib/law/identifiers'
import type { Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'

const flowSelect = {
  ref: true,
  purpose: true,
  identifiers: true,
  clinicalClasses: true,
  destination: true,
  minimumNecessary: true,
  deidentification: true,
  retention: true,
  trainsModel: true,
  authorization: true,
  vendors: { select: { vendor: { select: { ref: true, name: true } } }, orderBy: { vendorId: 'asc' } },
} as const satisfies Prisma.PhiFlowSelect

const select = {
  id: true,
  ref: true,
  name: true,
  purpose: true,
  category: true,
  vendorName: true,
  product: true,
  modelName: true,
  productVersion: true,
  runsWhere: true,
  users: true,
  reachesPatient: true,
  licensedReview: true,
  useKind: true,
  therapy: true,
  generative: true,
  decisionSupport: true,
  protectedInputs: true,
  patientData: true,
  stage: true,
  tier: true,
  owner: { select: { name: true } },
  vendor: { select: { ref: true, name: true } },
  sites: { select: { site: { select: { name: true } } }, orderBy: { siteId: 'asc' } },
  safeguards: { select: { key: true, state: true, note: true } },
  flows: { where: { archivedAt: null }, select: flowSelect, orderBy: [{ ref: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.AiSystemSelect

type Found = Prisma.AiSystemGetPayload<{ select: typeof select }>

const known = (value: string) => optionLabel(answers, value)
const list = (choices: readonly Option[], values: readonly string[]) =>
  values.map((value) => optionLabel(choices, value)).join('; ')

function factsIn(system: Found): ContentSystem['facts'] {
  const states = new Map(system.safeguards.map(({ key, ...row }) => [key, row]))
  const rows: [string, string][] = [
    ['Purpose', system.purpose],
    ['Kind', optionLabel(options.categories, system.category)],
    ['Vendor', system.vendor ? `${system.vendor.ref} ${system.vendor.name}` : system.vendorName],
    ['Product', [system.product, system.productVersion].filter(Boolean).join(' ')],
    ['Model', system.modelName],
    ['Runs', optionLabel(options.runsWhere, system.runsWhere)],
    ['Users', system.users],
    ['Sites', system.sites.map(({ site }) => site.name).join('; ') || 'The whole practice'],
    ['Owner', system.owner?.name ?? ''],
    ['Stage', optionLabel(options.stages, system.stage)],
    ['Tier', optionLabel(options.tiers, system.tier)],
    ['Used for', optionLabel(options.useKinds, system.useKind)],
    ['Patient data goes in', known(system.patientData)],
    ['Output reaches patients', known(system.reachesPatient)],
    ['A licensed person looks first', known(system.licensedReview)],
    ['Generates text, pictures or speech', known(system.generative)],
    ['Supports decisions on care', known(system.decisionSupport)],
    ['Therapy or counseling', known(system.therapy)],
    ['Traits among its inputs', list(options.protectedInputs, system.protectedInputs)],
    ...safeguards.map(({ key, label }): [string, string] => {
      const row = states.get(key)
      const state = optionLabel(options.safeguardStates, row?.state ?? 'unknown')
      return [label, row?.note ? `${state}: ${row.note}` : state]
    }),
  ]
  return rows.map(([label, value]) => ({ label, value }))
}

function flowIn(flow: Found['flows'][number]): ContentSystem['flows'][number] {
  const rows: [string, string][] = [
    ['Identifiers', list(identifiers, flow.identifiers) || noIdentifiers(flow)],
    ['Clinical data', list(clinicalClasses, flow.clinicalClasses)],
    ['Goes to', flow.destination],
    [
      'Other vendors on its path',
      flow.vendors.map(({ vendor }) => `${vendor.ref} ${vendor.name}`).join('; '),
    ],
    ['Minimum necessary', flow.minimumNecessary],
    ['De-identification', optionLabel(deidentifications, flow.deidentification)],
    ['Kept for', flow.retention],
    ['Trains a model', known(flow.trainsModel)],
    ['Patients authorized it', known(flow.authorization)],
  ]
  const { ref, purpose } = flow
  return { ref, purpose, facts: rows.map(([label, value]) => ({ label, value })) }
}

const stepWords: Record<Cover['steps'][number]['state'], string> = {
  'not-needed': 'No agreement needed',
  covered: 'Covered',
  lapsing: 'Covered, but not for long',
  missing: 'Not covered',
}

function coverIn(cover: Cover | undefined): ContentSystem['cover'] {
  return {
    state: optionLabel(options.coverOptions, cover?.state ?? 'undescribed'),
    until: cover?.until ?? null,
    steps: (cover?.steps ?? []).map(({ flowRef, vendor, through, state, because, agreement, until }) => ({
      flow: flowRef,
      vendor: vendor ? `${vendor.ref} ${vendor.name}` : 'No vendor of the register',
      through: through ? `${through.ref} ${through.name}` : '',
      state: stepWords[state],
      because,
      agreement: agreement?.ref ?? null,
      until,
    })),
  }
}

/** These systems with their flows of patient data and their cover today, in words, by reference. */
export async function systemsIn(
  tx: Tx,
  where: Prisma.AiSystemWhereInput,
  today: Day,
): Promise<ContentSystem[]> {
  const found = await tx.aiSystem.findMany({
    where,
    select,
    orderBy: [{ ref: 'asc' }, { id: 'asc' }],
    relationLoadStrategy: 'query',
  })
  const covers = await coversOf(tx, where, today)
  return found.map((system) => ({
    ref: system.ref,
    name: system.name,
    facts: factsIn(system),
    flows: system.flows.map(flowIn),
    cover: coverIn(covers.get(system.id)),
  }))
}
