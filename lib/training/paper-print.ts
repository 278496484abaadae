import { dayOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import { requireAt } from '#lib/kernel/access'
import type { RecordRef } from '#lib/kernel/audit'
import { insertRows } from '#lib/kernel/bulk'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, invalid } from '#lib/kernel/errors'
import { contentOf, textIn } from '#lib/law/lessons/course-content'
import type { Language } from '#lib/law/lessons/lesson'
import { sheetStatement } from '#lib/law/lessons/sheet-statement'
import { mostLines, newCode, printInput, sheetKind } from './paper-schema.ts'
import { lockCampaign, recordOf } from './store.ts'

interface ToSign {
  assignmentId: string
  siteId: string | null
  name: string
  ref: string
}

/** Who still has to sign, of one site, of those without one, or of all. One statement. */
async function toSign({ tx }: CommandContext, campaignId: string, siteId: string): Promise<ToSign[]> {
  const at = siteId === 'all' ? {} : { siteId: siteId === 'none' ? null : siteId }
  const found = await tx.assignment.findMany({
    where: { campaignId, signedOn: null, closedOn: null, pausedOn: null, ...at },
    select: { id: true, siteId: true, person: { select: { name: true, ref: true } } },
    orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
  })
  return found.map(({ id, siteId: where, person }) => ({ assignmentId: id, siteId: where, ...person }))
}

/** The course as it is taught now, and the sentence about it. */
async function taught({ tx, actor }: CommandContext, courseId: string, language: Language) {
  const version = await tx.courseVersion.findFirst({
    where: { courseId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, content: true },
  })
  if (!version) throw conflict('This course is not published yet, so there is nothing to sign.')
  const read = textIn(contentOf(version.content), language)
  if (read.language !== language)
    throw invalid('Please check the marked fields.', {
      language: 'This course is not written in this language.',
    })
  if (read.text.package)
    throw conflict(
      'This course plays a package, so it cannot be signed on paper: the package has to report that somebody is done. Let people sign on a device of their own.',
    )
  const names = { courseTitle: read.text.title, practiceName: actor.practiceName }
  return { versionId: version.id, number: version.number, statement: sheetStatement(language, names) }
}

/** The names in pieces that fit on a sheet, each of one site. */
function sheets(people: readonly ToSign[]): { siteId: string | null; people: ToSign[] }[] {
  return [...Map.groupBy(people, ({ siteId }) => siteId)].flatMap(([siteId, there]) =>
    Array.from({ length: Math.ceil(there.length / mostLines) }, (_, index) => ({
      siteId,
      people: there.slice(index * mostLines, (index + 1) * mostLines),
    })),
  )
}

/** Makes sheets for everybody who has not signed yet: what is printed on them is kept, and never changes. */
export const printSheets = defineCommand({
  name: 'training.print-sheets',
  permission: 'training.keep',
  input: printInput,
  timeoutMs: 60_000,
  run: async (context, { campaignId, siteId, language }) => {
    const { tx, actor, now, today } = context
    const campaign = await lockCampaign(context, campaignId)
    requireAt(actor, 'training.keep', siteId === 'all' || siteId === 'none' ? [] : [siteId])
    if (campaign.archivedAt || campaign.closedOn || dayOf(campaign.opensOn) > today)
      throw conflict('Sheets are printed while a campaign is open.')
    const people = await toSign(context, campaignId, siteId)
    if (people.length === 0) throw conflict('There is nobody left here who has to sign.')
    const { versionId, number, statement } = await taught(context, campaign.courseId, language)
    const made = sheets(people).map((sheet) => ({
      ...sheet,
      id: newId(now.getTime()),
      code: newCode(campaign.ref),
    }))
    await insertRows(
      tx,
      'PaperSheet',
      made.map((sheet) => ({
        ...{ id: sheet.id, practiceId: actor.practiceId, campaignId, siteId: sheet.siteId, code: sheet.code },
        ...{ courseVersionId: versionId, language, statement, printedAt: now.toISOString() },
        ...{ printedById: actor.personId, printedByName: actor.name },
      })),
    )
    await insertRows(
      tx,
      'PaperSheetLine',
      made.flatMap((sheet) =>
        sheet.people.map(({ assignmentId, name, ref }, index) => ({
          ...{ id: newId(now.getTime()), practiceId: actor.practiceId, sheetId: sheet.id, place: index + 1 },
          ...{ assignmentId, personName: name, personRef: ref },
        })),
      ),
    )
    const codes = made.map(({ code }) => code)
    const named =
      codes.length > 3 ? `${codes.slice(0, 3).join(', ')} and ${codes.length - 3} more` : codes.join(', ')
    const record: RecordRef = recordOf(campaign)
    const sentence = `Printed ${count(made.length, 'sign-off sheet')} of version ${number} with ${count(people.length, 'name')} (${named})`
    const [first] = made
    return {
      value: { campaignId, sheetId: first?.id ?? '', sheets: made.length, people: people.length },
      events: [
        { sentence, record },
        ...made.map((sheet) => ({
          sentence: `Printed it with ${count(sheet.people.length, 'name')}`,
          record: { kind: sheetKind, id: sheet.id, label: `Sheet ${sheet.code}` },
        })),
      ],
    }
  },
})
