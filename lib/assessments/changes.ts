import { formatDay, isDay } from '#lib/base/days'
import { optionLabel } from '#lib/kernel/table'
import type { Content, ContentRisk, ContentSystem } from './content.ts'
import { answerOptions } from './options.ts'

export const topics = {
  facts: 'Facts',
  data: 'Patient data and cover',
  answers: 'Answers',
  risks: 'Risks',
  controls: 'Controls',
} as const

/** One thing that is not as it was. Empty words stand for “was not there” and “is gone”. */
export interface Change {
  topic: keyof typeof topics
  what: string
  from: string
  to: string
}

type Labelled = readonly { label: string; value: string }[]

const none = '(nothing)'
const inWords = (value: string) => (isDay(value) ? formatDay(value) : value || none)

function compared(topic: Change['topic'], what: string, from: string, to: string): Change[] {
  return from === to ? [] : [{ topic, what, from: inWords(from), to: inWords(to) }]
}

function labelledChanges(topic: Change['topic'], about: string, from: Labelled, to: Labelled): Change[] {
  const before = new Map(from.map(({ label, value }) => [label, value]))
  const after = new Map(to.map(({ label, value }) => [label, value]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((label) =>
    compared(topic, `${about}: ${label.toLowerCase()}`, before.get(label) ?? '', after.get(label) ?? ''),
  )
}

/** Pairs what has the same key on both sides; null stands where one side has none. */
function pairs<T>(from: readonly T[], to: readonly T[], keyOf: (one: T) => string): [T | null, T | null][] {
  const before = new Map(from.map((one) => [keyOf(one), one]))
  const after = new Map(to.map((one) => [keyOf(one), one]))
  const keys = new Set([...before.keys(), ...after.keys()])
  return [...keys].map((key) => [before.get(key) ?? null, after.get(key) ?? null])
}

const named = ({ ref, name }: ContentSystem) => `${ref} ${name}`

function systemChanges(from: ContentSystem | null, to: ContentSystem | null): Change[] {
  const [topic, about] = ['facts' as const, to ?? from]
  if (!about) return []
  if (!from || !to)
    return [{ topic, what: 'AI system', from: from ? named(from) : none, to: to ? named(to) : none }]
  const flows = pairs(from.flows, to.flows, ({ ref }) => ref).flatMap(([was, is]) =>
    was && is
      ? [
          ...compared('data', `${is.ref}: purpose`, was.purpose, is.purpose),
          ...labelledChanges('data', `${is.ref} ${is.purpose}`, was.facts, is.facts),
        ]
      : compared(
          'data',
          `Flow of ${named(about)}`,
          was ? `${was.ref} ${was.purpose}` : '',
          is ? `${is.ref} ${is.purpose}` : '',
        ),
  )
  return [
    ...compared(topic, `${to.ref}: name`, from.name, to.name),
    ...labelledChanges(topic, named(to), from.facts, to.facts),
    ...flows,
    ...compared('data', `${named(to)}: cover`, from.cover.state, to.cover.state),
  ]
}

type Answered = Content['questions'][number]
const label = (answer: string) => optionLabel(answerOptions, answer)

/** What is said of a question: its answer with its note, why it is not asked, or that nobody answered. */
function said(one: Answered | null): string {
  if (!one) return 'Not among the questions'
  if (one.skipped !== null) return `Not asked: ${one.skipped}`
  if (one.answer === null) return 'Not answered'
  return one.note ? `${label(one.answer)}: ${one.note}` : label(one.answer)
}

function answerChanges(from: Content, to: Content): Change[] {
  return pairs(from.questions, to.questions, ({ key }) => key).flatMap(([was, is]) => {
    const what = (is ?? was)?.text ?? ''
    const reworded =
      was && is && was.text !== is.text
        ? [{ topic: 'answers' as const, what: 'A question was reworded', from: was.text, to: is.text }]
        : []
    return [...reworded, ...compared('answers', what, said(was), said(is))]
  })
}

const scored = (risk: ContentRisk | null) =>
  risk ? (risk.current ? `${risk.current.score} (${risk.current.level})` : 'Not scored') : 'Not in it'

function riskChanges(from: Content, to: Content): Change[] {
  return pairs(from.risks, to.risks, ({ ref }) => ref).flatMap(([was, is]) => {
    const about = `${(is ?? was)?.ref} ${(is ?? was)?.title}`
    return [
      ...compared('risks', about, scored(was), scored(is)),
      ...(was && is ? compared('risks', `${about}: treatment`, was.treatment, is.treatment) : []),
    ]
  })
}

function controlChanges(from: Content, to: Content): Change[] {
  return pairs(from.controls, to.controls, ({ ref }) => ref).flatMap(([was, is]) =>
    compared(
      'controls',
      `${(is ?? was)?.ref} ${(is ?? was)?.title}`,
      was?.state ?? 'Not in it',
      is?.state ?? 'Not in it',
    ),
  )
}

/** What is not as it was in another copy, in the order in which one reads it. Pure. */
export function changesBetween(from: Content, to: Content): Change[] {
  return [
    ...compared('facts', 'Scope', from.assessment.scope, to.assessment.scope),
    ...pairs(from.systems, to.systems, ({ ref }) => ref).flatMap(([was, is]) => systemChanges(was, is)),
    ...answerChanges(from, to),
    ...riskChanges(from, to),
    ...controlChanges(from, to),
  ]
}
