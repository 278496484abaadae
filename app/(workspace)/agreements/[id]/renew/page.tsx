import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button'
import { Card, Section } from '#components/ui/section'
import { may } from '#lib/agreements/policy'
import { formatDay } from '#lib/base/days'
import { todayFor } from '#lib/kernel/today'
import { noticeBy, termOn } from '#lib/law/agreement-terms'
import { draftOf } from '#lib/people/drafts'
import { QuestionForm } from '../../../question-form.tsx'
import { letRenewAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type AgreementPage, agreementTitle, loadAgreement } from '../../load-agreement.ts'

export function generateMetadata(page: AgreementPage): Promise<Metadata> {
  return agreementTitle(page, 'keep', ({ title }) => `What follows ${title}?`)
}

export default async function RenewPage(page: AgreementPage) {
  const loaded = await loadAgreement(page, 'keep')
  const { actor, agreement, from, recordHref } = loaded
  const today = todayFor(actor)
  const term = termOn(agreement, today)
  if (agreement.archived || !term || !agreement.signedOn) notFound()
  const notice = noticeBy(agreement, today)
  const renewsByItself = agreement.renewal === 'renews'
  return (
    <DecisionPage
      loaded={loaded}
      title="What follows when it ends?"
      lede={[
        renewsByItself
          ? `Its term ends on ${formatDay(term.to)}, and then it renews by itself.`
          : `It ends on ${formatDay(term.to)}.`,
        notice ? `Notice has to be given by ${formatDay(notice)}.` : '',
      ]
        .filter(Boolean)
        .join(' ')}
    >
      {renewsByItself ? (
        <Section title="Let it renew">
          <QuestionForm
            action={letRenewAction}
            hidden={{ id: agreement.id, version: String(agreement.version), from }}
            questions={[
              { as: 'text', name: 'note', label: 'Note', hint: 'What you looked at.', limit: 2000 },
            ]}
            draft={await draftOf(actor, `agreement/${agreement.id}/renew`)}
            submitLabel="Let it renew"
            cancelHref={recordHref}
          />
        </Section>
      ) : null}
      <Section title={renewsByItself ? 'Or not' : 'Decide'}>
        {may(actor, 'edit') ? (
          <Card>
            <div className="grid gap-4">
              <p>
                Another agreement takes its place: write it down, and this one counts as replaced from the day
                on which the new one is in force.
              </p>
              <p>
                <ButtonLink
                  href={`/agreements/new?after=${agreement.id}`}
                  variant={renewsByItself ? 'secondary' : 'primary'}
                >
                  Enter the next agreement
                </ButtonLink>
              </p>
              <p>It ends and nothing follows: record from which day it is no longer in force.</p>
              <p>
                <ButtonLink href={`/agreements/${agreement.id}/terminate`}>End it</ButtonLink>
              </p>
            </div>
          </Card>
        ) : (
          <p>To replace it or to let it end, ask somebody who keeps the agreements of the practice.</p>
        )}
      </Section>
    </DecisionPage>
  )
}
