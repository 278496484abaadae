import type { FilterChoices } from '#lib/calendar/queries'
import { type CalendarFilters, practiceWide, somebody } from '#lib/calendar/view'
import type { Option } from '#lib/kernel/table'
import { dutyNames } from '#lib/overview/duty-names'
import { kindName } from '#lib/overview/row-fields'

/** The kinds of records on which something can be due. */
const dutyKinds: readonly Option[] = [
  ...new Set(dutyNames.map(({ value }) => value.split('.', 1)[0] ?? '')),
].map((value) => ({ value, label: kindName(value) }))

export const dutyKindValues = dutyKinds.map(({ value }) => value)

export type OfferedFilters = FilterChoices

const special: readonly Option[] = [
  { value: somebody.me, label: 'Me' },
  { value: somebody.none, label: 'Nobody is named' },
]
const wholePractice: Option = { value: practiceWide, label: 'Whole practice (no single site)' }

/** The choices, with what is chosen among them even when nothing of it is due in what is shown. */
function withChosen(options: readonly Option[], value: string, label: string): readonly Option[] {
  return value === '' || options.some((option) => option.value === value)
    ? options
    : [...options, { value, label }]
}

/** What is narrowed now, in words, each with the change that takes it away. */
export function filterWords(
  { person, site, kind, done }: CalendarFilters,
  { people, sites }: OfferedFilters,
): { label: string; without: Partial<CalendarFilters> }[] {
  const named = (options: readonly Option[], value: string) =>
    options.find((option) => option.value === value)?.label
  return [
    ...(person
      ? [
          {
            label: `Whose: ${named([...special, ...people], person) ?? 'one person'}`,
            without: { person: '' },
          },
        ]
      : []),
    ...(site
      ? [{ label: `Site: ${named([wholePractice, ...sites], site) ?? 'one site'}`, without: { site: '' } }]
      : []),
    ...(kind ? [{ label: `About: ${named(dutyKinds, kind) ?? kind}`, without: { kind: '' } }] : []),
    ...(done ? [{ label: 'Also what is done', without: { done: false } }] : []),
  ]
}

/** The fields of a GET form that narrow what is shown. Those who see only their own are not asked whose or where. */
export function FilterSelects({
  filters: { person, site, kind },
  offered: { people, sites },
}: {
  filters: CalendarFilters
  offered: OfferedFilters
}) {
  const isWide = sites.length > 0 || people.length > 0
  return (
    <>
      {isWide || person ? (
        <Choice
          name="person"
          label="Whose (owner or backup)"
          any="Everybody’s"
          options={withChosen([...special, ...people], person, 'One person')}
          value={person}
        />
      ) : null}
      {isWide || site ? (
        <Choice
          name="site"
          label="Site"
          any="All sites"
          options={withChosen([wholePractice, ...sites], site, 'One site')}
          value={site}
        />
      ) : null}
      <Choice name="kind" label="About" any="Anything" options={dutyKinds} value={kind} />
    </>
  )
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
  any: string
  options: readonly Option[]
  value: string
}) {
  return (
    <label className="display-row">
      <span>{label}</span>
      <select className="control" name={name} defaultValue={value}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
