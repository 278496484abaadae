import type { ImportedKind } from '#lib/kernel/record'
import type { Prisma } from '#lib/platform/prisma/client'
import { agreementBearer } from './bearer.ts'
import { archiveAgreement, createAgreement, editAgreement, restoreAgreement } from './commands.ts'
import { letRenew, recordDataReturn, saveClauses, terminateAgreement } from './decisions.ts'
import { agreementImport } from './import-target.ts'
import { agreementsForFile, getAgreement, listAgreements } from './queries.ts'
import { agreementKind, agreementPrefix } from './schema.ts'
import { settle } from './store.ts'
import { type AgreementRow, agreementTable } from './table.ts'

/** The register of agreements as the rest of the house knows it. */
export const agreementRecord: ImportedKind<AgreementRow, Prisma.AgreementWhereInput> = {
  kind: agreementKind,
  prefix: agreementPrefix,
  table: agreementTable,
  readPermission: 'agreement.read',
  href: (id) => `/agreements/${id}`,
  list: listAgreements,
  get: getAgreement,
  bearer: agreementBearer,
  exportPermission: 'agreement.export',
  rowsForFile: agreementsForFile,
  importPermission: 'agreement.import',
  import: agreementImport,
  commands: [
    createAgreement,
    editAgreement,
    archiveAgreement,
    restoreAgreement,
    saveClauses,
    terminateAgreement,
    recordDataReturn,
    letRenew,
  ],
  duties: (context) => settle(context, {}),
}
