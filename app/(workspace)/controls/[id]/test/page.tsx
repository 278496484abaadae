import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { formatDay } from '#lib/base/days'
import { nextTestOn } from '#lib/controls/due'
import { testResults } from '#lib/controls/options'
import { optionLabel } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { draftOf } from '#lib/people/drafts'
import { DecisionFrame } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { citationOf } from '../../../rule-citation.ts'
import { testControlAction } from '../../actions.ts'
import { KeptControl, waysBack } from '../../kept-control.tsx'
import { type ControlPage, keepTitle, loadToKeep } from '../../load-control.ts'

const hints: Readonly<Record<string, string>> = {
  works: 'It is done as it is written, and what shows it is there.',
  weak: 'It is done, but not always or not fully. A duty to mend it begins.',
  fails: 'It is not done, or it does not do what it is for. A duty to mend it begins.',
}

export function generateMetadata(page: ControlPage): Promise<Metadata> {
  return keepTitle(page, ({ title }) => `Test ${title}`)
}

export default async function TestControlPage(page: ControlPage) {
  const { actor, control, from, recordHref, listHref } = await loadToKeep(page)
  if (control.archived) notFound()
  const today = todayFor(actor)
  const again = nextTestOn({ ...control, testedOn: today })
  const last = control.testedOn
    ? `Last tested on ${formatDay(control.testedOn)}: ${optionLabel(testResults, control.testResult).toLowerCase()}.`
    : 'This is the first time.'
  return (
    <DecisionFrame
      crumbs={waysBack(control, recordHref, listHref)}
      title="Does it work?"
      lede={`${last}${again ? ` Tested today, it is due again on ${formatDay(again)}.` : ''}`}
    >
      <KeptControl control={control} />
      <QuestionForm
        action={testControlAction}
        hidden={{ id: control.id, version: String(control.version), from }}
        questions={[
          {
            as: 'choice',
            name: 'result',
            label: 'What did the test find?',
            value: '',
            options: testResults.map(({ value, label }) => ({ value, label, hint: hints[value] ?? '' })),
            rule: citationOf('evaluation'),
            required: true,
          },
          {
            as: 'text',
            name: 'note',
            label: 'What did you look at, and what did you find?',
            hint: 'Somebody who was not there should be able to follow it. No patient data.',
            limit: 2000,
            required: true,
          },
          {
            as: 'day',
            name: 'on',
            label: 'When was it tested?',
            value: today,
            latest: today,
            required: true,
          },
        ]}
        draft={await draftOf(actor, `control/${control.id}/test`)}
        submitLabel="Record the test"
        cancelHref={control.isReadable ? recordHref : '/'}
      />
    </DecisionFrame>
  )
}
