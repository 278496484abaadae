import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import type { Actor } from '#lib/kernel/access'
import { optionLabel } from '#lib/kernel/table'
import { stages } from '#lib/questionnaires/options'
import { may } from '#lib/questionnaires/policy'
import { questionnairesOfVendor } from '#lib/questionnaires/queries'
import '../vendors.css'

/** What the vendor was asked, and how it stands. */
export async function VendorQuestionnaires({
  actor,
  vendor,
}: {
  actor: Actor
  vendor: { id: string; archived: boolean }
}) {
  const asked = await questionnairesOfVendor(actor, vendor.id)
  return (
    <Section
      id="questionnaires"
      title={asked.length > 0 ? count(asked.length, 'questionnaire') : 'Questionnaires'}
      actions={
        may(actor, 'send') && !vendor.archived ? (
          <ButtonLink href={`/questionnaires/new?vendor=${vendor.id}`} size="small" icon="plus">
            Send a questionnaire
          </ButtonLink>
        ) : null
      }
    >
      {asked.length > 0 ? (
        <ul className="entries">
          {asked.map(({ id, ref, templateName, stage, sentOn, answerBy, answeredOn, gaps, openGaps }) => (
            <li key={id}>
              <p className="entry-title">
                <a href={`/questionnaires/${id}`}>
                  {ref} {templateName}
                </a>{' '}
                <StatusBadge tone={stages.find(({ value }) => value === stage)?.tone ?? 'neutral'}>
                  {optionLabel(stages, stage)}
                </StatusBadge>
              </p>
              <p className="text-muted">
                Sent {formatDay(sentOn)}
                {answeredOn ? `, answered ${formatDay(answeredOn)}` : `, wanted by ${formatDay(answerBy)}`}
                {gaps > 0 ? ` · ${count(gaps, 'gap')}, ${openGaps} open` : null}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">It was not asked anything yet.</p>
      )}
    </Section>
  )
}
