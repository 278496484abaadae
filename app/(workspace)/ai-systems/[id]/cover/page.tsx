import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Card, Section } from '#components/ui/section'
import { missingLinks } from '#lib/ai-systems/cover'
import { mostOverrideDays } from '#lib/ai-systems/schema'
import { addDays, formatDay } from '#lib/base/days'
import { todayFor } from '#lib/kernel/today'
import { draftOf } from '#lib/people/drafts'
import { QuestionForm } from '../../../question-form.tsx'
import { citationOf } from '../../../rule-citation.ts'
import { overrideCoverAction } from '../../decision-actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { loadSystem, type SystemPage, systemTitle } from '../../load-system.ts'

export function generateMetadata(page: SystemPage): Promise<Metadata> {
  return systemTitle(page, 'ai-system.override-cover', ({ name }) => `Without cover: ${name}`)
}

export default async function CoverOverridePage(page: SystemPage) {
  const loaded = await loadSystem(page, 'ai-system.override-cover')
  const { actor, system, from, recordHref } = loaded
  const missing = missingLinks(system.cover)
  if (system.archived || (missing.length === 0 && !system.coverOverrideUntil)) notFound()
  const last = addDays(todayFor(actor), mostOverrideDays)
  const hidden = { id: system.id, version: String(system.version), from }
  return (
    <DecisionPage
      loaded={loaded}
      title={`Let ${system.name} go on without cover?`}
      lede="For a short time, while the agreement is on its way. The rule makes no such exception: whoever decides this takes it upon the practice."
    >
      <Card>
        <h2>What is missing</h2>
        <ul className="consequences">
          {missing.map(({ because }) => (
            <li key={because}>{because}</li>
          ))}
        </ul>
      </Card>
      <QuestionForm
        action={overrideCoverAction}
        hidden={hidden}
        questions={[
          {
            as: 'day',
            name: 'until',
            label: 'Until which day?',
            hint: `${formatDay(last)} at the latest. It is shown everywhere until then, and due on that day.`,
            rule: citationOf('business-associate'),
            value: system.coverOverrideUntil ?? '',
            latest: last,
            required: true,
          },
          { as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true },
        ]}
        draft={await draftOf(actor, `ai-system/${system.id}/cover`)}
        submitLabel="Let it through"
        danger
        cancelHref={`${recordHref}#cover`}
      />
      {system.coverOverrideUntil ? (
        <Section title="Take it back" lede="What is not covered is then suspended.">
          <QuestionForm
            action={overrideCoverAction}
            hidden={{ ...hidden, until: '' }}
            questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
            submitLabel="Take it back"
            cancelHref={`${recordHref}#cover`}
          />
        </Section>
      ) : null}
    </DecisionPage>
  )
}
