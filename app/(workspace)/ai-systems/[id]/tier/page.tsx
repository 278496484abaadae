import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Card } from '#components/ui/section'
import { tiers } from '#lib/ai-systems/options'
import { isIdentifiable, tierReasons } from '#lib/ai-systems/tier'
import { optionLabel } from '#lib/kernel/table'
import { draftOf } from '#lib/people/drafts'
import { QuestionForm } from '../../../question-form.tsx'
import { overrideTierAction } from '../../decision-actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { loadSystem, type SystemPage, systemTitle } from '../../load-system.ts'

export function generateMetadata(page: SystemPage): Promise<Metadata> {
  return systemTitle(page, 'ai-system.override-tier', ({ name }) => `Risk tier of ${name}`)
}

const lowHint =
  'Careful: data from which patients can be told apart goes in. If low is right all the same, say below what keeps that data safe.'

export default async function TierPage(page: SystemPage) {
  const loaded = await loadSystem(page, 'ai-system.override-tier')
  const { actor, system, from, recordHref } = loaded
  if (system.archived) notFound()
  const deciding = tierReasons(system).filter(({ tier }) => tier === system.tierComputed)
  const identifiable = system.flows.some(isIdentifiable)
  const computed = optionLabel(tiers, system.tierComputed)
  return (
    <DecisionPage
      loaded={loaded}
      title={`Risk tier of ${system.name}`}
      lede={`The facts say ${computed.toLowerCase()}. When a fact is wrong, change the fact instead.`}
    >
      {deciding.length > 0 ? (
        <Card>
          <h2>Why {computed.toLowerCase()}</h2>
          <ul className="consequences">
            {deciding.map(({ because }) => (
              <li key={because}>{because}</li>
            ))}
          </ul>
        </Card>
      ) : null}
      <QuestionForm
        action={overrideTierAction}
        hidden={{ id: system.id, version: String(system.version), from }}
        questions={[
          {
            as: 'choice',
            name: 'tier',
            label: 'Which tier is right?',
            value: system.tierOverride ?? 'computed',
            options: [
              {
                value: 'computed',
                label: `As computed: ${computed}`,
                hint: 'Follows the facts when they change.',
              },
              ...tiers.map(({ value, label }) => ({
                value,
                label,
                hint: value === 'low' && identifiable ? lowHint : 'Stays until somebody changes it here.',
              })),
            ],
            required: true,
          },
          {
            as: 'text',
            name: 'reason',
            label: 'Why is the computed tier not right?',
            hint: 'Needed unless you go back to the computed tier.',
            limit: 1000,
          },
        ]}
        submitLabel="Save the tier"
        draft={await draftOf(actor, `ai-system/${system.id}/tier`)}
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
