import { agreementRecord } from './agreements/record.ts'
import { flowRecord } from './ai-systems/flow-record.ts'
import { systemRecord } from './ai-systems/record.ts'
import { assessmentRecord } from './assessments/record.ts'
import { controlRecord } from './controls/record.ts'
import { courseRecord } from './courses/record.ts'
import { defineEvidence } from './evidence/record.ts'
import { requirementRecord } from './frameworks/requirement-record.ts'
import type { Actor } from './kernel/access.ts'
import type { ImportedKind, Lookups, RecordKind } from './kernel/record.ts'
import type { Table } from './kernel/table.ts'
import { personRecord } from './people/record.ts'
import type { Tx } from './platform/db.ts'
import { questionnaireRecord } from './questionnaires/record.ts'
import { riskRecord } from './risks/record.ts'
import { campaignRecord, sheetFiles } from './training/record.ts'
import { defineImportCommands, type ImportCommands } from './transfer/commands.ts'
import { defineExport, type RegisterExport } from './transfer/export.ts'
import { defineImportViews, type ImportViews } from './transfer/views.ts'
import { vendorRecord } from './vendors/record.ts'

/** A register as code sees it that serves all of them: its rows are known by id and version only. */
export interface AnyRecord extends Omit<RecordKind<{ id: string; version: number }>, 'table'> {
  table: Table<never, unknown>
}

/** A register with the door that the kernel makes for each: spreadsheets out. */
export interface Register {
  record: AnyRecord
  export: RegisterExport
}

/** A register that spreadsheets also fill. */
export interface ImportedRegister extends Register {
  record: Omit<ImportedKind<{ id: string; version: number }>, 'table'> & AnyRecord
  imports: ImportCommands
  importViews: ImportViews
}

type Row = { id: string; version: number }

function register<R extends Row, Where>(record: RecordKind<R, Where>): Register {
  return { record, export: defineExport(record) }
}

function imported<R extends Row, Where>(record: ImportedKind<R, Where>): ImportedRegister {
  return {
    record,
    imports: defineImportCommands(record),
    importViews: defineImportViews(record),
    export: defineExport(record),
  }
}

/** A register whose files also name records of other registers: those are found as the others say. */
function naming<Row extends { id: string; version: number }, Where>(
  record: ImportedKind<Row, Where>,
  others: Partial<Record<keyof Lookups, Pick<AnyRecord, 'lookup'>>>,
): ImportedKind<Row, Where> {
  const lookups = async (tx: Tx, actor: Actor): Promise<Lookups> => {
    const found: Lookups = { ...(await record.import.lookups(tx, actor)) }
    for (const [name, { lookup }] of Object.entries(others))
      if (lookup) found[name as keyof Lookups] = await lookup(tx, actor)
    return found
  }
  return { ...record, import: { ...record.import, lookups } }
}

export type ImportKind = 'ai-system' | 'phi-flow' | 'vendor' | 'agreement' | 'risk' | 'control' | 'person'
export type Kind = ImportKind | 'questionnaire' | 'assessment' | 'course' | 'campaign'

/** The registers that spreadsheets fill, by kind. */
export const importedRegistry: Readonly<Record<ImportKind, ImportedRegister>> = {
  'ai-system': imported(systemRecord),
  'phi-flow': imported(naming(flowRecord, { vendor: vendorRecord })),
  vendor: imported(vendorRecord),
  agreement: imported(
    naming(agreementRecord, { vendor: vendorRecord, system: systemRecord, flow: flowRecord }),
  ),
  risk: imported(
    naming(riskRecord, {
      ...{ vendor: vendorRecord, system: systemRecord },
      ...{ control: controlRecord, requirement: requirementRecord },
    }),
  ),
  control: imported(naming(controlRecord, { requirement: requirementRecord })),
  person: imported(personRecord),
}

/** Every register, by kind. Exports and the contract tests read this. */
export const registry: Readonly<Record<ImportKind, ImportedRegister> & Record<Kind, Register>> = {
  ...importedRegistry,
  questionnaire: register(questionnaireRecord),
  assessment: register(assessmentRecord),
  course: register(courseRecord),
  campaign: register(campaignRecord),
}

/** Files on the records of all registers that take them. */
export const evidence = defineEvidence(
  new Map([
    ...Object.values(registry).flatMap(({ record: { kind, bearer } }) =>
      bearer ? [[kind, bearer] as const] : [],
    ),
    [sheetFiles.kind, sheetFiles.bearer] as const,
  ]),
)

/** Whether a part of an address or of a job names a register. */
export function isKind(text: string): text is Kind {
  return Object.hasOwn(registry, text)
}

/** Whether a part of an address or of a job names a register that spreadsheets fill. */
export function isImportKind(text: string): text is ImportKind {
  return Object.hasOwn(importedRegistry, text)
}
