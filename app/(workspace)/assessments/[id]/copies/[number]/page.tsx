import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { DescriptionList } from '#components/ui/description-list'
import { Card, Section } from '#components/ui/section'
import { statementFor } from '#lib/assessments/freeze'
import { may } from '#lib/assessments/policy'
import { formatInstant } from '#lib/base/days'
import { count } from '#lib/base/text'
import { withReturn } from '#lib/kernel/list-return'
import { countersignAction } from '../../../actions.ts'
import { DecisionPage } from '../../../decision-page.tsx'
import { type AssessmentPage, assessmentTitle, loadAssessment } from '../../../load-assessment.ts'
import { loadCopy } from '../../../load-copy.ts'
import { SignForm } from '../../../sign-form.tsx'
import '../../../assessments.css'

type CopyPage = AssessmentPage<{ number: string }>

export async function generateMetadata(page: CopyPage): Promise<Metadata> {
  const { number } = await page.params
  return assessmentTitle(page, 'read', ({ title, copies }) =>
    copies.some((copy) => String(copy.number) === number) ? `Copy ${number} of ${title}` : 'Assessment',
  )
}

export default async function FrozenCopyPage(page: CopyPage) {
  const loaded = await loadAssessment(page, 'read')
  const { actor, assessment, from, recordHref } = loaded
  const number = Number((await page.params).number)
  const { copy, content, computed, isWhole } = await loadCopy(actor, assessment.id, number)
  const at = (instant: Date) => formatInstant(instant, actor.timeZone)
  const hasSigned = copy.signatures.some(({ personId }) => personId === actor.personId)
  const maySign = may(actor, 'sign', assessment) && !hasSigned && !assessment.archived
  return (
    <DecisionPage
      loaded={loaded}
      title={`Copy ${copy.number} of ${assessment.title}`}
      lede={`Frozen on ${at(copy.frozenAt)} by ${copy.frozenByName}. Nothing of it can be changed.`}
    >
      <div className="grid gap-8">
        {isWhole ? (
          <Callout tone="ok" title="It is as it was signed.">
            <p>Its hash was computed again just now and is the one that was signed.</p>
            <p className="hash">SHA-256 {computed}</p>
          </Callout>
        ) : (
          <Callout tone="danger" title="It is not what was signed.">
            <p>Somebody changed it past this application. Compare it with a backup.</p>
            <p className="hash">Signed: {copy.sha256}</p>
            <p className="hash">Found: {computed}</p>
          </Callout>
        )}
        <Section
          title="What is in it"
          actions={
            <ButtonLink
              href={withReturn(`/assessments/${assessment.id}/report?copy=${copy.number}`, from)}
              icon="document"
            >
              Report to read or print
            </ButtonLink>
          }
        >
          <Card>
            <DescriptionList
              facts={[
                {
                  label: 'About',
                  value:
                    content.systems.length === 1
                      ? `${content.systems[0]?.ref} ${content.systems[0]?.name}`
                      : count(content.systems.length, 'AI system'),
                },
                {
                  label: 'Questions',
                  value: `${content.template.name}, version ${content.template.version}`,
                },
                {
                  label: 'Answers',
                  value: count(content.questions.filter(({ answer }) => answer !== null).length, 'answer'),
                },
                { label: 'Risks', value: count(content.risks.length, 'open risk') },
                { label: 'Controls', value: count(content.controls.length, 'control') },
                { label: 'Reason for this copy', value: copy.reason || 'The first one' },
              ]}
            />
          </Card>
        </Section>
        <Section title="Signatures">
          <ul className="findings">
            {copy.signatures.map(({ personId, name, role, signedAt }, index) => (
              <li key={personId}>
                <strong>{name}</strong>
                <span className="text-muted">
                  {role}, {at(signedAt)}
                </span>
                <span>{copy.statements[index]}</span>
              </li>
            ))}
          </ul>
        </Section>
        {maySign && isWhole ? (
          <Section title="Sign it as well">
            <SignForm
              action={countersignAction}
              hidden={{ id: assessment.id, number: String(copy.number), sha256: copy.sha256 }}
              statement={statementFor(content, copy.sha256, false)}
              name={actor.name}
              submitLabel="Sign"
              pendingLabel="Signing…"
              cancelHref={recordHref}
            />
          </Section>
        ) : null}
      </div>
    </DecisionPage>
  )
}
