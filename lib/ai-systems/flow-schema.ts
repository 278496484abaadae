import { z } from 'zod'
import { answers, valuesOf } from '#lib/kernel/answers'
import type { Option } from '#lib/kernel/table'
import { identifiers } from '#lib/law/identifiers'

export const flowKind = 'phi-flow'
export const flowPrefix = 'FLOW'

export const clinicalClasses = [
  {
    value: 'visit-conversation',
    label: 'What is said in a visit or call',
    aliases: ['Audio', 'Transcripts', 'Conversation'],
  },
  { value: 'notes', label: 'Clinical notes', aliases: ['Progress notes', 'Documentation'] },
  { value: 'diagnoses', label: 'Diagnoses and problems', aliases: ['Diagnosis', 'Problem list'] },
  { value: 'medications', label: 'Medications and allergies', aliases: ['Medication', 'Prescriptions'] },
  { value: 'labs', label: 'Lab and test results', aliases: ['Labs', 'Results'] },
  { value: 'images', label: 'Images and videos', aliases: ['Imaging', 'Photos', 'Radiology'] },
  { value: 'billing', label: 'Billing and insurance', aliases: ['Claims', 'Payment'] },
  { value: 'appointments', label: 'Appointments', aliases: ['Scheduling'] },
  {
    value: 'mental-health',
    label: 'Mental health, other than psychotherapy notes',
    aliases: ['Behavioral health'],
  },
  { value: 'psychotherapy-notes', label: 'Psychotherapy notes', aliases: ['Therapy notes'] },
  { value: 'substance-use', label: 'Substance use treatment (42 CFR Part 2)', aliases: ['SUD', 'Part 2'] },
  { value: 'reproductive', label: 'Reproductive health', aliases: ['Pregnancy'] },
  { value: 'genetic', label: 'Genetic information', aliases: ['Genomics'] },
  { value: 'other', label: 'Other clinical data' },
] as const satisfies readonly Option[]

export const deidentifications = [
  {
    value: 'none',
    label: 'Not de-identified: patients can be told apart',
    aliases: ['No', 'None', 'Identifiable', 'Not de-identified', 'None: patients can be told apart'],
  },
  { value: 'limited-data-set', label: 'Limited data set', aliases: ['LDS'] },
  {
    value: 'pseudonymised',
    label: 'Pseudonyms: codes instead of names, still patient data',
    aliases: ['Pseudonymized', 'Pseudonymised', 'Coded'],
  },
  {
    value: 'safe-harbor',
    label: 'Safe Harbor: all 18 identifiers removed',
    aliases: ['Safe Harbor', 'De-identified'],
  },
  { value: 'expert-determination', label: 'Expert determination', aliases: ['Expert'] },
] as const satisfies readonly Option[]

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max.toLocaleString('en-US')} characters.`)
const reason = text(1000).min(3, 'Say why, in a few words.')

const flowFacts = z.object({
  purpose: text(1000).min(3, 'Say what the data is used for.'),
  identifiers: z.array(z.enum(valuesOf(identifiers))),
  clinicalClasses: z.array(z.enum(valuesOf(clinicalClasses))),
  destination: text(500),
  minimumNecessary: text(2000),
  deidentification: z.enum(valuesOf(deidentifications)),
  retention: text(300),
  trainsModel: z.enum(valuesOf(answers)),
  authorization: z.enum(valuesOf(answers)),
})

const uuids = z.array(z.uuid())
/** The vendors it goes to besides the system's own: ticked, or by reference where they are too many to be listed. */
const goesTo = { vendorIds: uuids.default([]), vendorRefs: text(1000).default('') }

/** Safe Harbor means that none of the 18 identifiers is left, so naming one contradicts it. */
const safeHarborIsEmpty = (facts: { deidentification?: string; identifiers?: readonly string[] }) =>
  facts.deidentification !== 'safe-harbor' || (facts.identifiers ?? []).length === 0
const safeHarborError = {
  error:
    'Safe Harbor means that none of the 18 identifiers is left. Take them off, or choose another method.',
  path: ['deidentification'],
}

export const createFlowInput = flowFacts
  .extend({ systemId: z.uuid(), ...goesTo })
  .refine(safeHarborIsEmpty, safeHarborError)
export const editFlowInput = flowFacts
  .extend({ id: z.uuid(), version: z.coerce.number().int().positive(), ...goesTo })
  .refine(safeHarborIsEmpty, safeHarborError)
export const archiveFlowInput = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().positive(),
  reason,
})

/** One row of a spreadsheet after mapping; a new flow needs its system. */
export const flowImportInput = flowFacts
  .omit({ purpose: true })
  .partial()
  .extend({
    purpose: flowFacts.shape.purpose,
    system: z.uuid('This AI system is not in the register.').optional(),
    vendors: uuids.optional(),
  })
  .refine(safeHarborIsEmpty, safeHarborError)
export type FlowImport = z.output<typeof flowImportInput>
