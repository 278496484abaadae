import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { controlStates } from '#lib/controls/options'
import { draftOf } from '#lib/people/drafts'
import { DecisionFrame } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { controlStateAction } from '../../actions.ts'
import { KeptControl, waysBack } from '../../kept-control.tsx'
import { type ControlPage, keepTitle, loadToKeep } from '../../load-control.ts'

const hints: Readonly<Record<string, string>> = {
  'not-started': 'It is written down, and nothing is done yet. It counts for no requirement.',
  partly: 'Some of it is done, or it is done in some places.',
  'in-place': 'It is done as it is written, everywhere it has to be.',
  'not-applicable': 'There is nothing here that it could be done for. Say why below.',
}

export function generateMetadata(page: ControlPage): Promise<Metadata> {
  return keepTitle(page, ({ title }) => `How far is ${title}?`)
}

export default async function ControlStatePage(page: ControlPage) {
  const { actor, control, from, recordHref, listHref } = await loadToKeep(page)
  if (control.archived) notFound()
  return (
    <DecisionFrame
      crumbs={waysBack(control, recordHref, listHref)}
      title="How far is it?"
      lede="What is in place counts for every requirement that the control answers."
    >
      <KeptControl control={control} />
      <QuestionForm
        action={controlStateAction}
        hidden={{ id: control.id, version: String(control.version), from }}
        questions={[
          {
            as: 'choice',
            name: 'state',
            label: 'State',
            value: control.state,
            options: controlStates.map(({ value, label }) => ({ value, label, hint: hints[value] ?? '' })),
            required: true,
          },
          { as: 'text', name: 'stateReason', label: 'If it does not apply: why?', limit: 1000 },
        ]}
        draft={await draftOf(actor, `control/${control.id}/state`)}
        submitLabel="Record it"
        cancelHref={control.isReadable ? recordHref : '/'}
      />
    </DecisionFrame>
  )
}
