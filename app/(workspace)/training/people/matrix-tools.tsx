import { Panel } from '#components/table/panel'
import { SearchField } from '#components/table/search-field'
import { buttonClass } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import type { Day } from '#lib/base/days'
import { optionLabel } from '#lib/kernel/table'
import { jobGroupOptions } from '#lib/law/lessons/job-group-names'
import {
  type MatrixQuery,
  matrixHref,
  matrixPath,
  matrixSorts,
  matrixStates,
  outcomes,
} from '#lib/training/matrix-filter'
import { quarterName } from '#lib/training/quarter'
import '../../../../components/table/list.css'

type Choices = readonly { value: string; label: string }[]

/** Search, filters and order of the matrix as one GET form: the address says it all. */
export function MatrixTools({ query, today, sites }: { query: MatrixQuery; today: Day; sites: Choices }) {
  const chips = chipsOf(query, sites)
  const key = matrixHref({ ...query, page: 1 }, today)
  return (
    <>
      <div className="toolbar list-toolbar">
        <form action={matrixPath} role="search" className="list-find">
          {query.quarter ? <input type="hidden" name="quarter" value={query.quarter} /> : null}
          {query.outcome ? <input type="hidden" name="outcome" value={query.outcome} /> : null}
          <input type="hidden" name="until" value={query.until} />
          <div className="list-search">
            <SearchField label="Search people" hint="Name, reference or job title" value={query.search} />
            <button type="submit" className={`${buttonClass({})} btn-icon`} aria-label="Search">
              <Icon name="search" />
            </button>
          </div>
          <Panel label="Filters" icon="filter" count={chips.length} stateKey={key}>
            <Choice
              name="state"
              label="Who"
              any="Everybody who works here"
              options={matrixStates}
              value={query.state}
            />
            <Choice name="site" label="Site" any="Any site" options={sites} value={query.site} />
            <Choice
              name="group"
              label="Work group"
              any="Any work group"
              options={jobGroupOptions}
              value={query.group}
            />
            <Choice name="sort" label="Order" options={matrixSorts} value={query.sort} />
          </Panel>
        </form>
      </div>
      {chips.length > 0 ? (
        <ul className="list-chips" aria-label="Active filters">
          {chips.map(({ label, without }) => (
            <li key={label}>
              <a href={matrixHref({ ...query, page: 1, ...without }, today)} className="chip">
                {label}
                <Icon name="close" />
                <span className="sr-only">: remove</span>
              </a>
            </li>
          ))}
          <li>
            <a href={matrixPath}>Clear all</a>
          </li>
        </ul>
      ) : null}
    </>
  )
}

function chipsOf(query: MatrixQuery, sites: Choices): { label: string; without: Partial<MatrixQuery> }[] {
  const { search, state, site, group, quarter, outcome } = query
  return [
    search !== '' && { label: `Words: ${search}`, without: { search: '' } },
    state !== '' && { label: optionLabel(matrixStates, state), without: { state: '' as const } },
    site !== '' && {
      label: `Site: ${sites.find(({ value }) => value === site)?.label ?? 'one site'}`,
      without: { site: '' },
    },
    group !== '' && { label: optionLabel(jobGroupOptions, group), without: { group: '' as const } },
    quarter !== '' && {
      label: `${quarterName(quarter)}${outcome ? `: ${optionLabel(outcomes, outcome)}` : ''}`,
      without: { quarter: '' as const, outcome: '' as const },
    },
  ].filter((chip) => chip !== false)
}

function Choice({
  name,
  label,
  any,
  options,
  value,
}: {
  name: string
  label: string
  any?: string
  options: Choices
  value: string
}) {
  return (
    <label className="display-row">
      <span>{label}</span>
      <select className="control" name={name} defaultValue={value}>
        {any ? <option value="">{any}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
