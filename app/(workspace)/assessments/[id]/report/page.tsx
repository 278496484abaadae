import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { reportBlocks, standingOf } from '#lib/assessments/report/report'
import { dayInWords } from '#lib/assessments/report/report-words'
import { readReport } from '#lib/flows/assessment-report'
import { withReturn } from '#lib/kernel/list-return'
import { type AssessmentPage, assessmentTitle, loadAssessment } from '../../load-assessment.ts'
import { pageFoot } from './page-foot.ts'
import { PaperBlocks } from './paper-blocks.tsx'
import { PrintButton } from './print-button.tsx'
import './report.css'

export function generateMetadata(page: AssessmentPage): Promise<Metadata> {
  return assessmentTitle(page, 'read', ({ ref, title }) => `Report ${ref} ${title}`)
}

/** An assessment laid out for paper: what is frozen in a copy, or how it stands now, marked as a draft. */
export default async function ReportPage(page: AssessmentPage) {
  const { actor, assessment, from, recordHref, listHref } = await loadAssessment(page, 'read')
  const asked = (await page.searchParams).copy
  const report = await readReport(actor, assessment, typeof asked === 'string' ? Number(asked) : undefined)
  if (!report) notFound()
  const { content, copy } = report
  const foot = `${content.assessment.ref} · ${standingOf(report)} · as of ${dayInWords(content.asOf)}`
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const address = `/assessments/${assessment.id}`
  return (
    <article className="report">
      <style nonce={nonce}>{pageFoot(foot)}</style>
      <div className="no-print">
        <Breadcrumbs
          crumbs={[
            { href: listHref, label: 'Assessments' },
            { href: recordHref, label: assessment.title },
          ]}
        />
        <div className="report-tools">
          <ButtonLink
            href={`${address}/report.pdf${copy ? `?copy=${copy.number}` : ''}`}
            variant="primary"
            icon="download"
          >
            Download as PDF
          </ButtonLink>
          <PrintButton />
          {copy ? (
            <ButtonLink href={withReturn(`${address}/copies/${copy.number}`, from)}>
              Signatures and hash
            </ButtonLink>
          ) : null}
          <p className="field-hint">
            The file says on every page which copy it is, or that it is not signed.
          </p>
        </div>
      </div>
      <PaperBlocks blocks={reportBlocks(report)} />
    </article>
  )
}
