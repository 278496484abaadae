import type { ImportedKind } from '#lib/kernel/record'
import type { Prisma } from '#lib/platform/prisma/client'
import { personBearer } from './bearer.ts'
import { createPerson, editPerson, returnPerson } from './commands.ts'
import { getPerson } from './detail-queries.ts'
import { personImportTarget } from './import.ts'
import { listPeople, peopleForFile } from './queries.ts'
import { assignRole, withdrawRole } from './roles-commands.ts'
import { personKind, personPrefix } from './schema.ts'
import { type PersonRow, personTable } from './table.ts'

/** The directory as the rest of the house knows it. People have no duties of their own: they own those of others. */
export const personRecord: ImportedKind<PersonRow, Prisma.PersonWhereInput> = {
  kind: personKind,
  prefix: personPrefix,
  table: personTable,
  readPermission: 'person.read',
  href: (id) => `/people/${id}`,
  list: listPeople,
  get: getPerson,
  exportPermission: 'person.export',
  rowsForFile: peopleForFile,
  importPermission: 'person.import',
  import: personImportTarget,
  bearer: personBearer,
  commands: [createPerson, editPerson, returnPerson, assignRole, withdrawRole],
  duties: () => Promise.resolve([]),
}
