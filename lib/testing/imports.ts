import type pg from 'pg'
import type { Actor } from '#lib/kernel/access'
import type { ImportCommands } from '#lib/transfer/commands'
import type { Mapping } from '#lib/transfer/mapping'
import { valueOf } from './practice.ts'

/** How a test differs from accepting every guess. */
export interface ImportChoices {
  columns?: Mapping['columns']
  words?: Record<string, { column: number; choices?: Record<string, string>; rest?: string }>
  emptyClears?: boolean
  fileName?: string
}

export interface CheckedRowInTest {
  line: number
  action: string
  label: string
  reason: string
}

/** Drives the imports of one register as its screens do. */
export function importDriver(imports: ImportCommands, owner: () => pg.Pool) {
  const rowsOf = async (id: string): Promise<CheckedRowInTest[]> => {
    const { rows } = await owner().query<CheckedRowInTest>(
      'SELECT line, action, label, reason FROM "ImportRow" WHERE "batchId" = $1 ORDER BY line',
      [id],
    )
    return rows
  }

  const stateOf = async (id: string) => {
    const { rows } = await owner().query<{ state: string; message: string | null; progress: number }>(
      'SELECT state, message, progress FROM "ImportBatch" WHERE id = $1',
      [id],
    )
    return rows[0]
  }

  /** Up to the dry run. */
  const check = async (actor: Actor, content: string | Uint8Array, choices: ImportChoices = {}) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const fileName = choices.fileName ?? 'list.csv'
    const { id } = valueOf(await imports.upload(actor, { fileName, content: Uint8Array.from(bytes) }))
    if (choices.columns || choices.emptyClears) {
      const { rows } = await owner().query<{ mapping: Mapping }>(
        'SELECT mapping FROM "ImportBatch" WHERE id = $1',
        [id],
      )
      const columns = choices.columns ?? rows[0]?.mapping.columns ?? {}
      valueOf(await imports.match(actor, { id, columns, emptyClears: choices.emptyClears ?? false }))
    }
    valueOf(await imports.check(actor, { id, words: choices.words ?? {} }))
    return { id, rows: await rowsOf(id) }
  }

  const apply = (actor: Actor, id: string) => imports.apply(() => Promise.resolve())(actor, { id })

  /** All the way; the worker's part is done here. */
  const bringIn = async (actor: Actor, content: string | Uint8Array, choices: ImportChoices = {}) => {
    const { id, rows } = await check(actor, content, choices)
    valueOf(await imports.start(actor, { id }))
    valueOf(await apply(actor, id))
    return { id, rows }
  }

  return { check, apply, bringIn, rowsOf, stateOf }
}

/** How many rows of each action there are. */
export function countsOf(rows: readonly { action: string }[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { action } of rows) counts[action] = (counts[action] ?? 0) + 1
  return counts
}

/** The shortest list that each register takes, naming what the tests' first practice has. */
export const csvFor: Record<string, string> = {
  person: 'Name,E-mail\nQuinn Quartz,quinn.quartz@example.org',
  'ai-system': 'Name\nQuartz reader',
  'phi-flow': 'AI system,What for\nAI-001,Quartz reading',
  vendor: 'Name\nQuartz Inc',
  risk: 'Risk,Category\nQuartz breaks,Privacy',
  agreement: 'Vendor,Title\nV-001,Quartz terms',
  control: 'Control,Answers\nQuartz check,GOVERN 6.1',
}

type Inputs = Record<string, () => unknown>

/** What the commands of an import are given, for every register that takes files: a batch, and for the columns a mapping. */
export function importInputs(
  kinds: readonly string[],
  batchOf: (kind: string) => string | undefined,
  columnsOf: (kind: string) => Promise<unknown>,
): Inputs {
  return Object.fromEntries(
    kinds.flatMap((kind): [string, () => unknown][] => [
      [
        `${kind}.import-match`,
        async () => ({ id: batchOf(kind), emptyClears: false, columns: await columnsOf(kind) }),
      ],
      ...['import-check', 'import-start', 'import', 'import-undo', 'import-discard'].map(
        (deed): [string, () => unknown] => [`${kind}.${deed}`, () => ({ id: batchOf(kind) })],
      ),
    ]),
  )
}

/** An upload that each of these registers accepts. */
export function uploadInputs(kinds: readonly string[]): Inputs {
  const upload = () => ({ fileName: 'list.csv', content: new TextEncoder().encode('Name\nQuinn') })
  return Object.fromEntries(kinds.map((kind) => [`${kind}.import-upload`, upload]))
}
