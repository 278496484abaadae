import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Card } from '#components/ui/section'
import { wanting } from '#lib/assessments/options'
import { mayReadWhole } from '#lib/assessments/policy'
import { count } from '#lib/base/text'
import { withReturn } from '#lib/kernel/list-return'
import { signAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type AssessmentPage, assessmentTitle, loadAssessment } from '../../load-assessment.ts'
import { SignForm } from '../../sign-form.tsx'

export function generateMetadata(page: AssessmentPage): Promise<Metadata> {
  return assessmentTitle(page, 'sign', ({ title }) => `Freeze and sign ${title}`)
}

export default async function SignPage(page: AssessmentPage) {
  const loaded = await loadAssessment(page, 'sign')
  const { actor, assessment, from, recordHref } = loaded
  const { id, title, version, state, archived, copies, correction, items } = assessment
  const mine = items.filter(({ skipped }) => skipped === null)
  const open = mine.filter(({ given }) => !given || given.carriedOver).length
  const wants = mine.filter(({ given }) => given && wanting.includes(given.answer))
  const made = new Set(assessment.findings.map(({ question }) => question))
  const left = wants.filter(({ key }) => !made.has(key)).length
  const number = (copies[0]?.number ?? 0) + 1
  const why =
    state === 'signed'
      ? `It is signed: copy ${copies[0]?.number ?? 1}.`
      : archived
        ? 'It is archived.'
        : open > 0
          ? `${count(open, 'question')} ${open === 1 ? 'is' : 'are'} not answered or confirmed yet.`
          : mayReadWhole(actor, assessment)
            ? null
            : 'It covers sites that you do not read: somebody who does has to sign it.'
  return (
    <DecisionPage loaded={loaded} title={`Freeze and sign ${title}`}>
      {why ? (
        <Callout
          title={why}
          actions={
            state === 'open' && open > 0 ? (
              <ButtonLink href={withReturn(`/assessments/${id}/answer`, from)}>Answer them</ButtonLink>
            ) : (
              <ButtonLink href={recordHref}>Back to the assessment</ButtonLink>
            )
          }
        />
      ) : (
        <>
          <Card>
            <h2>What will happen</h2>
            <ul className="consequences">
              <li>
                Copy {number} is frozen: {count(mine.length, 'answer')} with who gave them, the facts of the{' '}
                {assessment.systemId ? 'system' : 'systems'}, the flows of patient data and how they are
                covered now, the open risks and the controls behind the questions.
              </li>
              <li>From then on nobody can change it. What turns out wrong is corrected in another copy.</li>
              {correction ? <li>It is made because: {correction}</li> : null}
              {left > 0 ? (
                <li>
                  {count(left, 'finding')} {left === 1 ? 'has' : 'have'} not become a risk.{' '}
                  <a href={withReturn(`/assessments/${id}/findings`, from)}>Look at them first</a>
                </li>
              ) : null}
              <li>
                <a href={withReturn(`/assessments/${id}/report`, from)}>Read the report</a> as it would be
                frozen.
              </li>
            </ul>
          </Card>
          <SignForm
            action={signAction}
            hidden={{ id, version: String(version), from }}
            statement={`I have read ${assessment.ref} “${title}”, copy ${number}. To the best of my knowledge its answers are true and complete for what it covers, and I sign it for ${actor.practiceName}.`}
            name={actor.name}
            submitLabel="Freeze and sign"
            pendingLabel="Freezing…"
            cancelHref={recordHref}
          />
        </>
      )}
    </DecisionPage>
  )
}
