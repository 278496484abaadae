import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { addDays } from '#lib/base/days'
import { shorten } from '#lib/base/text'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { draftOf } from '#lib/people/drafts'
import { isMailSetUp } from '#lib/platform/mail'
import { getQuestionnaire } from '#lib/questionnaires/detail-queries'
import { may } from '#lib/questionnaires/policy'
import { listTemplates } from '#lib/questionnaires/template-queries'
import { vendorsToAsk, vendorToAsk } from '#lib/questionnaires/vendor-queries'
import { SendForm } from './send-form.tsx'
import '../questionnaires.css'

export const metadata: Metadata = { title: 'Send a questionnaire' }

/** Days that a vendor is given unless somebody says otherwise. */
const USUAL_DAYS = 21

const textOf = (value: SearchParams[string]) => (typeof value === 'string' ? value : '')

export default async function SendPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('questionnaire.send')
  if (!may(actor, 'send')) notFound()
  const params = await searchParams
  const again = textOf(params['again'])
  const previous = again ? await getQuestionnaire(actor, again) : null
  if (again && !previous?.submittedAt) notFound()
  const vendor = await vendorToAsk(actor, previous?.vendorId ?? textOf(params['vendor']))
  const header = (title: string, lede: string) => (
    <PageHeader
      crumbs={<Breadcrumbs crumbs={[{ href: '/questionnaires', label: 'Questionnaires' }]} />}
      title={title}
      lede={lede}
    />
  )
  if (!vendor)
    return (
      <>
        {header('Send a questionnaire', 'First, whom do you want to ask?')}
        <VendorChoice {...(await vendorsToAsk(actor, textOf(params['q'])))} words={textOf(params['q'])} />
      </>
    )
  const templates = await listTemplates(actor)
  const draft = await draftOf(actor, `questionnaire/new/${previous?.id ?? vendor.id}`)
  const [contact] = vendor.contacts
  return (
    <>
      {header(
        `Ask ${vendor.name}`,
        'It answers by a link, without an account. The link shows the questions and nothing else of this practice.',
      )}
      {previous ? (
        <div className="pb-6">
          <Callout title={`It begins with the answers of ${previous.ref}`}>
            <p>
              Whoever gets the link sees what was answered last time, and confirms or changes each answer. You
              will see only what changed; what you thought of the same answers still holds.
            </p>
          </Callout>
        </div>
      ) : null}
      <SendForm
        hidden={{ vendorId: vendor.id, previousId: previous?.id ?? '' }}
        templates={templates.map(({ key, name, questions }) => ({
          value: key,
          label: `${name} (${questions} questions)`,
        }))}
        template={previous?.templateId ?? ''}
        contacts={vendor.contacts}
        values={{
          contactName: previous?.contactName ?? contact?.name ?? '',
          contactEmail: previous?.contactEmail ?? contact?.email ?? '',
          answerBy: addDays(todayFor(actor), USUAL_DAYS),
        }}
        mails={isMailSetUp()}
        draft={draft}
      />
    </>
  )
}

function VendorChoice({
  vendors,
  more,
  words,
}: Awaited<ReturnType<typeof vendorsToAsk>> & { words: string }) {
  if (vendors.length === 0 && words === '')
    return (
      <EmptyState
        title="No vendor yet"
        icon="handshake"
        actions={
          <ButtonLink href="/vendors/new" variant="primary" icon="plus">
            Add a vendor
          </ButtonLink>
        }
      >
        Add the vendor to the register first, with a contact.
      </EmptyState>
    )
  return (
    <div className="grid gap-4">
      <form className="form" action="/questionnaires/new">
        <label className="field-label" htmlFor="q">
          Find a vendor
        </label>
        <div className="actions">
          <input id="q" name="q" type="search" className="control control-half" defaultValue={words} />
          <button type="submit" className="btn btn-secondary">
            Find
          </button>
        </div>
      </form>
      {vendors.length > 0 ? (
        <ul className="asked-list">
          {vendors.map(({ id, ref, name, services }) => (
            <li key={id}>
              <p>
                <a href={`/questionnaires/new?vendor=${id}`}>{name}</a>{' '}
                <span className="text-muted">{ref}</span>
              </p>
              {services ? <p className="text-muted">{shorten(services, 160)}</p> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p role="status">No vendor in use has these words.</p>
      )}
      {more ? (
        <p className="text-muted">There are more: write another word of the name to find them.</p>
      ) : null}
    </div>
  )
}
