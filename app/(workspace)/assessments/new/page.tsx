import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RadioGroup } from '#components/form/choices'
import { FormActions } from '#components/form/layout'
import { Select } from '#components/form/select'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Button, ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader } from '#components/ui/section'
import { getAssessment } from '#lib/assessments/detail-queries'
import { type Kind, kinds, practiceKind } from '#lib/assessments/options'
import { planStart, type StartPlan, systemsToAssess } from '#lib/assessments/start-queries'
import { templateOf } from '#lib/assessments/templates'
import { addDays, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { type Actor, canAt } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { personChoices } from '#lib/people/directory'
import { draftOf } from '#lib/people/drafts'
import { startAction } from '../actions.ts'
import { AssessmentForm } from '../assessment-form.tsx'

export const metadata: Metadata = { title: 'Start an assessment' }

const crumbs = <Breadcrumbs crumbs={[{ href: '/assessments', label: 'Assessments' }]} />
/** What the practice’s own analysis covers, to be made its own: 45 CFR 164.308(a)(1)(ii)(A) leaves nothing electronic out. */
const practiceScope =
  'All electronic patient data that the practice creates, receives, keeps or sends, at every site: the AI systems in the register, the computers, devices and networks they run on, the people who use them, and the vendors behind them.'
/** How long one usually has. */
const usualDays = 45

const word = (value: SearchParams[string]) => (typeof value === 'string' ? value : '')

/** Which kind and which system the address names: by themselves, or by the assessment that is to be done again. */
async function chosenIn(
  actor: Actor,
  params: SearchParams,
): Promise<{ kind: Kind | null; systemId: string | null }> {
  const again = word(params.again) ? await getAssessment(actor, word(params.again)) : null
  if (word(params.again) && !again) notFound()
  if (again) return { kind: again.kind, systemId: again.systemId }
  const kind = kinds.find(({ value }) => value === word(params.kind))?.value ?? null
  return { kind, systemId: kind === practiceKind ? null : word(params.system) || null }
}

export default async function StartPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('assessment.edit')
  const { kind, systemId } = await chosenIn(actor, await searchParams)
  if (!kind || (kind !== practiceKind && !systemId))
    return <ChooseSubject actor={actor} kind={kind} params={await searchParams} />
  const plan = await planStart(actor, kind, systemId)
  if (!plan) notFound()
  return <Start actor={actor} kind={kind} plan={plan} />
}

async function ChooseSubject({
  actor,
  kind,
  params,
}: {
  actor: Actor
  kind: Kind | null
  params: SearchParams
}) {
  // A link from a system’s page names it with `for`: nobody has sent the form then.
  const systemId = word(params.system) || word(params.for)
  const isSent = params.system !== undefined
  const systems = await systemsToAssess(actor)
  const mayAll = canAt(actor, 'assessment.edit', [])
  const offered = kinds.filter(({ value }) => value !== practiceKind || mayAll)
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title="Start an assessment"
        lede="What do you want to look at? You can stop at any time: every answer is kept."
      />
      <form className="form" action="/assessments/new" method="get">
        <RadioGroup
          name="kind"
          label="Which one?"
          options={offered.map(({ value, label }) => ({ value, label, hint: templateOf(value).about }))}
          defaultValue={kind ?? ''}
          error={isSent && !kind ? 'Choose one.' : undefined}
          required
        />
        <Select
          name="system"
          label="Of which AI system?"
          hint="Not for the security risk analysis, which is about the whole practice."
          options={systems.map(({ id, ref, name }) => ({ value: id, label: `${name} (${ref})` }))}
          empty="Choose…"
          defaultValue={systemId}
          error={
            kind && kind !== practiceKind && !systemId ? 'Choose the AI system that is assessed.' : undefined
          }
        />
        <FormActions>
          <Button type="submit" variant="primary">
            Go on
          </Button>
          <ButtonLink href="/assessments">Cancel</ButtonLink>
        </FormActions>
      </form>
    </>
  )
}

async function Start({ actor, kind, plan }: { actor: Actor; kind: Kind; plan: StartPlan }) {
  const { system, before, open, asked, skipped } = plan
  const template = templateOf(kind)
  const draft = await draftOf(actor, `assessment/new/${kind}/${system?.id ?? 'practice'}`)
  const people = await personChoices(actor, {
    stored: [actor.personId, before?.ownerId ?? null],
    entered: [draft.kept?.values.ownerId?.[0], draft.kept?.values.backupId?.[0]],
  })
  const today = todayFor(actor)
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={`Start: ${template.name}`}
        lede={system ? `Of ${system.name} (${system.ref}). ${template.about}` : template.about}
      />
      <div className="grid gap-6">
        {open ? (
          <Callout
            tone="attention"
            title={`${open.ref} is open and about the same.`}
            actions={<ButtonLink href={`/assessments/${open.id}`}>Go on with it</ButtonLink>}
          >
            <p>Finish it first, or archive it.</p>
          </Callout>
        ) : (
          <>
            <Callout title={`${count(asked, 'question')}, one at a time or as a table.`}>
              {skipped > 0 ? (
                <p>
                  {count(skipped, 'question')} {skipped === 1 ? 'is' : 'are'} left out because of what the
                  register says of this system; each says why.
                </p>
              ) : null}
              {before ? (
                <p>
                  It starts from {before.ref}, signed on {formatDay(before.signedOn)}: its answers come along
                  and wait to be confirmed, and what changed since is shown beside them.
                </p>
              ) : null}
            </Callout>
            <AssessmentForm
              action={startAction}
              hidden={{ kind, systemId: system?.id ?? '' }}
              values={{
                title: [`${system ? `${system.name}: ` : ''}${template.name} ${today.slice(0, 4)}`],
                scope: [before?.scope ?? (system ? system.purpose : practiceScope)],
                dueOn: [addDays(today, usualDays)],
                ownerId: [before?.ownerId ?? actor.personId],
              }}
              people={people}
              draftKey={draft.form}
              draft={draft.kept}
              submitLabel="Start"
              cancelHref="/assessments"
            />
          </>
        )}
      </div>
    </>
  )
}
