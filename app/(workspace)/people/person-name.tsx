import { formatDay } from '#lib/base/days'
import type { PersonRow } from '#lib/people/table'

/** A person's name in a list; of somebody who left, since when. */
export function PersonName({ person }: { person: PersonRow }) {
  return (
    <>
      {person.name}
      {person.leftOn ? <span className="cell-none"> left {formatDay(person.leftOn)}</span> : null}
    </>
  )
}
