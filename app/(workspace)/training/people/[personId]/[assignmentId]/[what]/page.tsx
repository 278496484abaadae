import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { addDays, type Day, formatDay } from '#lib/base/days'
import { dueStatus } from '#lib/kernel/due'
import { requireActor } from '#lib/kernel/require-actor'
import { todayFor } from '#lib/kernel/today'
import { draftOf } from '#lib/people/drafts'
import { measures } from '#lib/training/exception-schema'
import { matrixPath } from '#lib/training/matrix-filter'
import { type PersonTraining, personTraining, type ShownAssignment } from '#lib/training/person-queries'
import { DecisionFrame } from '../../../../../decision-frame.tsx'
import { type Question, QuestionForm } from '../../../../../question-form.tsx'
import { decideAction } from '../../../actions.ts'
import { type Decision, decisions, decisionsFor, isDecision } from '../../../decisions.ts'

export const metadata: Metadata = { title: 'Decide about a training' }

/** What is offered as a new last day. */
const daysMore = 14

interface Asked {
  title: string
  lede: string
  questions: Question[]
  submit: string
  danger?: boolean
}

const why: Question = { as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }
const until = (today: Day, label: string): Question => ({
  as: 'day',
  name: 'until',
  label,
  value: addDays(today, daysMore),
  required: true,
})

function askedOf(what: Decision, { name }: PersonTraining, one: ShownAssignment, today: Day): Asked {
  const training = `${one.campaign.ref} ${one.campaign.title}`
  const closed = one.campaign.closed
  const soon = addDays(today, daysMore)
  const again: Question = {
    ...{ as: 'day', name: 'until', label: 'Sign again by', required: true },
    // Nobody gets less time than they had.
    value: [soon, one.dueOn].toSorted().at(-1) ?? soon,
  }
  const all: Record<Decision, Asked> = {
    extend: {
      title: `Give ${name} more time`,
      lede: `${training} is due on ${formatDay(one.dueOn)}. The first due date and your reason stay on record.`,
      questions: [until(dueStatus(one.dueOn, today) === 'overdue' ? today : one.dueOn, 'Sign by'), why],
      submit: 'Give more time',
    },
    excuse: {
      title: `Excuse ${name}`,
      lede: `From ${training}. It is not counted any more and asked for no more; your reason stays on record.`,
      questions: [why],
      submit: 'Excuse',
    },
    reopen: {
      title: `Open it again for ${name}`,
      lede: `${training} has to be signed after all.`,
      questions: [until(today, 'Sign by'), why],
      submit: 'Open again',
    },
    'take-back': {
      title: `Take back the signature of ${name}`,
      lede: closed
        ? `${training} is closed: it will count as not signed, and cannot be signed again. The signature itself stays as it was, with your reason beside it.`
        : `${name} reads and signs ${training} again. The signature itself stays as it was, with your reason beside it.`,
      questions: closed ? [why] : [again, why],
      submit: 'Take it back',
      danger: true,
    },
    correct: {
      title: `Note a correction beside the signature of ${name}`,
      lede: 'For a mistake that does not touch whether it was signed, such as a wrong site. The signature goes on counting.',
      questions: [{ ...why, label: 'What is wrong, and what is right?' }],
      submit: 'Note it',
    },
    measure: {
      title: `Record a measure about ${name}`,
      lede: `For ${training}. Nobody is told by Plumbline, and no access is taken away by it: what you decided is kept as evidence.`,
      questions: [
        {
          as: 'choice',
          name: 'kind',
          label: 'What was decided',
          value: '',
          options: measures,
          required: true,
          rule: {
            text: 'Sanctions against workforce members who do not comply are applied and documented.',
            source: '45 CFR 164.530(e); 164.308(a)(1)(ii)(C)',
            status: 'in-force',
          },
        },
        { ...why, hint: 'What happened, and under which of your own rules. No patient data.' },
      ],
      submit: 'Record it',
    },
  }
  return all[what]
}

interface DecidePage {
  params: Promise<{ personId: string; assignmentId: string; what: string }>
}

export default async function DecideTrainingPage({ params }: DecidePage) {
  const { personId, assignmentId, what } = await params
  if (!isDecision(what)) notFound()
  const actor = await requireActor(decisions[what].permission)
  const person = await personTraining(actor, personId)
  const one = person?.assignments.find(({ id }) => id === assignmentId)
  if (!person || !one || !decisionsFor(actor, personId, one).includes(what)) notFound()
  const { title, lede, questions, submit, danger = false } = askedOf(what, person, one, todayFor(actor))
  const back = `${matrixPath}/${personId}`
  const needsVersion = what !== 'correct' && what !== 'measure'
  return (
    <DecisionFrame
      crumbs={[
        { href: matrixPath, label: 'People' },
        { href: back, label: person.name },
      ]}
      title={title}
      lede={lede}
    >
      <QuestionForm
        action={decideAction}
        hidden={{ what, id: one.id, ...(needsVersion ? { version: String(one.version) } : {}) }}
        questions={questions}
        draft={await draftOf(actor, `assignment/${one.id}/${what}`)}
        submitLabel={submit}
        danger={danger}
        cancelHref={`${back}#a-${one.id}`}
      />
    </DecisionFrame>
  )
}
