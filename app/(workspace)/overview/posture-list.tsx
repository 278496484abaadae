import { Fragment } from 'react'
import { StatusBadge, type Tone } from '#components/ui/badge'
import { Section } from '#components/ui/section'
import { type Phrase, type Posture, type PostureState, stateLabels, trendLabels } from '#lib/overview/posture'

const tones: Readonly<Record<PostureState, Tone>> = {
  ok: 'ok',
  attention: 'attention',
  danger: 'danger',
  none: 'neutral',
}

function Sentence({ phrases }: { phrases: readonly Phrase[] }) {
  return (
    <p className="posture-says">
      {phrases.map(({ text, href }, index) => (
        <Fragment key={text}>
          {index > 0 ? '; ' : null}
          {href ? <a href={href}>{text}</a> : text}
        </Fragment>
      ))}
      .
    </p>
  )
}

/** How each area stands, in a sentence, with the rules that say so on demand. */
export function PostureList({ postures }: { postures: readonly Posture[] }) {
  return (
    <Section title="How we stand">
      <ul className="posture">
        {postures.map(({ key, title, state, sentence, rules, trend }) => (
          <li key={key}>
            <h3>{title}</h3>
            <StatusBadge tone={tones[state]}>{stateLabels[state]}</StatusBadge>
            <Sentence phrases={sentence} />
            <p className="posture-trend">
              <strong>{trendLabels[trend.is]}.</strong> {trend.says}.
            </p>
            <Why title={title} state={state} rules={rules} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Why({ title, state, rules }: Pick<Posture, 'title' | 'state' | 'rules'>) {
  return (
    <details className="posture-why">
      <summary>
        Why “{stateLabels[state]}”?<span className="sr-only"> {title}</span>
      </summary>
      <p>
        {state === 'none'
          ? 'There is nothing yet that these rules could be applied to.'
          : 'The gravest rule with a number above 0 decides. With 0 everywhere it is “Fine”.'}
      </p>
      <ul>
        {rules.map((rule) => (
          <li key={rule.says}>
            <StatusBadge tone={rule.number > 0 ? rule.state : 'neutral'}>
              {rule.number > 0 ? stateLabels[rule.state] : 'Does not apply'}
            </StatusBadge>
            <span>
              {rule.says}{' '}
              {rule.number > 0 ? (
                <a href={rule.href}>
                  Show {rule.number.toLocaleString('en-US')}
                  <span className="sr-only">: {rule.says}</span>
                </a>
              ) : (
                <span>0</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
