import type { ImportedKind } from '#lib/kernel/record'
import type { Prisma } from '#lib/platform/prisma/client'
import { saveAction, settleAction } from './action-commands.ts'
import { adoptRisks } from './adopt-commands.ts'
import { riskBearer } from './bearer.ts'
import { archiveRisk, createRisk, editRisk, restoreRisk } from './commands.ts'
import { acceptRisk, closeRisk, endAcceptance, reopenRisk, reviewRisk, scoreRisk } from './decisions.ts'
import { getRisk } from './detail-queries.ts'
import { riskImport } from './import-target.ts'
import { listRisks, risksForFile } from './queries.ts'
import type { RiskRow } from './row.ts'
import { saveAppetite, saveScale } from './scale-commands.ts'
import { riskKind, riskPrefix } from './schema.ts'
import { settle } from './store.ts'
import { riskTable } from './table.ts'

/** The register of risks as the rest of the house knows it. */
export const riskRecord: ImportedKind<RiskRow, Prisma.RiskWhereInput> = {
  kind: riskKind,
  prefix: riskPrefix,
  table: riskTable,
  readPermission: 'risk.read',
  href: (id) => `/risks/${id}`,
  list: listRisks,
  get: getRisk,
  bearer: riskBearer,
  exportPermission: 'risk.export',
  rowsForFile: risksForFile,
  importPermission: 'risk.import',
  import: riskImport,
  commands: [
    createRisk,
    editRisk,
    archiveRisk,
    restoreRisk,
    scoreRisk,
    reviewRisk,
    acceptRisk,
    endAcceptance,
    closeRisk,
    reopenRisk,
    saveAction,
    settleAction,
    adoptRisks,
    saveScale,
    saveAppetite,
  ],
  duties: (context) => settle(context, {}),
}
