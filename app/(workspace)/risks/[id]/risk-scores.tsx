import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Card, Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import type { RiskDetail } from '#lib/risks/detail-queries'
import { wordOf } from '#lib/risks/scale-queries'
import { levelOrUnscored, type Pair, pairOf, type Side, scoreOf, sideLabels, sides } from '#lib/risks/scores'
import { levelOption } from '../score-words.ts'
import '../risks.css'

/** The three scores, each as a place on the 5×5 scale and in words. */
export function RiskScores({ risk, scoreHref }: { risk: RiskDetail; scoreHref: string | null }) {
  const { currentScore, acceptedScore, acceptance } = risk
  const isHigher = acceptedScore !== null && currentScore !== null && currentScore > acceptedScore
  return (
    <Section
      id="scores"
      title="How likely, how bad"
      lede={
        risk.scoredOn
          ? `Last scored on ${formatDay(risk.scoredOn)}.`
          : 'Nobody has scored it yet: until then nobody knows whether it can wait.'
      }
      actions={
        scoreHref ? (
          <ButtonLink href={scoreHref} size="small">
            {risk.scoredOn ? 'Score it anew' : 'Score it'}
          </ButtonLink>
        ) : null
      }
    >
      {isHigher && acceptance !== 'none' ? (
        <Callout
          tone="attention"
          title={`It was accepted at score ${acceptedScore}; now it is ${currentScore}.`}
        >
          <p>An owner of the practice should say whether the acceptance still holds.</p>
        </Callout>
      ) : null}
      <Card>
        <ul className="score-places">
          {sides.map((side) => (
            <Place key={side} risk={risk} side={side} />
          ))}
        </ul>
      </Card>
    </Section>
  )
}

function Place({ risk, side }: { risk: RiskDetail; side: Side }) {
  const pair = pairOf(risk, side)
  const score = scoreOf(pair)
  const { label, tone } = levelOption(score)
  return (
    <li className="score-place">
      <MiniScale pair={pair} />
      <h3>{sideLabels[side]}</h3>
      <p>
        <StatusBadge tone={tone}>{score === null ? label : `${label}, ${score}`}</StatusBadge>
      </p>
      <p className="text-muted">
        {pair
          ? `${wordOf(risk.scale, 'likelihood', pair.likelihood)} (${pair.likelihood}), ${wordOf(risk.scale, 'impact', pair.impact).toLowerCase()} (${pair.impact})`
          : side === 'inherent'
            ? 'Nobody has said how it would be without controls.'
            : side === 'target'
              ? 'Nobody has said what it should come down to.'
              : 'How it is now is not known.'}
      </p>
    </li>
  )
}

const cell = 13
const side = cell * 5

/** The place on the scale: impact to the right, likelihood upward. What it shows stands in words beside it. */
function MiniScale({ pair }: { pair: Pair | null }) {
  const steps = [1, 2, 3, 4, 5]
  return (
    <svg width={side + 2} height={side + 2} viewBox={`-1 -1 ${side + 2} ${side + 2}`} aria-hidden="true">
      {steps.flatMap((likelihood) =>
        steps.map((impact) => (
          <rect
            key={`${likelihood} ${impact}`}
            className={`level-${levelOrUnscored(likelihood * impact)}`}
            x={(impact - 1) * cell}
            y={(5 - likelihood) * cell}
            width={cell}
            height={cell}
            fill={pair ? 'var(--level)' : 'var(--sunken)'}
            stroke="var(--line)"
            strokeWidth={1}
          />
        )),
      )}
      {pair ? (
        <circle
          cx={(pair.impact - 0.5) * cell}
          cy={(5 - pair.likelihood + 0.5) * cell}
          r={4.5}
          fill="var(--ink)"
          stroke="var(--surface)"
          strokeWidth={1.5}
        />
      ) : null}
    </svg>
  )
}
