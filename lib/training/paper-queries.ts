import { type Day, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, sitesWith } from '#lib/kernel/access'
import { contentOf, languagesOf } from '#lib/law/lessons/course-content'
import type { Language } from '#lib/law/lessons/lesson'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { sheetKind } from './paper-schema.ts'
import { mayKeep, sheetsOf, visible } from './policy.ts'

export interface SheetRow {
  id: string
  code: string
  siteName: string | null
  language: string
  number: number
  printedAt: Date
  printedByName: string
  names: number
  /** Of them, those who were entered from this sheet, and all who have signed by now. */
  entered: number
  signed: number
  scans: number
}

/** What the page about paper of a campaign shows. */
export interface CampaignSheets {
  campaign: { id: string; ref: string; title: string; isOpen: boolean }
  sheets: SheetRow[]
  /** Where people still have to sign; the key 'none' stands for those without a site. */
  waiting: { value: string; label: string; people: number }[]
  /** Languages that the course is written in. */
  languages: Language[]
}

/** The sheets of a campaign that the actor may know of, newest first; null when they may not see the campaign. Six statements. */
export function campaignSheets(actor: Actor, campaignId: string): Promise<CampaignSheets | null> {
  if (!isId(campaignId)) return Promise.resolve(null)
  return read(actor, async (tx) => {
    const campaign = await tx.campaign.findFirst({
      where: { AND: [{ id: campaignId }, visible(actor)] },
      select: {
        ...{ id: true, ref: true, title: true, closedOn: true, archivedAt: true },
        course: { select: { versions: { orderBy: { number: 'desc' }, take: 1, select: { content: true } } } },
      },
    })
    if (!campaign) return null
    const sheets = await tx.paperSheet.findMany({
      where: { AND: [{ campaignId }, sheetsOf(actor)] },
      select: {
        ...{ id: true, code: true, language: true, printedAt: true, printedByName: true },
        site: { select: { name: true } },
        courseVersion: { select: { number: true } },
        _count: { select: { lines: true, attestations: true } },
      },
      orderBy: [{ printedAt: 'desc' }, { id: 'desc' }],
      take: 300,
    })
    const ids = sheets.map(({ id }) => id)
    const signed = await signedOn(tx, ids)
    const scans = await scansOf(tx, ids)
    const [version] = campaign.course.versions
    return {
      campaign: {
        ...{ id: campaign.id, ref: campaign.ref, title: campaign.title },
        isOpen: campaign.closedOn === null && campaign.archivedAt === null,
      },
      sheets: sheets.map(({ site, courseVersion, _count, ...sheet }) => ({
        ...sheet,
        siteName: site?.name ?? null,
        number: courseVersion.number,
        names: _count.lines,
        entered: _count.attestations,
        signed: signed.get(sheet.id) ?? 0,
        scans: scans.get(sheet.id) ?? 0,
      })),
      waiting: await waiting(tx, actor, campaignId),
      languages: version ? languagesOf(contentOf(version.content)) : [],
    }
  })
}

async function signedOn(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const found = await tx.$queryRaw<{ id: string; n: number }[]>`
    SELECT l."sheetId" AS id, count(a."signedOn")::int AS n
    FROM "PaperSheetLine" l JOIN "Assignment" a ON a."id" = l."assignmentId"
    WHERE l."sheetId" = ANY (${[...ids]}::uuid[]) GROUP BY 1`
  return new Map(found.map(({ id, n }) => [id, n]))
}

async function scansOf(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const found = await tx.evidence.groupBy({
    by: ['recordId'],
    where: { recordKind: sheetKind, recordId: { in: [...ids] }, withdrawnAt: null },
    _count: { _all: true },
  })
  return new Map(found.map(({ recordId, _count }) => [recordId, _count._all]))
}

/** Where the actor may print: sites with somebody who still has to sign. */
async function waiting(tx: Tx, actor: Actor, campaignId: string): Promise<CampaignSheets['waiting']> {
  const sites = sitesWith(actor, 'training.keep')
  const groups = await tx.assignment.groupBy({
    by: ['siteId'],
    where: {
      ...{ campaignId, signedOn: null, closedOn: null, pausedOn: null },
      ...(sites === 'all' ? {} : { siteId: { in: [...sites] } }),
    },
    _count: { _all: true },
  })
  const names = await tx.site.findMany({
    where: { id: { in: groups.flatMap(({ siteId }) => siteId ?? []) } },
    select: { id: true, name: true },
  })
  return groups
    .map(({ siteId, _count }) => ({
      value: siteId ?? 'none',
      label: names.find(({ id }) => id === siteId)?.name ?? 'Without a site',
      people: _count._all,
    }))
    .sort((a, b) => a.label.localeCompare(b.label))
}

const sheetSelect = {
  id: true,
  code: true,
  siteId: true,
  language: true,
  statement: true,
  printedAt: true,
  printedByName: true,
  site: { select: { name: true } },
  courseVersion: { select: { number: true, content: true, sha256: true } },
  campaign: { select: { id: true, ref: true, title: true, closedOn: true, archivedAt: true } },
  lines: {
    orderBy: { place: 'asc' },
    select: {
      ...{ place: true, personName: true, personRef: true },
      assignment: { select: { id: true, personId: true, signedOn: true, closedFor: true } },
    },
  },
  attestations: { select: { assignmentId: true, signedAt: true, recordedBy: { select: { name: true } } } },
} as const satisfies Prisma.PaperSheetSelect

export interface SheetLine {
  place: number
  name: string
  ref: string
  personId: string
  /** Signed by now, here or anywhere else. */
  signedOn: Day | null
  /** Who entered it from this sheet; null when it was signed elsewhere or not at all. */
  enteredBy: string | null
  /** Whether what it was entered from has been withdrawn since: the signature stays, and says so. */
  scanWithdrawn: boolean
  /** Whether there is still something to sign. */
  isOpen: boolean
}

export interface SheetDetail {
  id: string
  code: string
  siteName: string | null
  language: Language
  statement: string
  printedAt: Date
  printedByName: string
  /** `body`: the lesson as it is printed with the sheet; empty for a course held elsewhere. */
  course: { ref: string; title: string; number: number; sha256: string; body: string }
  campaign: { id: string; ref: string; title: string }
  /** Whether the actor looks after its people, and whether something may be entered from it now. */
  mayPrint: boolean
  mayTick: boolean
  lines: SheetLine[]
}

/** A sheet with its names; null when the actor may not know of its people. */
export function getSheet(actor: Actor, campaignId: string, id: string): Promise<SheetDetail | null> {
  if (!isId(campaignId) || !isId(id)) return Promise.resolve(null)
  return read(actor, async (tx) => {
    const sheet = await tx.paperSheet.findFirst({
      where: { AND: [{ id, campaignId }, sheetsOf(actor)] },
      select: sheetSelect,
    })
    if (!sheet) return null
    const { site, courseVersion, campaign, lines, attestations, siteId, ...facts } = sheet
    const content = contentOf(courseVersion.content)
    const language = sheet.language === 'es' ? 'es' : 'en'
    const { title, body } = content.texts[language] ?? content.texts.en
    const isOpen = campaign.closedOn === null && campaign.archivedAt === null
    const entered = new Map(attestations.map((one) => [one.assignmentId, one]))
    const scans = await tx.evidence.findMany({
      where: { recordKind: sheetKind, recordId: id },
      select: { addedAt: true, withdrawnAt: true },
    })
    return {
      ...facts,
      language,
      siteName: site?.name ?? null,
      course: {
        ...{ ref: content.ref, number: courseVersion.number, sha256: courseVersion.sha256 },
        ...{ title, body },
      },
      campaign: { id: campaign.id, ref: campaign.ref, title: campaign.title },
      mayPrint: mayKeep(actor, siteId),
      mayTick: isOpen && mayKeep(actor, siteId),
      lines: lines.map(({ place, personName, personRef, assignment }) => ({
        ...{ place, name: personName, ref: personRef, personId: assignment.personId },
        signedOn: dayOrNull(assignment.signedOn),
        ...enteredAs(entered.get(assignment.id), scans),
        isOpen: assignment.signedOn === null && assignment.closedFor === null,
      })),
    }
  })
}

type Scan = { addedAt: Date; withdrawnAt: Date | null }

/** Who entered a line, and whether every scan that was there then has been withdrawn since. */
function enteredAs(
  entered: { signedAt: Date; recordedBy: { name: string } | null } | undefined,
  scans: readonly Scan[],
): Pick<SheetLine, 'enteredBy' | 'scanWithdrawn'> {
  if (!entered) return { enteredBy: null, scanWithdrawn: false }
  const stood = scans.filter(
    ({ addedAt, withdrawnAt }) =>
      addedAt <= entered.signedAt && (withdrawnAt === null || withdrawnAt >= entered.signedAt),
  )
  return {
    enteredBy: entered.recordedBy?.name ?? '',
    scanWithdrawn: stood.every(({ withdrawnAt }) => withdrawnAt !== null),
  }
}

/** Where a sheet stands, for whoever may know of its people. */
export function sheetPlace(
  actor: Actor,
  id: string,
): Promise<{ campaign: { id: string; ref: string; title: string } } | null> {
  if (!isId(id)) return Promise.resolve(null)
  return read(actor, (tx) =>
    tx.paperSheet.findFirst({
      where: { AND: [{ id }, sheetsOf(actor)] },
      select: { campaign: { select: { id: true, ref: true, title: true } } },
    }),
  )
}
