import { type Share, ShareBar } from '#components/chart/share-bar'
import { coverOptions } from '#lib/ai-systems/options'
import { coverSentence } from '#lib/overview/cover-sentence'
import { coverHref } from '#lib/overview/posture-areas'
import type { PostureNumbers } from '#lib/overview/posture-numbers'

const counted = {
  covered: 'covered',
  lapsing: 'lapsing',
  override: 'override',
  uncovered: 'uncovered',
  undescribed: 'undescribed',
  'not-needed': 'notNeeded',
} as const satisfies Record<string, keyof PostureNumbers>

/** From what is well to what is not, and what needs nothing last. */
const order = ['covered', 'lapsing', 'undescribed', 'override', 'uncovered', 'not-needed'] as const

/** How agreements cover the patient data of what is approved, in use or stopped for lack of one. */
export function CoverBar({ numbers }: { numbers: PostureNumbers }) {
  const shares = order.map((key): Share => {
    const option = coverOptions.find(({ value }) => value === key)
    return {
      key,
      label: option?.label ?? key,
      tone: option?.tone ?? 'neutral',
      striped: key === 'override' || key === 'undescribed',
      href: coverHref(key),
      value: numbers[counted[key]],
    }
  })
  return (
    <section className="section" aria-labelledby="cover">
      <header>
        <h2 id="cover">{coverSentence(numbers)}</h2>
      </header>
      <ShareBar labelledBy="cover" categoryLabel="Patient data" valueLabel="AI systems" shares={shares} />
      <p className="one-page-muted">
        Counted are AI systems that are approved, in use, or stopped because an agreement is missing.
      </p>
    </section>
  )
}
