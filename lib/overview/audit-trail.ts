import { z } from 'zod'
import { changesOf, countOutside, trailChoices } from '#lib/audit-trail/details'
import {
  type AuditCursor,
  type AuditEntry,
  type AuditFilter,
  auditPage,
  countFolded,
  mayReadTrail,
} from '#lib/audit-trail/queries'
import { literal } from '#lib/base/text'
import type { Actor } from '#lib/kernel/access'
import { read, type Tx } from '#lib/platform/db'
import { kindName, tablesOf } from './row-fields.ts'
import { idsIn, type RowInWords, rowInWords } from './row-words.ts'
import { actionName } from './trail-actions.ts'
import { isId, type TrailQuery } from './trail-query.ts'

/** One entry of the trail as a page or a file shows it. */
export interface TrailEntry {
  id: string
  at: Date
  /** Who did it and as what; null when it was done past the application. */
  who: { id: string | null; name: string; role: string } | null
  /** The database role behind a change past the application. */
  databaseRole: string | null
  sentence: string
  record: { kind: string; id: string; label: string } | null
  reason: string | null
  /** Entries of the same deed that this one stands for, and the deed to ask for them. */
  folded: { deed: string; entries: number } | null
  rows: RowInWords[]
}

export interface TrailPage {
  entries: TrailEntry[]
  next: AuditCursor | null
  searchedTo: Date | null
  /** Row changes past the application in the chosen time, whatever else was asked. */
  outside: number
  /** The person that `who` names by id, and the record that `record` names. */
  names: { who: string | null; record: string | null }
  choices: { actions: Choice[]; kinds: Choice[] }
}

interface Choice {
  value: string
  label: string
}

const pageSize = 50
/** People that words of a name may mean at most. */
const mostNamesakes = 50

/** One page of the trail and what its filters offer; null when the actor's role does not cover the whole practice. */
export async function trailPage(actor: Actor, query: TrailQuery): Promise<TrailPage | null> {
  if (!mayReadTrail(actor)) return null
  return read(actor, async (tx) => {
    const filter = await filterOf(tx, query)
    const folded = query.kind === '' && query.words === '' && query.deed === ''
    const page = await auditPage(tx, actor, { ...filter, folded }, query.after, pageSize)
    const behind = folded ? await countFolded(tx, page.entries) : undefined
    const choices = await trailChoices(tx, actor)
    const asked = [query.who, query.record].filter(isId)
    const { entries, names } = await inWords(tx, actor, page.entries, asked, behind)
    return {
      entries,
      next: page.next,
      searchedTo: page.searchedTo,
      outside: await countOutside(tx, actor, filter),
      names: { who: names.get(query.who) ?? null, record: names.get(query.record) ?? null },
      choices: {
        actions: sorted(choices.actions.map((value) => ({ value, label: actionName(value) }))),
        kinds: sorted(choices.kinds.map((value) => ({ value, label: kindName(value) }))),
      },
    }
  })
}

const sorted = (choices: Choice[]) => choices.sort((a, b) => a.label.localeCompare(b.label))

/** The query as the kernel asks it: names become people, a kind becomes its tables. */
export async function filterOf(tx: Tx, query: TrailQuery): Promise<AuditFilter> {
  const { who, action, kind, record, deed, from, until, words, source } = query
  return {
    actorIds: who === '' ? null : isId(who) ? [who] : await namesakes(tx, who),
    action: action || null,
    kind: kind || null,
    recordId: record || null,
    deed: deed || null,
    from,
    until,
    words,
    source,
    tables: kind ? tablesOf(kind) : null,
  }
}

async function namesakes(tx: Tx, who: string): Promise<string[]> {
  const found = await tx.person.findMany({
    where: { name: { contains: literal(who), mode: 'insensitive' } },
    select: { id: true },
    take: mostNamesakes,
  })
  return found.map(({ id }) => id)
}

/** Entries with what they changed, in the words of the registers. At most four statements, however many entries. */
export async function inWords(
  tx: Tx,
  actor: Actor,
  entries: readonly AuditEntry[],
  alsoName: readonly string[] = [],
  behind: ReadonlyMap<string, number> = new Map(),
): Promise<{ entries: TrailEntry[]; names: ReadonlyMap<string, string> }> {
  const events = entries.filter((entry) => entry.type === 'event')
  const changes = await changesOf(tx, actor, events)
  const outside = entries.flatMap((entry) => (entry.type === 'outside' ? [entry.change] : []))
  const names = await namesOf(tx, [...alsoName, ...idsIn([...changes.values()].flat()), ...idsIn(outside)])
  const context = { names, timeZone: actor.timeZone }
  const told = entries.map((entry): TrailEntry => {
    if (entry.type === 'event') {
      const { id, at, actorId, actorName, actorRole, recordKind, recordId, recordLabel, sentence, reason } =
        entry
      const record =
        recordKind && recordId
          ? { kind: recordKind, id: recordId, label: recordLabel ?? kindName(recordKind) }
          : null
      const rows = (changes.get(id) ?? []).map((change) => rowInWords(change, context))
      const who = { id: actorId, name: actorName, role: actorRole }
      const many = recordKind === 'import' ? (behind.get(entry.correlationId) ?? 0) : 0
      return {
        id,
        at,
        who,
        databaseRole: null,
        sentence,
        record,
        reason,
        folded: many > 0 ? { deed: entry.correlationId, entries: many } : null,
        rows: rows.filter(saysSomething),
      }
    }
    const { id, at, databaseRole, change } = entry
    const row = rowInWords(change, context)
    const label = change.rowId ? names.get(change.rowId) : undefined
    return {
      id,
      at,
      who: null,
      databaseRole,
      sentence: row.heading,
      record: row.record && { ...row.record, label: label ?? kindName(row.record.kind) },
      reason: null,
      folded: null,
      rows: [row],
    }
  })
  return { entries: told, names }
}

const saysSomething = (row: RowInWords) => row.columns.length > 0

const nameRow = z.object({ id: z.string(), name: z.string() })

/** What these ids stand for, as people call it: one statement over everything that rows refer to. */
async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await tx.$queryRaw`
    SELECT "id", "name" FROM "Person" WHERE "id" = ANY(${ids}::uuid[])
    UNION ALL SELECT "id", "name" FROM "Site" WHERE "id" = ANY(${ids}::uuid[])
    UNION ALL SELECT "id", "ref" || ' ' || "name" FROM "AiSystem" WHERE "id" = ANY(${ids}::uuid[])
    UNION ALL SELECT "id", "ref" || ' ' || "name" FROM "Vendor" WHERE "id" = ANY(${ids}::uuid[])
    UNION ALL SELECT "id", "ref" || ' ' || left("purpose", 80) FROM "PhiFlow" WHERE "id" = ANY(${ids}::uuid[])
    UNION ALL SELECT "id", "name" FROM "Practice" WHERE "id" = ANY(${ids}::uuid[])`
  return new Map(
    z
      .array(nameRow)
      .parse(found)
      .map(({ id, name }) => [id, name]),
  )
}
