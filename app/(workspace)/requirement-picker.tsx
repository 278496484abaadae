import { notFound } from 'next/navigation'
import { count } from '#lib/base/text'
import { getFramework, listFrameworks } from '#lib/frameworks/queries'
import type { Actor } from '#lib/kernel/access'
import { requirementKey } from '#lib/law/frameworks/all-frameworks'
import type { DecisionState } from './question-form.tsx'
import { RequirementsForm } from './requirements-form.tsx'
import './requirements.css'

interface Picked {
  actor: Actor
  /** Keys of the requirements that the record names now. */
  keys: readonly string[]
  /** What the address says about the framework. */
  wanted: string | readonly string[] | undefined
  /** The page itself, without a framework. */
  path: string
  action: (state: DecisionState, form: FormData) => Promise<DecisionState>
  hidden: Readonly<Record<string, string>>
  cancelHref: string
}

/** The frameworks in use, and the requirements of one of them to tick for a record. */
export async function RequirementPicker({ actor, keys, wanted, path, action, hidden, cancelHref }: Picked) {
  const frameworks = await listFrameworks(actor)
  const ticked = new Set(keys)
  const tickedOf = (key: string) => keys.filter((one) => one.startsWith(`${key}:`)).length
  const chosen =
    frameworks.find(({ key }) => key === wanted) ??
    frameworks.find(({ key, followed }) => followed && tickedOf(key) > 0) ??
    frameworks.find(({ followed }) => followed) ??
    frameworks[0]
  const framework = chosen && (await getFramework(actor, chosen.key))
  if (!framework) notFound()
  const to = (key: string) => `${path}${path.includes('?') ? '&' : '?'}framework=${encodeURIComponent(key)}`
  const above = (id: string | null): string[] => {
    const group = framework.groups.find((one) => one.id === id)
    return group ? [...above(group.parent), group.title] : []
  }
  return (
    <>
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
        action={action}
        hidden={{ ...hidden, framework: framework.key }}
        groups={framework.groups.flatMap((group) => {
          const options = framework.requirements
            .filter((requirement) => requirement.group === group.id)
            .map(({ id, title }) => {
              const key = requirementKey({ framework: framework.key, requirement: id })
              return { value: key, label: `${id} ${title}`, isTicked: ticked.has(key) }
            })
          return options.length > 0 ? [{ id: group.id, title: above(group.id).join(', '), options }] : []
        })}
        cancelHref={cancelHref}
      />
    </>
  )
}
