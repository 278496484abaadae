import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Section } from '#components/ui/section'
import { canAt } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { riskLevels } from '#lib/law/library/scale'
import { categories } from '#lib/risks/options'
import { type Axis, getScale, standardScale } from '#lib/risks/scale-queries'
import { SettingsHeader } from '../settings-header.tsx'
import { saveAppetiteAction, saveScaleAction } from './actions.ts'
import { AppetiteForm, ScaleForm } from './scale-forms.tsx'

export const metadata: Metadata = { title: 'Scale and limits of risks' }

const titles: Record<Axis, string> = { likelihood: 'Likelihood', impact: 'Impact' }

export default async function RiskScalePage() {
  const actor = await requireActor('risk.settings')
  if (!canAt(actor, 'risk.settings', [])) notFound()
  const { scale, appetite } = await getScale(actor)
  const axes = (['likelihood', 'impact'] as const).map((axis) => ({
    axis,
    title: titles[axis],
    steps: standardScale[axis].map(({ level, word }) => ({ level, word })),
  }))
  const words = (['likelihood', 'impact'] as const).flatMap((axis) =>
    scale[axis].flatMap(({ level, word, meaning }) => [
      [`words.${axis}-${level}.word`, [word]] as const,
      [`words.${axis}-${level}.meaning`, [meaning]] as const,
    ]),
  )
  const limits = categories.map(
    ({ value }) => [`most.${value}`, [String(appetite.get(value) ?? '')]] as const,
  )
  const levels = Object.values(riskLevels).map(
    ({ label, from, to }) => `${label.toLowerCase()} ${from}–${to}`,
  )
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/risk-scale"
        lede="A risk’s score is likelihood times impact, each from 1 to 5. These words stand wherever risks are scored and shown."
      />
      <div className="grid gap-8">
        <Section
          title="What we are willing to carry"
          lede={`The highest score by category: a risk above it stands out as beyond what we accept. Empty means that no limit is set. The levels are ${levels.join(', ')}.`}
        >
          <AppetiteForm
            key={JSON.stringify(limits)}
            action={saveAppetiteAction}
            fields={categories.map(({ value, label }) => ({ name: `most.${value}`, label }))}
            values={Object.fromEntries(limits)}
          />
        </Section>
        <Section title="Words of the scale">
          <ScaleForm
            key={JSON.stringify(words)}
            action={saveScaleAction}
            axes={axes}
            values={Object.fromEntries(words)}
          />
        </Section>
      </div>
    </>
  )
}
