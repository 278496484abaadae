import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { withReturn } from '#lib/kernel/list-return'
import { RequirementPicker } from '../../../requirement-picker.tsx'
import { requirementsAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type ControlPage, controlTitle, loadControl } from '../../load-control.ts'

export function generateMetadata(page: ControlPage): Promise<Metadata> {
  return controlTitle(page, 'edit', ({ title }) => `What ${title} answers`)
}

export default async function RequirementsPage(page: ControlPage) {
  const loaded = await loadControl(page, 'edit')
  const { actor, control, from, recordHref } = loaded
  if (control.archived) notFound()
  return (
    <DecisionPage
      loaded={loaded}
      title="What does it answer?"
      lede={`Tick what “${control.title}” fulfills in full or in part. Nothing is ticked for you because it is linked elsewhere.`}
    >
      <RequirementPicker
        actor={actor}
        keys={control.requirements}
        wanted={(await page.searchParams).framework}
        path={withReturn(`/controls/${control.id}/requirements`, from)}
        action={requirementsAction}
        hidden={{ id: control.id, version: String(control.version), from }}
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
