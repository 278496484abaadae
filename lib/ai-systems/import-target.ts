import type { ImportTarget } from '#lib/kernel/record'
import { directoryLookups } from '#lib/people/directory'
import { createSystems } from './import-create.ts'
import { retractSystems, updateSystems } from './import-update.ts'
import { refusalOf } from './import-values.ts'
import { systemKeys, systemRows } from './queries.ts'
import type { SystemRow } from './table.ts'

/** How spreadsheets become AI systems. */
export const systemImport: ImportTarget<SystemRow> = {
  lookups: directoryLookups,
  keys: systemKeys,
  nameOf: (values) => (typeof values['name'] === 'string' ? values['name'] : ''),
  labelOf: (values) => (typeof values['name'] === 'string' ? values['name'] : ''),
  rows: systemRows,
  refuses: refusalOf,
  create: createSystems,
  update: updateSystems,
  retract: retractSystems,
}
