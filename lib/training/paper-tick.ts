import { type Day, day, dayIn, dayOf, formatDay } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import { canAt } from '#lib/kernel/access'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, forbidden, invalid, notFound } from '#lib/kernel/errors'
import { contentOf, textHash, textIn } from '#lib/law/lessons/course-content'
import type { Prisma } from '#lib/platform/prisma/client'
import { sealedAttestation } from './attestation.ts'
import { sheetKind, tickInput } from './paper-schema.ts'
import { sheetsOf } from './policy.ts'
import { assignmentKind } from './schema.ts'
import { settleAssignments } from './store.ts'

const select = {
  id: true,
  code: true,
  siteId: true,
  statement: true,
  language: true,
  printedAt: true,
  courseVersion: { select: { id: true, number: true, content: true, sha256: true } },
  campaign: {
    select: { id: true, ref: true, title: true, occasion: true, closedOn: true, archivedAt: true },
  },
  lines: {
    orderBy: { place: 'asc' },
    select: {
      place: true,
      personName: true,
      assignment: {
        select: {
          ...{ id: true, personId: true, round: true, assignedOn: true, dueOn: true, startedAt: true },
          ...{ signedOn: true, closedFor: true, version: true },
          site: { select: { name: true } },
          person: { select: { ref: true, jobTitle: true, staffNumber: true } },
        },
      },
    },
  },
} as const satisfies Prisma.PaperSheetSelect

type Sheet = Prisma.PaperSheetGetPayload<{ select: typeof select }>
type Line = Sheet['lines'][number]

/** The sheet with the people on it locked, for whoever keeps them; else not found. */
async function lockSheet({ tx, actor }: CommandContext, id: string): Promise<Sheet> {
  await tx.$executeRaw`
    SELECT 1 FROM "Assignment" WHERE "id" IN (SELECT "assignmentId" FROM "PaperSheetLine" WHERE "sheetId" = ${id}::uuid)
    ORDER BY "id" FOR UPDATE`
  const sheet = await tx.paperSheet.findFirst({ where: { AND: [{ id }, sheetsOf(actor)] }, select })
  if (!sheet) throw notFound()
  if (!canAt(actor, 'training.keep', sheet.siteId ? [sheet.siteId] : [])) throw forbidden()
  if (sheet.campaign.archivedAt || sheet.campaign.closedOn)
    throw conflict('This campaign is closed, so nothing can be entered for it any more.')
  return sheet
}

/** Nothing is entered without the paper: what was signed by hand must be there to be looked at. */
async function requireScan({ tx }: CommandContext, { id, code }: Sheet): Promise<void> {
  const scans = await tx.evidence.count({ where: { recordKind: sheetKind, recordId: id, withdrawnAt: null } })
  if (scans === 0) throw conflict(`Add the scan of sheet ${code} first: nothing is entered without it.`)
}

interface Ticked {
  line: Line
  signedOn: Day
}

/** The ticked lines with their days; refuses what does not stand on the sheet, and whoever has signed or cannot any more. */
function ticked(
  { code, lines, printedAt }: Sheet,
  input: { lines: readonly number[]; signedOn: string; on: Readonly<Record<string, string>> },
  { timeZone, today }: { timeZone: string; today: Day },
): Ticked[] {
  const fields: Record<string, string> = {}
  const printedOn = dayIn(timeZone, printedAt)
  const found = [...new Set(input.lines)].flatMap((place): Ticked[] => {
    const line = lines.find((one) => one.place === place)
    const problem = (message: string): Ticked[] => {
      fields[`line-${place}`] = message
      return []
    }
    if (!line)
      return problem(
        `Sheet ${code} has no line ${place}. Whoever added their name by hand does not count on it: print a sheet for them.`,
      )
    const own = input.on[String(place)]
    const signedOn = day(own ? own : input.signedOn)
    if (signedOn < printedOn)
      return problem(
        `${line.personName}: the sheet was printed on ${formatDay(printedOn)}, so nobody signed it before.`,
      )
    if (signedOn > today) return problem(`${line.personName}: this day is still to come.`)
    if (line.assignment.signedOn) return problem(`${line.personName} has signed already.`)
    if (line.assignment.closedFor) return problem(`${line.personName} does not have to sign any more.`)
    return [{ line, signedOn }]
  })
  if (Object.keys(fields).length > 0)
    throw invalid('Nothing was entered. Please check the marked names.', fields)
  return found
}

function sealedLine({ actor, now }: CommandContext, sheet: Sheet, { line, signedOn }: Ticked) {
  const { assignment, personName } = line
  const { person } = assignment
  const { courseVersion } = sheet
  const content = contentOf(courseVersion.content)
  const { language, text } = textIn(content, sheet.language === 'es' ? 'es' : 'en')
  const { id, ref, title, occasion } = sheet.campaign
  return sealedAttestation({
    practice: { id: actor.practiceId, name: actor.practiceName },
    person: {
      ...{ id: assignment.personId, ref: person.ref, name: personName, jobTitle: person.jobTitle },
      staffNumber: person.staffNumber ?? '',
    },
    site: assignment.site?.name ?? '',
    campaign: { id, ref, title, occasion },
    assignment: {
      ...{ id: assignment.id, round: assignment.round },
      ...{ assignedOn: dayOf(assignment.assignedOn), dueOn: dayOf(assignment.dueOn) },
    },
    course: {
      ...{ versionId: courseVersion.id, ref: content.ref, number: courseVersion.number, title: text.title },
      ...{ sha256: courseVersion.sha256, textSha256: textHash(content, language) },
    },
    language,
    // Nothing was typed and nothing was asked: the name stands on the paper.
    ...{ statement: sheet.statement, typedName: '', answers: [], score: null },
    // Paper knows the day alone; the instant is that of its being entered.
    ...{ signedAt: now.toISOString(), signedOn },
    ...{ method: 'paper', address: '', browser: '', recordedBy: actor.name, sheet: sheet.code },
  })
}

/** Enters who has signed a sheet by hand: exactly what was printed on it, with the scan as proof. All ticked names or none. */
export const tickSheet = defineCommand({
  name: 'training.tick-sheet',
  permission: 'training.keep',
  input: tickInput,
  timeoutMs: 60_000,
  run: async (context, { sheetId, ...input }) => {
    const { tx, actor, now, today } = context
    const sheet = await lockSheet(context, sheetId)
    await requireScan(context, sheet)
    const found = ticked(sheet, input, { timeZone: actor.timeZone, today })
    const signed = found.map((one) => ({
      ...one,
      id: newId(now.getTime()),
      ...sealedLine(context, sheet, one),
    }))
    await insertRows(
      tx,
      'Attestation',
      signed.map(({ id, line: { assignment }, content, sha256 }) => ({
        ...{ id, practiceId: actor.practiceId, assignmentId: assignment.id, round: assignment.round },
        ...{
          personId: assignment.personId,
          courseVersionId: sheet.courseVersion.id,
          signedAt: now.toISOString(),
        },
        ...{ method: 'paper', language: sheet.language, right: null, asked: null, sheetId },
        ...{ recordedById: actor.personId, content, sha256 },
      })),
    )
    await updateRows(
      tx,
      'Assignment',
      signed.map(({ line: { assignment }, signedOn }) => ({
        ...{ id: assignment.id, signedAt: now.toISOString(), signedOn, pausedOn: null },
        startedAt: (assignment.startedAt ?? now).toISOString(),
        version: assignment.version + 1,
      })),
    )
    const label = `${sheet.campaign.ref} ${sheet.campaign.title}`
    return {
      value: { campaignId: sheet.campaign.id, sheetId, people: signed.length },
      events: [
        {
          sentence: `Entered ${count(signed.length, 'signature')} from the sheet`,
          record: { kind: sheetKind, id: sheetId, label: `Sheet ${sheet.code}` },
        },
        ...signed.map(({ line, signedOn, sha256 }) => ({
          sentence: `Entered that ${line.personName} signed version ${sheet.courseVersion.number} on paper on ${formatDay(signedOn)}, sheet ${sheet.code} line ${line.place} (SHA-256 ${sha256})`,
          record: { kind: assignmentKind, id: line.assignment.id, label: `${label}, ${line.personName}` },
        })),
      ],
      due: await settleAssignments(context, { id: { in: signed.map(({ line }) => line.assignment.id) } }),
    }
  },
})
