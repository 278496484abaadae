import { z } from 'zod'
import { type Day, day } from '#lib/base/days'
import { type Cell, csvStream, xlsxStream } from '#lib/base/spreadsheet/write-table'
import { type Actor, sitesWith } from '#lib/kernel/access'
import { defineCommand, type Result } from '#lib/kernel/command'
import { optionLabel } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'
import { type AssignmentState, assignmentStates, type ClosedFor, methods } from './options.ts'
import { assignmentState } from './standing.ts'

const pageRows = 2_000
const formats = ['csv', 'xlsx'] as const
type Format = (typeof formats)[number]

/** Notes that somebody takes a list of who did what out of the house. */
export const noteDoneExport = defineCommand({
  name: 'training.export-done',
  permission: 'training.export',
  input: z.object({ format: z.enum(formats) }),
  run: ({ actor }, { format }) =>
    Promise.resolve({
      value: null,
      events: [
        {
          sentence: `Exported who was assigned and signed which training as ${format.toUpperCase()}`,
          record: { kind: 'practice', id: actor.practiceId, label: actor.practiceName },
        },
      ],
    }),
})

/** One assignment as files see it. */
export interface DoneRow {
  id: string
  personRef: string
  personName: string
  staffNumber: string | null
  jobTitle: string
  siteName: string | null
  campaignRef: string
  campaignTitle: string
  courseRef: string
  courseTitle: string
  version: number | null
  assignedOn: string
  firstDueOn: string
  dueOn: string
  started: boolean
  signedOn: string | null
  pausedOn: string | null
  closedFor: ClosedFor | null
  round: number
  right: number | null
  asked: number | null
  method: string | null
  language: string | null
  sha256: string | null
}

/** Assignments within the actor's sites after an id, in the order in which they were made; of one campaign, or of all. */
function doneRows(
  actor: Actor,
  after: string | null,
  take: number,
  campaignId: string | null = null,
): Promise<DoneRow[]> {
  const sites = sitesWith(actor, 'training.export')
  return read(
    actor,
    (tx) => tx.$queryRaw<DoneRow[]>`
      SELECT a."id", p."ref" AS "personRef", p."name" AS "personName", p."staffNumber", p."jobTitle", s."name" AS "siteName",
        c."ref" AS "campaignRef", c."title" AS "campaignTitle", k."ref" AS "courseRef", k."title" AS "courseTitle",
        v."number" AS version, a."assignedOn"::text AS "assignedOn", a."firstDueOn"::text AS "firstDueOn",
        a."dueOn"::text AS "dueOn", a."startedAt" IS NOT NULL AS started, a."signedOn"::text AS "signedOn",
        a."pausedOn"::text AS "pausedOn", a."closedFor", a."round", t."right", t."asked", t."method", t."language", t."sha256"
      FROM (
        SELECT * FROM "Assignment"
        WHERE (${after}::uuid IS NULL OR "id" > ${after}::uuid)
          AND (${campaignId}::uuid IS NULL OR "campaignId" = ${campaignId}::uuid)
          AND (${sites === 'all'}::boolean OR "siteId" = ANY (${sites === 'all' ? [] : [...sites]}::uuid[]))
        ORDER BY "practiceId", "id" LIMIT ${take}
      ) a
      JOIN "Person" p ON p."id" = a."personId" JOIN "Campaign" c ON c."id" = a."campaignId" JOIN "Course" k ON k."id" = c."courseId"
      LEFT JOIN "Site" s ON s."id" = a."siteId"
      LEFT JOIN "Attestation" t ON t."assignmentId" = a."id" AND t."round" = a."round"
      LEFT JOIN "CourseVersion" v ON v."id" = t."courseVersionId"
      ORDER BY a."id"`,
  )
}

/** Every assignment within the actor's sites, page by page: memory does not grow with their number. */
export async function* everyDone(
  actor: Actor,
  campaignId: string | null = null,
): AsyncGenerator<DoneRow & { state: AssignmentState }> {
  const today = todayFor(actor)
  for (let after: string | null = null; ; ) {
    const rows: DoneRow[] = await doneRows(actor, after, pageRows, campaignId)
    for (const row of rows) yield { ...row, state: stateOf(row, today) }
    if (rows.length < pageRows) return
    after = rows.at(-1)?.id ?? null
  }
}

function stateOf({ dueOn, signedOn, pausedOn, started, closedFor }: DoneRow, today: Day): AssignmentState {
  const facts = { dueOn: day(dueOn), signedOn: signedOn ? day(signedOn) : null, started, closedFor }
  return assignmentState({ ...facts, pausedOn: pausedOn ? day(pausedOn) : null }, today)
}

/** The columns of a file with one assignment in a row. */
export const doneColumns = [
  ...['Reference', 'Person', 'Staff number', 'Job title', 'Site', 'Campaign', 'Campaign name', 'Course'],
  ...[
    'Course name',
    'Version',
    'Assigned on',
    'First due on',
    'Due on',
    'State',
    'Signed on',
    'Right',
    'Asked',
  ],
  ...['Method', 'Language', 'SHA-256 of the signature'],
].map((header) => ({ header }))

const dayCell = (text: string | null): Cell => (text === null ? null : { day: text })

/** An assignment in the cells of `doneColumns`. */
export function doneCells(row: DoneRow & { state: AssignmentState }): Cell[] {
  return [
    ...[row.personRef, row.personName, row.staffNumber, row.jobTitle, row.siteName],
    ...[row.campaignRef, row.campaignTitle, row.courseRef, row.courseTitle, row.version],
    ...[dayCell(row.assignedOn), dayCell(row.firstDueOn), dayCell(row.dueOn)],
    ...[optionLabel(assignmentStates, row.state), dayCell(row.signedOn), row.right, row.asked],
    ...[row.method && optionLabel(methods, row.method), row.language, row.sha256],
  ]
}

async function* cellsOf(actor: Actor): AsyncGenerator<Cell[]> {
  for await (const row of everyDone(actor)) yield doneCells(row)
}

/** Who did what, one assignment in a row, as a file on its way out. That it was taken is in the trail before the first byte leaves. */
export async function exportDone(
  actor: Actor,
  format: Format,
): Promise<Result<{ name: string; stream: ReadableStream<Uint8Array> }>> {
  const noted = await noteDoneExport(actor, { format })
  if (!noted.ok) return noted
  const stream =
    format === 'csv'
      ? csvStream(doneColumns, cellsOf(actor))
      : xlsxStream(doneColumns, cellsOf(actor), 'training')
  return { ok: true, value: { name: `${actor.practiceName} training ${todayFor(actor)}.${format}`, stream } }
}
