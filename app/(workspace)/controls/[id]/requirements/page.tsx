import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { count } from '#lib/base/text'
import { getFramework, listFrameworks } from '#lib/frameworks/queries'
import { withReturn } from '#lib/kernel/list-return'
import { requirementKey } from '#lib/law/frameworks/all-frameworks'
import { requirementsAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { type ControlPage, controlTitle, loadControl } from '../../load-control.ts'
import { RequirementsForm } from './requirements-form.tsx'
import '../../controls.css'

export function generateMetadata(page: ControlPage): Promise<Metadata> {
  return controlTitle(page, 'edit', ({ title }) => `What ${title} answers`)
}

export default async function RequirementsPage(page: ControlPage) {
  const loaded = await loadControl(page, 'edit')
  const { actor, control, from, recordHref } = loaded
  if (control.archived) notFound()
  const frameworks = await listFrameworks(actor)
  const { framework: wanted } = await page.searchParams
  const ticked = new Set(control.requirements)
  const tickedOf = (key: string) => control.requirements.filter((one) => one.startsWith(`${key}:`)).length
  const chosen =
    frameworks.find(({ key }) => key === wanted) ??
    frameworks.find(({ key, followed }) => followed && tickedOf(key) > 0) ??
    frameworks.find(({ followed }) => followed) ??
    frameworks[0]
  const framework = chosen && (await getFramework(actor, chosen.key))
  if (!framework) notFound()
  const to = (key: string) => {
    const path = withReturn(`/controls/${control.id}/requirements`, from)
    return `${path}${path.includes('?') ? '&' : '?'}framework=${encodeURIComponent(key)}`
  }
  const above = (id: string | null): string[] => {
    const group = framework.groups.find((one) => one.id === id)
    return group ? [...above(group.parent), group.title] : []
  }
  return (
    <DecisionPage
      loaded={loaded}
      title="What does it answer?"
      lede={`Tick what “${control.title}” fulfills in full or in part. Nothing is ticked for you because it is linked elsewhere.`}
    >
      <nav aria-label="Frameworks">
        <ul className="framework-tabs">
          {frameworks.map(({ key, shortName }) => (
            <li key={key}>
              <a href={to(key)} aria-current={key === framework.key ? 'page' : undefined}>
                {shortName}
                {tickedOf(key) > 0 ? <span className="text-muted"> {tickedOf(key)}</span> : null}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2>
        {framework.name}: {count(tickedOf(framework.key), 'requirement')} ticked
        {framework.status === 'proposed' ? ' (proposed, not in force)' : ''}
      </h2>
      <RequirementsForm
        key={framework.key}
        action={requirementsAction}
        hidden={{ id: control.id, version: String(control.version), from, framework: framework.key }}
        groups={framework.groups.flatMap((group) => {
          const options = framework.requirements
            .filter((requirement) => requirement.group === group.id)
            .map(({ id, title }) => {
              const key = requirementKey({ framework: framework.key, requirement: id })
              return { value: key, label: `${id} ${title}`, isTicked: ticked.has(key) }
            })
          return options.length > 0 ? [{ id: group.id, title: above(group.id).join(', '), options }] : []
        })}
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
