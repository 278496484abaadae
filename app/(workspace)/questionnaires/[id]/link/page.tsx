import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Section } from '#components/ui/section'
import { dayIn } from '#lib/base/days'
import { QuestionForm } from '../../../question-form.tsx'
import { datesAction, revokeAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { loadQuestionnaire, type QuestionnairePage, questionnaireTitle } from '../../load-questionnaire.ts'
import { RenewForm } from './renew-form.tsx'

export function generateMetadata(page: QuestionnairePage): Promise<Metadata> {
  return questionnaireTitle(page, 'send', ({ ref }) => `Dates and link of ${ref}`)
}

export default async function LinkPage(page: QuestionnairePage) {
  const loaded = await loadQuestionnaire(page, 'send')
  const { actor, questionnaire, from, recordHref } = loaded
  const { id, version, link, answerBy, submittedAt, archived } = questionnaire
  if (archived) notFound()
  const hidden = { id, version: String(version), from }
  const linkUntil = link ? dayIn(actor.timeZone, link.expiresAt) : answerBy
  return (
    <DecisionPage
      loaded={loaded}
      title="Dates and link"
      lede="The link cannot be shown again, because only its fingerprint is kept. A new one can be made at any time."
    >
      {submittedAt ? null : (
        <Section title="Dates">
          <QuestionForm
            action={datesAction}
            hidden={hidden}
            questions={[
              { as: 'day', name: 'answerBy', label: 'Answer by', value: answerBy, required: true },
              {
                as: 'day',
                name: 'linkUntil',
                label: 'The link works until',
                value: linkUntil,
                required: true,
              },
            ]}
            submitLabel="Save the dates"
            cancelHref={recordHref}
          />
        </Section>
      )}
      {submittedAt ? null : (
        <Section
          title="Another link"
          lede="For when it was lost or went to the wrong person. The one before stops working at once; what was answered stays."
        >
          <RenewForm hidden={hidden} />
        </Section>
      )}
      {link ? (
        <Section title="Withdraw the link" lede="Nobody can answer or read the receipt by it any more.">
          <QuestionForm
            action={revokeAction}
            hidden={hidden}
            questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
            submitLabel="Withdraw it"
            danger
            cancelHref={recordHref}
          />
        </Section>
      ) : null}
    </DecisionPage>
  )
}
