import { getAssessment } from '#lib/assessments/detail-queries'
import { reportName, reportPaper } from '#lib/assessments/report/report-paper'
import { noteReport } from '#lib/assessments/report-commands'
import { readReport } from '#lib/flows/assessment-report'
import { currentActor } from '#lib/kernel/require-actor'
import { pdfAnswer } from '../../../pdf-answer.ts'

/** The report as a PDF: the copy that `?copy=` names, else what the page of the report shows. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  const { id } = await params
  const asked = new URL(request.url).searchParams.get('copy')
  const assessment = await getAssessment(actor, id)
  const report =
    assessment && (await readReport(actor, assessment, asked === null ? undefined : Number(asked)))
  if (!report) return new Response('Not found', { status: 404 })
  return pdfAnswer(reportPaper(report), reportName(report), (sha256) =>
    noteReport(actor, { id, copy: report.copy?.number ?? null, sha256 }),
  )
}
