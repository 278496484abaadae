import type { Metadata } from 'next'
import { dutyChanges } from '#lib/ai-systems/consequences'
import { stages } from '#lib/ai-systems/options'
import { count } from '#lib/base/text'
import { optionLabel } from '#lib/kernel/table'
import { Consequences } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { archiveSystemAction, restoreSystemAction } from '../../decision-actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type LoadedSystem, loadSystem, type SystemPage, systemTitle } from '../../load-system.ts'

export function generateMetadata(page: SystemPage): Promise<Metadata> {
  return systemTitle(
    page,
    'ai-system.archive',
    ({ name, archived }) => `${archived ? 'Restore' : 'Archive'} ${name}`,
  )
}

export default async function ArchivePage(page: SystemPage) {
  const loaded = await loadSystem(page, 'ai-system.archive')
  return loaded.system.archived ? <Restore loaded={loaded} /> : <Archive loaded={loaded} />
}

function Archive({ loaded }: { loaded: LoadedSystem }) {
  const { actor, system, from, recordHref } = loaded
  const flows = system.flows.length
  return (
    <DecisionPage
      loaded={loaded}
      title={`Archive ${system.name}`}
      lede="For what was entered by mistake or twice. What is no longer used is retired instead, and stays in the register."
    >
      <Consequences
        says={[
          'It leaves the register, the approved tools and all counts. Nothing is deleted: it can be restored at any time.',
          ...(flows > 0
            ? [`${count(flows, 'patient data flow')} ${flows === 1 ? 'leaves' : 'leave'} the list with it.`]
            : []),
        ]}
        changes={dutyChanges(system, { archived: true }, actor.cadences)}
      />
      <QuestionForm
        action={archiveSystemAction}
        hidden={{ id: system.id, version: String(system.version), from }}
        questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
        submitLabel="Archive"
        danger
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}

function Restore({ loaded }: { loaded: LoadedSystem }) {
  const { actor, system, from, recordHref } = loaded
  const flows = system.flows.length
  return (
    <DecisionPage loaded={loaded} title={`Restore ${system.name}`}>
      <Consequences
        says={[
          `It comes back to the register as ${optionLabel(stages, system.stage).toLowerCase()}.`,
          ...(flows > 0
            ? [`${count(flows, 'patient data flow')} ${flows === 1 ? 'comes' : 'come'} back with it.`]
            : []),
        ]}
        changes={dutyChanges(system, { archived: false }, actor.cadences)}
      />
      <QuestionForm
        action={restoreSystemAction}
        hidden={{ id: system.id, version: String(system.version), from }}
        questions={[]}
        submitLabel="Restore"
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
