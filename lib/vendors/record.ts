import type { ImportedKind } from '#lib/kernel/record'
import type { Prisma } from '#lib/platform/prisma/client'
import { vendorBearer } from './bearer.ts'
import { archiveVendor, createVendor, editVendor, restoreVendor } from './commands.ts'
import { determineVendor, reviewVendor } from './decisions.ts'
import { vendorImport } from './import-target.ts'
import { vendorLookup } from './lookup.ts'
import * as parts from './part-commands.ts'
import { getVendor, listVendors, vendorsForFile } from './queries.ts'
import { vendorKind, vendorPrefix } from './schema.ts'
import { settle } from './store.ts'
import { type VendorRow, vendorTable } from './table.ts'

/** The register of vendors as the rest of the house knows it. */
export const vendorRecord: ImportedKind<VendorRow, Prisma.VendorWhereInput> = {
  kind: vendorKind,
  prefix: vendorPrefix,
  table: vendorTable,
  readPermission: 'vendor.read',
  href: (id) => `/vendors/${id}`,
  list: listVendors,
  get: getVendor,
  lookup: vendorLookup,
  bearer: vendorBearer,
  exportPermission: 'vendor.export',
  rowsForFile: vendorsForFile,
  importPermission: 'vendor.import',
  import: vendorImport,
  commands: [
    createVendor,
    editVendor,
    archiveVendor,
    restoreVendor,
    determineVendor,
    reviewVendor,
    parts.saveContact,
    parts.removeContact,
    parts.saveLink,
    parts.removeLink,
    parts.saveCertificate,
    parts.removeCertificate,
  ],
  duties: (context) => settle(context, {}),
}
