import type { ImportedKind } from '#lib/kernel/record'
import type { Prisma } from '#lib/platform/prisma/client'
import { flowBearer } from './bearer.ts'
import { archiveFlow, createFlow, editFlow } from './flow-commands.ts'
import { flowImport } from './flow-import-target.ts'
import { flowsForFile, getFlow, listFlows } from './flow-queries.ts'
import { flowKind, flowPrefix } from './flow-schema.ts'
import { type FlowRow, flowTable } from './flow-table.ts'
import { flowLookup } from './lookups.ts'

/** The register of patient data flows as the rest of the house knows it. Their duties are those of their systems. */
export const flowRecord: ImportedKind<FlowRow, Prisma.PhiFlowWhereInput> = {
  kind: flowKind,
  prefix: flowPrefix,
  table: flowTable,
  readPermission: 'phi-flow.read',
  href: (id) => `/phi-flows/${id}`,
  list: listFlows,
  get: getFlow,
  exportPermission: 'phi-flow.export',
  rowsForFile: flowsForFile,
  importPermission: 'phi-flow.import',
  import: flowImport,
  lookup: flowLookup,
  bearer: flowBearer,
  commands: [createFlow, editFlow, archiveFlow],
  duties: () => Promise.resolve([]),
}
