import { ButtonLink } from '#components/ui/button'
import { DescriptionList } from '#components/ui/description-list'
import { Section } from '#components/ui/section'
import { formatDay, formatInstant } from '#lib/base/days'
import { can } from '#lib/kernel/access'
import { isMailSetUp } from '#lib/platform/mail'
import type { LoadedQuestionnaire } from '../load-questionnaire.ts'

/** Who asked whom what, by when, and how the link stands. */
export function QuestionnaireFacts({
  loaded: { actor, questionnaire },
  linkHref,
}: {
  loaded: LoadedQuestionnaire
  /** Where dates and link are changed; null for those who may not. */
  linkHref: string | null
}) {
  const { vendorId, vendorName, contactName, contactEmail, link, submittedAt, previousId } = questionnaire
  const instant = (at: Date) => formatInstant(at, actor.timeZone)
  return (
    <Section
      title="Who was asked?"
      id="link"
      actions={
        linkHref ? (
          <ButtonLink href={linkHref} size="small">
            Dates and link
          </ButtonLink>
        ) : null
      }
    >
      <DescriptionList
        facts={[
          {
            label: 'Vendor',
            value: can(actor, 'vendor.read') ? <a href={`/vendors/${vendorId}`}>{vendorName}</a> : vendorName,
          },
          { label: 'Sent to', value: [contactName, contactEmail].filter(Boolean).join(', ') },
          { label: 'Sent by', value: `${questionnaire.senderName}, on ${formatDay(questionnaire.sentOn)}` },
          { label: 'Answer by', value: formatDay(questionnaire.answerBy) },
          ...(questionnaire.note ? [{ label: 'Your word to them', value: questionnaire.note }] : []),
          {
            label: 'Link',
            value: link
              ? `${link.works ? 'Works until' : 'Ended on'} ${instant(link.expiresAt)}`
              : 'Withdrawn: it does not work',
            why:
              submittedAt || !link || !contactEmail || !isMailSetUp()
                ? undefined
                : 'Reminders go out by mail 14, 7 and 1 days before, then every week, while the link works.',
          },
          ...(submittedAt
            ? [
                {
                  label: 'Signed by',
                  value: `${questionnaire.answeredBy}, ${questionnaire.submittedByTitle}, on ${instant(submittedAt)}`,
                },
              ]
            : []),
          ...(questionnaire.scoredOn
            ? [{ label: 'Looked through', value: formatDay(questionnaire.scoredOn) }]
            : []),
          ...(previousId
            ? [
                {
                  label: 'Follows',
                  value: <a href={`/questionnaires/${previousId}`}>{questionnaire.previousRef}</a>,
                },
              ]
            : []),
          ...(questionnaire.next
            ? [
                {
                  label: 'Followed by',
                  value: <a href={`/questionnaires/${questionnaire.next.id}`}>{questionnaire.next.ref}</a>,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
