import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { withReturn } from '#lib/kernel/list-return'
import { RequirementPicker } from '../../../requirement-picker.tsx'
import { requirementsAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { loadRisk, type RiskPage, riskTitle } from '../../load-risk.ts'

export function generateMetadata(page: RiskPage): Promise<Metadata> {
  return riskTitle(page, 'edit', ({ title }) => `Requirements of ${title}`)
}

export default async function RequirementsPage(page: RiskPage) {
  const loaded = await loadRisk(page, 'edit')
  const { actor, risk, from, recordHref } = loaded
  if (risk.archived) notFound()
  return (
    <DecisionPage
      loaded={loaded}
      title="Which requirements does it endanger?"
      lede={`Tick what would no longer be kept if “${risk.title}” came true.`}
    >
      <RequirementPicker
        actor={actor}
        keys={risk.requirements}
        wanted={(await page.searchParams).framework}
        path={withReturn(`/risks/${risk.id}/requirements`, from)}
        action={requirementsAction}
        hidden={{ id: risk.id, version: String(risk.version), from }}
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
