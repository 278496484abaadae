import type { Metadata } from 'next'
import { count } from '#lib/base/text'
import { controlDuties } from '#lib/controls/due'
import { changesOf } from '#lib/kernel/due'
import { Consequences } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { archiveControlAction, restoreControlAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type ControlPage, controlTitle, loadControl } from '../../load-control.ts'

export function generateMetadata(page: ControlPage): Promise<Metadata> {
  return controlTitle(
    page,
    'archive',
    ({ title, archived }) => `${archived ? 'Restore' : 'Archive'} ${title}`,
  )
}

export default async function ArchivePage(page: ControlPage) {
  const loaded = await loadControl(page, 'archive')
  const { actor, control, from, recordHref } = loaded
  const answers = control.requirements.length
  const duties = (archived: boolean) => controlDuties({ ...control, archived }, actor.cadences)
  const changes = changesOf(duties(control.archived), duties(!control.archived))
  const hidden = { id: control.id, version: String(control.version), from }
  if (control.archived)
    return (
      <DecisionPage loaded={loaded} title={`Restore ${control.title}`}>
        <Consequences says={['It comes back to the register, and counts again.']} changes={changes} />
        <QuestionForm
          action={restoreControlAction}
          hidden={hidden}
          questions={[]}
          submitLabel="Restore"
          cancelHref={recordHref}
        />
      </DecisionPage>
    )
  return (
    <DecisionPage
      loaded={loaded}
      title={`Archive ${control.title}`}
      lede="For what was entered by mistake or twice, and for what you no longer do."
    >
      <Consequences
        says={[
          'It leaves the register. Nothing is deleted: it can be restored at any time.',
          ...(answers > 0
            ? [`It no longer counts for ${count(answers, 'requirement')} that it answers.`]
            : []),
        ]}
        changes={changes}
      />
      <QuestionForm
        action={archiveControlAction}
        hidden={hidden}
        questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
        submitLabel="Archive"
        danger
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
