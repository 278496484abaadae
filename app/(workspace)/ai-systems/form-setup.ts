import type { SystemDetail } from '#lib/ai-systems/queries'
import { safeguards } from '#lib/ai-systems/safeguards'
import { type Actor, sitesWith } from '#lib/kernel/access'
import type { RuleId } from '#lib/law/rules'
import { siteOptions } from '#lib/people/directory'
import type { KeptDraft } from '#lib/people/drafts'
import type { FormValues } from '../form-values.ts'
import { ownerChoices } from '../owner-choices.ts'
import { citationOf } from '../rule-citation.ts'
import type { FormCitations } from './law-questions.tsx'

const unknown = ['unknown']

/** What a form for a new AI system starts with: nothing is known yet. A single possible site is ticked. */
export function newValues(sites: readonly { value: string }[], mayBeEverywhere: boolean): FormValues {
  const [only] = sites
  return {
    category: ['other'],
    runsWhere: unknown,
    patientData: unknown,
    useKind: unknown,
    reachesPatient: unknown,
    licensedReview: unknown,
    therapy: unknown,
    generative: unknown,
    decisionSupport: unknown,
    'siteIds[]': !mayBeEverywhere && only && sites.length === 1 ? [only.value] : [],
  }
}

/** A stored AI system as its form shows it. */
export function systemValues(system: SystemDetail): FormValues {
  const texts = {
    name: system.name,
    purpose: system.purpose,
    category: system.category,
    vendorName: system.vendorName,
    product: system.product,
    modelName: system.modelName,
    runsWhere: system.runsWhere,
    productVersion: system.productVersion,
    users: system.users,
    notes: system.notes,
    patientData: system.patientData,
    useKind: system.useKind,
    reachesPatient: system.reachesPatient,
    licensedReview: system.licensedReview,
    therapy: system.therapy,
    generative: system.generative,
    decisionSupport: system.decisionSupport,
    ownerId: system.ownerId ?? '',
    backupId: system.backupId ?? '',
  }
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, [value]])),
    'siteIds[]': system.sites.map((site) => site.id),
    'protectedInputs[]': system.protectedInputs,
    ...Object.fromEntries(
      system.safeguards.flatMap(({ key, state, note }) => [
        [`safeguards.${key}.state`, [state]],
        [`safeguards.${key}.note`, [note]],
      ]),
    ),
  }
}

const byState: Readonly<Record<string, readonly [state: string, rule: RuleId][]>> = {
  reachesPatient: [
    ['CA', 'ca-licensed-terms'],
    ['TX', 'tx-disclosure'],
    ['UT', 'ut-disclosure'],
  ],
  licensedReview: [['CA', 'ca-genai-message']],
  therapy: [['IL', 'il-therapy']],
}

/** The rule behind each question, for a practice that works in these states. */
function citationsFor(states: readonly string[]): FormCitations {
  const local = Object.entries(byState).flatMap(([name, rules]) => {
    const rule = rules.find(([state]) => states.includes(state))?.[1]
    return rule ? [[name, citationOf(rule)] as const] : []
  })
  return {
    patientData: citationOf('minimum-necessary'),
    decisionSupport: citationOf('decision-support'),
    protectedInputs: citationOf('decision-support'),
    ...Object.fromEntries(local),
    ...Object.fromEntries(
      safeguards.flatMap(({ key, rule }) => (rule ? [[key, citationOf(rule)] as const] : [])),
    ),
  }
}

/**
 * The choices and citations that both forms need. `system`: the one being edited, whose people and sites stay on offer;
 * `draft`: what was typed before, and comes back.
 */
export async function formSetup(
  actor: Actor,
  states: readonly string[],
  system: SystemDetail | null,
  draft: KeptDraft | null,
) {
  const [people, sites] = await Promise.all([
    ownerChoices(actor, system, draft?.values),
    siteOptions(actor, { at: 'ai-system.edit', keep: system?.sites.map((site) => site.id) ?? [] }),
  ])
  const mayBeEverywhere = sitesWith(actor, 'ai-system.edit') === 'all'
  return { people, sites, mayBeEverywhere, citations: citationsFor(states) }
}
