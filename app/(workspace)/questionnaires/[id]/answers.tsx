import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { withReturn } from '#lib/kernel/list-return'
import { optionLabel } from '#lib/kernel/table'
import type { Item, Score } from '#lib/questionnaires/detail-queries'
import { verdicts } from '#lib/questionnaires/options'
import { may } from '#lib/questionnaires/policy'
import { inWords } from '#lib/questionnaires/question'
import type { LoadedQuestionnaire } from '../load-questionnaire.ts'

/** What was answered, and what the practice thinks of it. Where there was one a year before: what changed, unless all is asked for. */
export function Answers({ loaded, showAll }: { loaded: LoadedQuestionnaire; showAll: boolean }) {
  const { actor, questionnaire, from } = loaded
  const { items, submittedAt, previousRef, archived, id } = questionnaire
  const changed = items.filter(({ change }) => change !== 'same')
  const isNarrow = previousRef !== null && submittedAt !== null && !showAll
  const shown = isNarrow ? changed : items
  const mayScore = submittedAt !== null && !archived && may(actor, 'score')
  const scoreHref = (key: string) => withReturn(`/questionnaires/${id}/score/${key}`, from)
  const first = items.find(({ score }) => score === null || score.outdated)
  const sections = Map.groupBy(shown, ({ question }) => question.section)
  return (
    <Section
      id="answers"
      title={isNarrow ? `${count(changed.length, 'answer')} changed since ${previousRef}` : 'Answers'}
      lede={submittedAt ? undefined : 'Not submitted yet: this is what was saved so far, and it may change.'}
      actions={
        <>
          {previousRef !== null && submittedAt !== null ? (
            <ButtonLink
              href={`${withReturn(`/questionnaires/${id}`, from)}${showAll ? '' : `${from ? '&' : '?'}show=all`}#answers`}
              size="small"
            >
              {showAll ? 'Only what changed' : `All ${items.length}`}
            </ButtonLink>
          ) : null}
          {mayScore && first ? (
            <ButtonLink href={scoreHref(first.question.key)} size="small" variant="primary">
              Look through
            </ButtonLink>
          ) : null}
        </>
      }
    >
      {shown.length === 0 ? (
        <p className="text-muted">
          Nothing changed: every answer is as it was, and what was thought of it still holds.
        </p>
      ) : (
        <div className="grid gap-6">
          {[...sections].map(([title, asked]) => (
            <div key={title} className="grid gap-2">
              <h3>{title}</h3>
              <ul className="asked-list">
                {asked.map((item) => (
                  <li key={item.question.key} id={`answer-${item.question.key}`}>
                    <div className="asked-head">
                      <p>{item.question.ask}</p>
                      {submittedAt ? <Verdict score={item.score} /> : null}
                    </div>
                    <GivenAnswer item={item} judged={submittedAt !== null} />
                    {item.score && submittedAt ? <Opinion score={item.score} /> : null}
                    {mayScore && !item.score?.goesOn ? (
                      <p>
                        <a href={scoreHref(item.question.key)}>
                          {item.score && !item.score.outdated ? 'Look again' : 'Look at it'}
                          <span className="sr-only">: {item.question.ask}</span>
                        </a>
                      </p>
                    ) : null}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </Section>
  )
}

function Verdict({ score }: { score: Score | null }) {
  if (!score || score.outdated) return <StatusBadge tone="attention">To be looked at</StatusBadge>
  if (score.verdict === 'gap' && score.settledOn) return <StatusBadge tone="ok">Gap, settled</StatusBadge>
  const tone = verdicts.find(({ value }) => value === score.verdict)?.tone ?? 'neutral'
  return <StatusBadge tone={tone}>{optionLabel(verdicts, score.verdict)}</StatusBadge>
}

/** An answer in words, with its files, what is worth a look, and what was answered a year before. */
export function GivenAnswer({ item, judged }: { item: Item; judged: boolean }) {
  const { question, answer, before, change, worries } = item
  const words = inWords(question, answer.value)
  return (
    <>
      {words ? <p className="asked-lines">{words}</p> : null}
      {answer.note ? <p className="asked-lines text-muted">“{answer.note}”</p> : null}
      {answer.attached.map(({ id, evidenceId, fileName }) => (
        <p key={id}>
          File: <a href={`/evidence/${evidenceId}/view`}>{fileName}</a>
        </p>
      ))}
      {!words && !answer.note && answer.files === 0 && !answer.confirmed ? (
        <p className="text-muted">No answer.</p>
      ) : null}
      {before && judged ? (
        change === 'same' ? (
          <p className="text-muted">The same as a year before.</p>
        ) : (
          <div className="asked-before">
            <p>
              Before: {inWords(before.question, before.answer.value) || 'no answer'}
              {before.answer.note ? ` “${before.answer.note}”` : ''}
              {before.answer.attached.map(({ id, evidenceId, fileName }) => (
                <span key={id}>
                  {' '}
                  <a href={`/evidence/${evidenceId}/view`}>{fileName}</a>
                </span>
              ))}
            </p>
            {before.question.ask === question.ask ? null : <p>It was asked: “{before.question.ask}”</p>}
          </div>
        )
      ) : null}
      {judged && worries.length > 0 ? <p>Worth a look. {worries.join(' ')}</p> : null}
    </>
  )
}

function Opinion({ score }: { score: Score }) {
  const { verdict, note, settleBy, settledOn, gapOwnerName, carried, scoredByName, scoredOn, goesOn } = score
  return (
    <div className="text-muted">
      <p>
        {note ? `“${note}” ` : ''}
        {scoredByName}, {formatDay(scoredOn)}
        {carried ? ', carried over because the answer is the same' : ''}.
      </p>
      {verdict === 'gap' && settledOn ? (
        <p>
          Settled on {formatDay(settledOn)} by {score.settledByName}: “{score.settledHow}”
        </p>
      ) : null}
      {verdict === 'gap' && !settledOn && settleBy ? (
        <p>
          {goesOn
            ? 'Goes on in the next questionnaire.'
            : `${gapOwnerName ?? 'Nobody'} settles it by ${formatDay(settleBy)}.`}
        </p>
      ) : null}
    </div>
  )
}
