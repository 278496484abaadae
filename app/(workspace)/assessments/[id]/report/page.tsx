import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { mayReadWhole } from '#lib/assessments/policy'
import { formatDay, formatInstant, isDay } from '#lib/base/days'
import { readDraft } from '#lib/flows/assessment-content'
import { withReturn } from '#lib/kernel/list-return'
import { type AssessmentPage, assessmentTitle, loadAssessment } from '../../load-assessment.ts'
import { loadCopy } from '../../load-copy.ts'
import { pageFoot } from './page-foot.ts'
import { PrintButton } from './print-button.tsx'
import { ReportAnswers } from './report-answers.tsx'
import { ReportRisks } from './report-risks.tsx'
import { ReportSystems } from './report-systems.tsx'
import './report.css'

export function generateMetadata(page: AssessmentPage): Promise<Metadata> {
  return assessmentTitle(page, 'read', ({ ref, title }) => `Report ${ref} ${title}`)
}

/** An assessment laid out for paper: what is frozen in a copy, or how it stands now, marked as a draft. */
export default async function ReportPage(page: AssessmentPage) {
  const loaded = await loadAssessment(page, 'read')
  const { actor, assessment, from, recordHref, listHref } = loaded
  if (!mayReadWhole(actor, assessment)) notFound()
  const asked = (await page.searchParams).copy
  const newest = assessment.state === 'signed' ? assessment.copies[0]?.number : undefined
  const number = typeof asked === 'string' ? Number(asked) : newest
  const frozen = number === undefined ? null : await loadCopy(actor, assessment.id, number)
  const content = frozen?.content ?? (await readDraft(actor, assessment.id))
  if (!content) notFound()
  const { assessment: about, practice } = content
  const asOf = isDay(content.asOf) ? formatDay(content.asOf) : content.asOf
  const standing = frozen ? `Copy ${frozen.copy.number}, SHA-256 ${frozen.copy.sha256}` : 'Draft, not signed'
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <article className="report">
      <style nonce={nonce}>{pageFoot(`${about.ref} · ${standing} · as of ${asOf}`)}</style>
      <div className="no-print">
        <Breadcrumbs
          crumbs={[
            { href: listHref, label: 'Assessments' },
            { href: recordHref, label: assessment.title },
          ]}
        />
        <div className="report-tools">
          <PrintButton />
          {frozen ? (
            <ButtonLink href={withReturn(`/assessments/${assessment.id}/copies/${frozen.copy.number}`, from)}>
              Signatures and hash
            </ButtonLink>
          ) : null}
          <p className="field-hint">
            In the print dialog choose “Save as PDF” for a file. Headers and footers of the browser can be
            off.
          </p>
        </div>
      </div>
      <header className="report-head">
        <p>{practice.name}</p>
        <h1>{about.title}</h1>
        <p>
          {about.kindName}, {about.ref}. As of {asOf}.
        </p>
        <p className="report-standing">
          {frozen
            ? `${frozen.isWhole ? '' : 'DAMAGED: this is not what was signed. '}${standing}`
            : 'DRAFT, not signed: it shows how things stand today.'}
        </p>
      </header>
      <section>
        <h2>1. Scope</h2>
        <p className="report-words">{about.scope || 'No scope was written down.'}</p>
        <dl className="report-facts">
          <Fact
            label="Started on"
            value={isDay(about.startedOn) ? formatDay(about.startedOn) : about.startedOn}
          />
          <Fact label="Owner" value={about.owner || 'Nobody'} />
          <Fact label="Follows" value={about.follows || 'Nothing: it is the first of its kind'} />
          <Fact label="Questions" value={`${content.template.name}, version ${content.template.version}`} />
          {content.copy?.reason ? <Fact label="Why another copy" value={content.copy.reason} /> : null}
        </dl>
      </section>
      <ReportSystems systems={content.systems} />
      <ReportRisks content={content} />
      <ReportAnswers content={content} timeZone={practice.timeZone} />
      <section className="report-sign">
        <h2>8. Sign-off</h2>
        {frozen ? (
          <>
            {frozen.copy.signatures.map(({ personId, name, role, signedAt }, index) => (
              <div key={personId} className="report-signature">
                <p>{frozen.copy.statements[index]}</p>
                <p>
                  <strong>{name}</strong>, {role}, {formatInstant(signedAt, practice.timeZone)}
                </p>
              </div>
            ))}
            <p className="report-hash">
              Frozen on {formatInstant(frozen.copy.frozenAt, practice.timeZone)} by {frozen.copy.frozenByName}
              . SHA-256 {frozen.copy.sha256}
            </p>
          </>
        ) : (
          <p>Nobody has signed it: it is a draft.</p>
        )}
      </section>
    </article>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
