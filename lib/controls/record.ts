import type { ImportedKind } from '#lib/kernel/record'
import type { Prisma } from '#lib/platform/prisma/client'
import { adoptControls } from './adopt.ts'
import { controlBearer } from './bearer.ts'
import * as commands from './commands.ts'
import { controlImport } from './import-target.ts'
import { setControlState, testControl } from './keep-commands.ts'
import { controlLookup } from './lookup.ts'
import { controlsForFile, getControl, listControls } from './queries.ts'
import { controlKind, controlPrefix } from './schema.ts'
import { settle } from './store.ts'
import { type ControlRow, controlTable } from './table.ts'

/** The register of controls as the rest of the house knows it. */
export const controlRecord: ImportedKind<ControlRow, Prisma.ControlWhereInput> = {
  kind: controlKind,
  prefix: controlPrefix,
  table: controlTable,
  readPermission: 'control.read',
  href: (id) => `/controls/${id}`,
  list: listControls,
  get: getControl,
  lookup: controlLookup,
  bearer: controlBearer,
  exportPermission: 'control.export',
  rowsForFile: controlsForFile,
  importPermission: 'control.import',
  import: controlImport,
  commands: [
    commands.createControl,
    commands.editControl,
    commands.setRequirements,
    commands.answerRequirement,
    commands.archiveControl,
    commands.restoreControl,
    testControl,
    setControlState,
    adoptControls,
  ],
  duties: (context) => settle(context, {}),
}
