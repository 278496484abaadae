import { can } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { noteSheetPdf } from '#lib/training/paper-commands'
import { getSheet } from '#lib/training/paper-queries'
import { sheetPaper } from '#lib/training/papers/sheet-paper'
import { pdfAnswer } from '../../../../../pdf-answer.ts'

/** A sheet to print and sign by hand. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ id: string; sheetId: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  const { id, sheetId } = await params
  const sheet = can(actor, 'training.keep') ? await getSheet(actor, id, sheetId) : null
  if (!sheet?.mayPrint) return new Response('Not found', { status: 404 })
  return pdfAnswer(sheetPaper(sheet, actor), `${sheet.code}.pdf`, (sha256) =>
    noteSheetPdf(actor, { id: sheetId, sha256 }),
  )
}
