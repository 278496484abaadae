import { type BarRow, BarTable } from '#components/chart/bar-table'
import { count } from '#lib/base/text'
import { ageBandLabels, ageBands } from '#lib/kernel/due'
import { addUp } from '#lib/overview/add-up'
import type { DueCounts, OverduePeople } from '#lib/overview/due-counts'
import { duePath } from '#lib/overview/due-table'
import { dutyName } from '#lib/overview/duty-names'
import { ageSentence, overdueSentence, ownerSentence, worstSentence } from '#lib/overview/sentences'

const rows = (query: Readonly<Record<string, string>>) => `${duePath}?${new URLSearchParams(query)}`
/** So many kinds are named; the rest is one row. */
const mostKinds = 5

/** What is overdue, by kind, age and person. */
export function OverdueTables({ due, people }: { due: DueCounts; people: OverduePeople }) {
  const { overdue } = due.all
  const table = { valueLabel: 'Overdue', tone: 'danger' } as const
  return (
    <section className="section" aria-labelledby="overdue">
      <header>
        <h2 id="overdue">{overdueSentence(overdue)}</h2>
      </header>
      {overdue === 0 ? null : (
        <div className="overdue-tables">
          <BarTable {...table} {...byKind(due)} categoryLabel="Kind of duty" />
          <BarTable
            {...table}
            title={ageSentence(due.byAge)}
            categoryLabel="Overdue for"
            rows={ageBands.map((age) => ({
              label: ageBandLabels[age],
              href: rows({ age }),
              value: due.byAge[age],
            }))}
          />
          <BarTable {...table} {...byPerson(people, overdue)} categoryLabel="Owner" />
        </div>
      )}
    </section>
  )
}

function byKind({ byKind: kinds, all }: DueCounts): { title: string; rows: BarRow[] } {
  const late = kinds
    .filter(({ counts }) => counts.overdue > 0)
    .map(({ recordKind, key, counts }) => ({ ...dutyName(recordKind, key), counts }))
  const named = late.length > mostKinds ? late.slice(0, mostKinds - 1) : late
  const rest = late.slice(named.length)
  return {
    title: worstSentence(
      late.map(({ label, counts }) => ({ name: label, counts })),
      all.overdue,
    ),
    rows: [
      ...named.map(({ value, label, counts }) => ({
        label,
        href: rows({ duty: value, due: 'overdue' }),
        value: counts.overdue,
      })),
      ...(rest.length > 0
        ? [
            {
              label: count(rest.length, 'other kind'),
              href: rows({ duty: rest.map(({ value }) => value).join(','), due: 'overdue' }),
              value: addUp(rest, ({ counts }) => counts.overdue),
            },
          ]
        : []),
    ],
  }
}

function byPerson(
  { rows: owners, people }: OverduePeople,
  overdue: number,
): { title: string; rows: BarRow[] } {
  const others = people - owners.length
  const named = addUp(owners, (owner) => owner.overdue)
  return {
    title: ownerSentence(owners, overdue),
    rows: [
      ...owners.map(({ person, overdue: value }) => ({
        label: person?.name ?? 'Nobody',
        href: rows({ owner: person?.id ?? 'none', due: 'overdue' }),
        value,
      })),
      ...(others > 0
        ? [{ label: count(others, 'other', 'others'), href: null, value: overdue - named }]
        : []),
    ],
  }
}
