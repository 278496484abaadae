import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Callout } from '#components/ui/callout'
import { PageHeader } from '#components/ui/section'
import { count, listInWords } from '#lib/base/text'
import { type LeavePlan, passedInWords, planLeave } from '#lib/flows/hand-over-leaver'
import { isRole, roles } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { todayFor } from '#lib/kernel/today'
import type { PersonDetail } from '#lib/people/detail-queries'
import { personChoices } from '#lib/people/directory'
import { readDraft } from '#lib/people/drafts'
import { leave } from '../../actions.ts'
import { draftKeys } from '../../draft-keys.ts'
import { type PersonPageProps, personOfPage } from '../person-page.tsx'
import { LeaveForm } from './leave-form.tsx'
import '../../people.css'

export const metadata: Metadata = { title: 'Somebody is leaving' }

export default async function LeavePage(props: PersonPageProps) {
  const actor = await requireActor('person.deactivate')
  const { person, from, href, crumbs } = await personOfPage(props)
  const plan = await planLeave(actor, person.id)
  if (!plan) notFound()
  const form = draftKeys.leave(person.id)
  const kept = await readDraft(actor, form)
  const choices = await personChoices(actor, {
    entered: [plan.suggestedId ?? undefined, kept?.values['successorId']?.[0]],
  })
  const people = choices.people.filter(({ value }) => value !== person.id)
  return (
    <>
      <PageHeader title={`${person.name} is leaving`} crumbs={crumbs} />
      <div className="grid gap-6">
        <Callout tone="attention" title="What will happen">
          <ul className="people-consequences">
            {consequences(person, plan).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Callout>
        <LeaveForm
          action={leave}
          person={{ id: person.id, version: person.version, name: person.name }}
          passesOn={plan.needsSuccessor ? passedInWords(plan) : null}
          people={{ ...choices, people }}
          suggestedId={plan.suggestedId ?? ''}
          today={todayFor(actor)}
          from={from}
          backHref={href}
          draft={{ form, kept }}
        />
      </div>
    </>
  )
}

function consequences(person: PersonDetail, plan: LeavePlan): string[] {
  const held = [...new Set(person.roles.map(({ role }) => (isRole(role) ? roles[role].label : role)))]
  const total = plan.looksAfter.reduce((sum, { number }) => sum + number, plan.duties)
  const backup = plan.backed > 0 ? ` They are the backup of ${plan.backed} of the AI systems.` : ''
  const ends = [
    ...(held.length > 0 ? [`the ${held.length === 1 ? 'role' : 'roles'} ${listInWords(held)}`] : []),
    ...(plan.sessions > 0 ? [count(plan.sessions, 'session')] : []),
    ...(plan.links > 0 ? [count(plan.links, 'unused link')] : []),
  ]
  return [
    plan.needsSuccessor
      ? `${capital(passedInWords(plan))} ${total === 1 ? 'passes' : 'pass'} to the person you choose below.${backup}`
      : 'They look after nothing: nobody has to take over.',
    ends.length > 0
      ? `${capital(listInWords(ends))} ${ends.length === 1 && held.length < 2 ? 'ends' : 'end'} at once, and they can no longer sign in.`
      : 'They cannot sign in, and that stays so.',
    'Their name stays in the history and on what they did. Nothing is deleted.',
  ]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
