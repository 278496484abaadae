import { addDays, type Day } from '#lib/base/days'
import type { Paper } from '#lib/base/paper'
import { spoolOf } from '#lib/evidence/checked-file'
import { defineEvidence } from '#lib/evidence/record'
import type { Actor } from '#lib/kernel/access'
import { now } from '#lib/platform/clock'
import { read } from '#lib/platform/db'
import { makePdf } from '#lib/platform/pdf'
import { excuseAssignment, extendAssignment } from '#lib/training/exception-commands'
import { openKiosk } from '#lib/training/kiosk-commands'
import { printSheets } from '#lib/training/paper-print'
import { getSheet, type SheetDetail } from '#lib/training/paper-queries'
import { sheetKind } from '#lib/training/paper-schema'
import { tickSheet } from '#lib/training/paper-tick'
import { sheetBearer } from '#lib/training/sheet-bearer'
import { type DemoCast, type DemoStep, must } from './life.ts'
import { campaignTitles } from './trainings.ts'

const scans = defineEvidence(new Map([[sheetKind, sheetBearer]]))

/** How many of the names on the sheet that came back are signed. */
const signedByHand = 2

/** What an officer does between campaigns: sheets for those without a computer, more time, and letting somebody off. */
export function daysOfTraining({ officer, person, siteIds }: DemoCast, today: Day): DemoStep[][] {
  const [northside = '', lakeside = ''] = [...siteIds(['northside']), ...siteIds(['lakeside'])]
  let sheet: SheetDetail | null = null
  const print = async (siteId: string, language: string) => {
    const campaignId = await campaignCalled(officer, campaignTitles.open)
    const { sheetId } = must(await printSheets(officer, { campaignId, siteId, language }), 'sheets')
    return getSheet(officer, campaignId, sheetId)
  }
  return [
    [
      {
        ago: 8,
        run: async () => {
          sheet = await print(northside, 'es')
        },
      },
      { ago: 6, run: async () => comeBack(officer, sheet, addDays(today, -7)) },
      // Nobody has signed this one yet.
      {
        ago: 1,
        run: async () => {
          await print(lakeside, 'en')
        },
      },
    ],
    [
      {
        ago: 14,
        run: async () => {
          const [first, second] = await stillOpen(officer, [officer.personId, person('staff').personId])
          if (!first || !second) throw new Error('demo: everybody has signed')
          const until = addDays(today, 9)
          const away = 'Three weeks of jury duty; signs in the week after.'
          must(await extendAssignment(officer, { ...first, until, reason: away }), 'more time')
          const none = 'Moved to the stock room and types into no program any more.'
          must(await excuseAssignment(officer, { ...second, reason: none }), 'excused')
        },
      },
    ],
  ]
}

/** A tablet that stands open for signing on the day of the demo. */
export async function openDemoTablet({ officer, siteIds }: DemoCast): Promise<void> {
  const [siteId = ''] = siteIds(['northside'])
  must(await openKiosk(officer, { siteId, name: 'Staff room tablet' }), 'tablet')
}

async function campaignCalled(officer: Actor, title: string): Promise<string> {
  return read(officer, async (tx) => (await tx.campaign.findFirstOrThrow({ where: { title } })).id)
}

/** Who has not signed what is past due, as commands name their assignments. */
async function stillOpen(officer: Actor, but: readonly string[]): Promise<{ id: string; version: number }[]> {
  const campaignId = await campaignCalled(officer, campaignTitles.pastDue)
  return read(officer, (tx) =>
    tx.assignment.findMany({
      where: { campaignId, signedOn: null, closedOn: null, pausedOn: null, personId: { notIn: [...but] } },
      select: { id: true, version: true },
      orderBy: { person: { ref: 'asc' } },
      take: 2,
    }),
  )
}

async function comeBack(officer: Actor, sheet: SheetDetail | null, signedOn: Day): Promise<void> {
  if (!sheet) throw new Error('demo: no sheet')
  const spool = await spoolOf(await makePdf(scanOf(sheet, officer.practiceName)))
  try {
    const facts = { title: `Sheet ${sheet.code}, signed`, note: '', validUntil: '', replacesId: '' }
    const place = { kind: sheetKind, recordId: sheet.id }
    must(await scans.takeIn(officer, place, { spool, fileName: `${sheet.code}.pdf`, facts }), 'scan')
  } finally {
    await spool.close()
  }
  const lines = sheet.lines.slice(0, signedByHand).map(({ place }) => String(place))
  must(await tickSheet(officer, { sheetId: sheet.id, signedOn, lines }), 'signatures by hand')
}

/** What stands in for a scan: the names and who put theirs beside it. */
function scanOf({ code, statement, lines }: SheetDetail, author: string): Paper {
  return {
    ...{ title: `Sheet ${code}`, author, language: 'es', size: 'letter', madeAt: now(), mark: code },
    blocks: [
      { kind: 'heading', level: 1, text: `Sheet ${code}` },
      { kind: 'paragraph', words: statement },
      {
        kind: 'table',
        rowHeads: true,
        columns: [
          { head: 'Nombre', share: 1 },
          { head: 'Firma', share: 1 },
        ],
        rows: lines.map(({ name }, at) => [name, at < signedByHand ? `(signed) ${name}` : '']),
      },
    ],
  }
}
