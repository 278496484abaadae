import type { StarterRisk } from '#lib/law/library'

/** What of an AI system says which starter risks fit it. */
export interface SystemTraits {
  category: string
  generative: string
  patientData: string
}

const talks = ['phone-agent', 'patient-chatbot']
const listens = ['ambient-scribe', 'phone-agent']

/** Starter risks that are about tools of some kinds; 'generative' stands for whatever writes, draws or speaks by itself. */
export const fitsOnly: Readonly<Record<string, readonly string[]>> = {
  'accents-misheard': listens,
  'subgroup-under-triaged': ['decision-support', 'imaging', ...talks],
  'stand-in-for-need': ['decision-support', 'scheduling'],
  'images-of-darker-skin': ['imaging'],
  'no-show-double-booking': ['scheduling'],
  'judging-words': ['ambient-scribe', 'generative'],
  'locked-out-by-bot': [...talks, 'scheduling'],
  'invented-dose': ['generative'],
  'allergy-left-out': ['generative'],
  'voice-agent-wrong-patient': ['phone-agent'],
  'unread-note-signed': ['ambient-scribe'],
  'imaging-trusted-too-much': ['imaging'],
  'triage-bot-misses-emergency': talks,
  'crisis-answered-badly': talks,
  'side-or-negation-swapped': ['ambient-scribe', 'generative'],
  'used-on-wrong-patients': ['imaging', 'decision-support'],
  'wrong-reply-in-my-name': ['generative'],
  'alert-fatigue': ['decision-support', 'imaging', 'security'],
  'old-error-repeated': ['ambient-scribe', 'generative'],
  'recorded-without-consent': listens,
  'translation-unreviewed': ['generative'],
  'bot-passes-for-clinician': talks,
  'codes-too-high': ['coding-billing', 'ambient-scribe'],
  'recordings-kept': listens,
  'trackers-beside-chatbot': ['patient-chatbot', 'marketing'],
  'details-of-another-patient': ['generative'],
  'protected-notes-in-summary': ['generative'],
  'cold-generic-messages': ['generative', 'marketing', ...talks],
  'hidden-instructions': ['generative'],
  'agent-with-too-many-rights': ['generative', 'scheduling', ...talks],
}

/** Whether a starter risk is written down for AI systems of this kind, or without one for the practice. What is not known counts as fitting. */
export function fits({ key, concerns }: StarterRisk, system: SystemTraits | null): boolean {
  if (system === null) return concerns !== 'ai-system'
  if (concerns === 'practice') return false
  const kinds = fitsOnly[key]
  if (kinds === undefined) return true
  return (
    kinds.includes(system.category) ||
    system.category === 'other' ||
    (kinds.includes('generative') && system.generative !== 'no')
  )
}
