import type { Day } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import type { Actor, Permission } from './access.ts'
import type { EventDraft } from './audit.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import type { DueSync } from './due-store.ts'
import type { ImportValue, ListState, Table } from './table.ts'

/** Values of one spreadsheet row by field key, after mapping. Fields without a column are absent. */
export type ImportValues = Readonly<Record<string, ImportValue>>

/** What words may mean that nothing is called: the one they surely mean, if there is one, and the likely ones, best first. */
export interface Near {
  sure: string | null
  likely: readonly { id: string; name: string }[]
}

/** Finds the id that a cell's words mean; a message in words when there is none or more than one. */
export interface Lookup {
  (words: string): { id: string } | { problem: string; readonly near?: Near }
  /** What each found one is called, where the register can say. */
  names?: ReadonlyMap<string, string>
}

export interface Lookups {
  person?: Lookup
  site?: Lookup
  system?: Lookup
  flow?: Lookup
  vendor?: Lookup
  control?: Lookup
  requirement?: Lookup
}

/**
 * What an import wrote: the records as they now are, what to say of each, and their duties.
 * `undo`: what an undo must put back besides the fields that the file changed.
 */
export interface Written {
  records: { id: string; label: string; version: number; undo?: ImportValues }[]
  events: EventDraft[]
  due: DueSync[]
}

/** What a register offers to imports. All methods run in the import's one transaction and take many rows at once. */
export interface ImportTarget<Row> {
  lookups: (tx: Tx, actor: Actor) => Promise<Lookups>
  /** Every record a row may match, oldest first; `name` as `nameOf` gives it for a row. */
  keys: (tx: Tx, actor: Actor) => Promise<{ id: string; ref: string; name: string; version: number }[]>
  nameOf: (values: ImportValues) => string
  /** Whether two rows of this name are a mistake, as with an e-mail address; other names may repeat. */
  isUnique?: (name: string) => boolean
  /** What the row is called on screen. */
  labelOf: (values: ImportValues) => string
  rows: (tx: Tx, actor: Actor, ids: readonly string[]) => Promise<Row[]>
  /** Why the values cannot be taken, in words for the person who made the spreadsheet; null when they can. */
  refuses: (values: ImportValues, mode: 'create' | 'update', by: RefusalContext) => string | null
  /** `cause` ends the sentence of each event: 'by import of “staff.csv”'. Records come back in the order of the rows. */
  create: (context: CommandContext, rows: readonly ImportValues[], cause: string) => Promise<Written>
  /** Locks the records before it reads them, and gives back the version that it left. */
  update: (context: CommandContext, rows: readonly ImportChange[], cause: string) => Promise<Written>
  /** Takes back records that an import made: they leave the register, their history stays. */
  retract: (
    context: CommandContext,
    ids: readonly string[],
    cause: string,
    undo: ReadonlyMap<string, ImportValues>,
  ) => Promise<Written>
}

/** What the values of a row may be judged by. `before`: what the record has now; null when the row makes a new one. */
export interface RefusalContext {
  actor: Actor
  today: Day
  before: ImportValues | null
}

/** Values to set on a record; fields that are absent stay. */
export interface ImportChange {
  id: string
  values: ImportValues
}

/** A record as one that files hang on. */
export interface Bearer {
  /** 'AI-014 Ambient scribe'. */
  label: string
  siteIds: readonly string[]
  /** Who has its files renewed. */
  ownerId: string | null
  backupId: string | null
  /** Whether files can be added and withdrawn: not on what is archived. */
  isOpen: boolean
  /** Whether files that run out are renewed: not on what is no longer in use. */
  isKept: boolean
}

/** What the rest of the house knows of a register. Everything generic (lists, files, contract tests) reads this. */
export interface RecordKind<Row extends { id: string; version: number }, Where = unknown> {
  kind: string
  /** Of its references: 'AI' gives AI-014. */
  prefix: string
  table: Table<Row, Where>
  readPermission: Permission
  href: (id: string) => string
  list: (actor: Actor, state: ListState) => Promise<{ rows: Row[]; total: number }>
  get: (actor: Actor, id: string) => Promise<{ id: string } | null>
  exportPermission: Permission
  /** `take` rows of the list's selection from `skip` on, in the list's order, with every field filled. */
  rowsForFile: (actor: Actor, state: ListState, skip: number, take: number) => Promise<Row[]>
  /** How files of other registers name records of this one. */
  lookup?: (tx: Tx, actor: Actor) => Promise<Lookup>
  /** The record for those who may read it, null for everybody else. A register without it takes no files. */
  bearer?: (tx: Tx, actor: Actor, id: string) => Promise<Bearer | null>
  commands: readonly Command<unknown>[]
  /** The duties every record should have now; the contract test compares them with what is stored. */
  duties: (context: CommandContext) => Promise<DueSync[]>
}

/** A register that spreadsheets may also fill. Not one of what others said: that is evidence, and comes in where they say it. */
export interface ImportedKind<Row extends { id: string; version: number }, Where = unknown>
  extends RecordKind<Row, Where> {
  importPermission: Permission
  import: ImportTarget<Row>
}
