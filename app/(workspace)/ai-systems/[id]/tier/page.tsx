import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { tiers } from '#lib/ai-systems/options'
import { tierReasons } from '#lib/ai-systems/tier'
import { listInWords } from '#lib/base/text'
import { optionLabel } from '#lib/kernel/table'
import { QuestionForm } from '../../../question-form.tsx'
import { overrideTierAction } from '../../decision-actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { loadSystem, type SystemPage } from '../../load-system.ts'

export const metadata: Metadata = { title: 'Risk tier' }

export default async function TierPage(page: SystemPage) {
  const loaded = await loadSystem(page, 'ai-system.override-tier')
  const { system, from, recordHref } = loaded
  if (system.archived) notFound()
  const deciding = tierReasons(system).filter(({ tier }) => tier === system.tierComputed)
  const computed = optionLabel(tiers, system.tierComputed)
  return (
    <DecisionPage
      loaded={loaded}
      title={`Risk tier of ${system.name}`}
      lede={
        deciding.length > 0
          ? `The facts make it ${computed.toLowerCase()}: ${listInWords(deciding.map(({ because }) => because.replace(/\.$/, '')))}. When a fact is wrong, change the fact instead.`
          : `The facts make it ${computed.toLowerCase()}. When a fact is wrong, change the fact instead.`
      }
    >
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
                hint: 'Stays until somebody changes it here.',
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
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
