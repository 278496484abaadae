import type { ImportedKind } from '#lib/kernel/record'
import type { Prisma } from '#lib/platform/prisma/client'
import { systemBearer } from './bearer.ts'
import * as commands from './commands.ts'
import { overrideCover } from './cover-override.ts'
import { moveSystem, overrideTier, recordReview } from './decisions.ts'
import { systemImport } from './import-target.ts'
import { systemLookup } from './lookups.ts'
import { getSystem, listSystems, systemsForFile } from './queries.ts'
import { systemKind, systemPrefix } from './schema.ts'
import { settle } from './store.ts'
import { type SystemRow, systemTable } from './table.ts'

/** The register of AI systems as the rest of the house knows it. */
export const systemRecord: ImportedKind<SystemRow, Prisma.AiSystemWhereInput> = {
  kind: systemKind,
  prefix: systemPrefix,
  table: systemTable,
  readPermission: 'ai-system.read',
  href: (id) => `/ai-systems/${id}`,
  list: listSystems,
  get: getSystem,
  exportPermission: 'ai-system.export',
  rowsForFile: systemsForFile,
  importPermission: 'ai-system.import',
  import: systemImport,
  lookup: systemLookup,
  bearer: systemBearer,
  commands: [
    commands.createSystem,
    commands.proposeSystem,
    commands.editSystem,
    commands.archiveSystem,
    commands.restoreSystem,
    commands.duplicateSystem,
    moveSystem,
    overrideTier,
    overrideCover,
    recordReview,
  ],
  duties: (context) => settle(context, {}),
}
