import { count } from '#lib/base/text'
import type { CatalogFramework } from '#lib/frameworks/catalog'
import { coverStates } from '#lib/frameworks/coverage'
import { type View, viewQuery } from './view.ts'

const forces = [
  { value: 'standard', label: 'Standards' },
  { value: 'required', label: 'Required' },
  { value: 'addressable', label: 'Addressable' },
]

/** More would be a wall of links. */
const mostParts = 14

interface Choice {
  value: string | null
  label: string
}

/** Links that narrow the list: how requirements stand, and for the Security Rule how firm they are. */
export function FrameworkFilters({
  path,
  view,
  framework,
  shown,
}: {
  path: string
  view: View
  framework: CatalogFramework
  shown: number
}) {
  const to = (change: Partial<View>) => `${path}${viewQuery({ ...view, page: 1, ...change })}`
  const parts = framework.groups
    .filter(({ parent }) => parent === null)
    .map(({ id, title }) => ({ value: id, label: title }))
  const isSecurity = framework.key === 'hipaa-security'
  return (
    <div className="grid gap-2">
      <Choices
        label="How they stand"
        choices={[{ value: null, label: 'All' }, ...coverStates]}
        chosen={view.show}
        href={(show) => to({ show })}
      />
      {parts.length > 1 && parts.length <= mostParts ? (
        <Choices
          label="Where"
          choices={[{ value: null, label: 'Everywhere' }, ...parts]}
          chosen={view.part}
          href={(part) => to({ part })}
        />
      ) : null}
      {isSecurity ? (
        <>
          <Choices
            label="How firm they are"
            choices={[{ value: null, label: 'All' }, ...forces]}
            chosen={view.force}
            href={(force) => to({ force })}
          />
          <p>
            <a href={to({ overlay: !view.overlay })}>
              {view.overlay
                ? 'Hide what the 2025 proposal would require'
                : 'Show what the 2025 proposal would require'}
            </a>
          </p>
        </>
      ) : null}
      <p role="status" className="text-muted">
        {shown === framework.requirements.length
          ? `All ${count(shown, 'requirement')}`
          : `${shown} of ${count(framework.requirements.length, 'requirement')}`}
      </p>
    </div>
  )
}

function Choices({
  label,
  choices,
  chosen,
  href,
}: {
  label: string
  choices: readonly Choice[]
  chosen: string | null
  href: (value: string | null) => string
}) {
  return (
    <nav aria-label={label} className="framework-filters">
      <span className="text-muted">{label}:</span>
      {choices.map(({ value, label: word }) => (
        <a key={word} href={href(value)} aria-current={value === chosen ? 'true' : undefined}>
          {word}
        </a>
      ))}
    </nav>
  )
}
