import { z } from 'zod'
import { type AuditCursor, auditPage, mayReadTrail } from '#lib/audit-trail/queries'
import { csvStream } from '#lib/base/spreadsheet/write-table'
import type { Actor } from '#lib/kernel/access'
import { defineCommand, type Result } from '#lib/kernel/command'
import { forbidden } from '#lib/kernel/errors'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'
import { filterOf, inWords } from './audit-trail.ts'
import { kindName } from './row-fields.ts'
import type { RowInWords } from './row-words.ts'
import { actionName } from './trail-actions.ts'
import type { TrailQuery } from './trail-query.ts'

const pageRows = 500

const noteExport = defineCommand({
  name: 'audit.export',
  permission: 'audit.export',
  input: z.object({ selection: z.string().max(1000) }),
  run: ({ actor }, { selection }) => {
    if (!mayReadTrail(actor)) throw forbidden()
    return Promise.resolve({
      value: null,
      events: [
        {
          sentence: `Exported the audit trail as CSV${selection}`,
          record: { kind: 'practice', id: actor.practiceId, label: actor.practiceName },
        },
      ],
    })
  },
})

/** The trail of a query as a CSV file, streamed. That it was taken stands in the trail before the first byte leaves. */
export async function exportTrail(
  actor: Actor,
  query: TrailQuery,
): Promise<Result<{ name: string; stream: ReadableStream<Uint8Array> }>> {
  const noted = await noteExport(actor, { selection: selectionInWords(query) })
  if (!noted.ok) return noted
  const local = `Time in ${actor.timeZone}`
  const headers = [
    local,
    'Time in UTC',
    'Who',
    'Role',
    'What',
    'Record',
    'Why',
    'Before and after',
    'Database role',
  ]
  const stream = csvStream(
    headers.map((header) => ({ header })),
    fileRows(actor, { ...query, after: null }),
  )
  return { ok: true, value: { name: `${actor.practiceName} audit trail ${todayFor(actor)}.csv`, stream } }
}

async function* fileRows(actor: Actor, query: TrailQuery): AsyncGenerator<(string | null)[]> {
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone: actor.timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  let after: AuditCursor | null = null
  do {
    const from: AuditCursor | null = after
    const page = await read(actor, async (tx) => {
      const found = await auditPage(tx, actor, await filterOf(tx, query), from, pageRows)
      return { ...(await inWords(tx, actor, found.entries)), next: found.next }
    })
    for (const { at, who, databaseRole, sentence, record, reason, rows } of page.entries)
      yield [
        local.format(at),
        at.toISOString(),
        who?.name ?? 'Outside the application',
        who?.role ?? null,
        sentence,
        record?.label ?? null,
        reason,
        rows.map(rowAsText).join('\n'),
        databaseRole,
      ]
    after = page.next
  } while (after !== null)
}

function rowAsText({ heading, columns }: RowInWords): string {
  const changes = columns.map(
    ({ label, before, after }) => `${label}: ${before || '(nothing)'} → ${after || '(nothing)'}`,
  )
  return `${heading}: ${changes.join('; ')}`
}

function selectionInWords({
  who,
  action,
  kind,
  record,
  deed,
  from,
  until,
  words,
  source,
}: TrailQuery): string {
  const parts = [
    words && `found by “${words}”`,
    who && 'of one person',
    action && `only ${actionName(action)}`,
    kind && `about ${record ? 'one' : 'every'} ${kindName(kind)}`,
    deed && 'of one import',
    from && `from ${from}`,
    until && `until ${until}`,
    source === 'outside' && 'only changes outside the application',
    source === 'application' && 'only what was done in the application',
  ].filter(Boolean)
  return parts.map((part) => `, ${part}`).join('')
}
