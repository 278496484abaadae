import { DotTimeline } from '#components/chart/dot-timeline'
import { endingDays } from '#lib/agreements/ending'
import { agreementTable } from '#lib/agreements/table'
import type { Day } from '#lib/base/days'
import { count } from '#lib/base/text'
import type { Endings } from '#lib/overview/agreement-standing'

const listed = `${agreementTable.path}?ending=soon&sort=termEnds`
const happens = { ends: 'Ends', renews: 'Renews', terminated: 'Terminated' } as const

/** The agreements that end or renew soon, by their last day. */
export function AgreementsEnding({ endings: { rows, total }, today }: { endings: Endings; today: Day }) {
  const more = total - rows.length
  return (
    <section className="section" aria-labelledby="ending">
      <header>
        <h2 id="ending">
          {total === 0
            ? 'No agreement ends or renews'
            : `${count(total, 'agreement')} ${total === 1 ? 'ends or renews' : 'end or renew'}`}{' '}
          in the next {endingDays} days
        </h2>
      </header>
      {total > 0 ? (
        <>
          <p className="one-page-muted">
            Ring: last day for notice. Dot: last day.{' '}
            <a href={listed}>Show all {total.toLocaleString('en-US')}</a>
          </p>
          <DotTimeline
            labelledBy="ending"
            categoryLabel="Agreement"
            today={today}
            days={endingDays}
            rows={rows.map(({ id, title, vendorName, how, endsOn, noticeByOn }) => ({
              ...{ id, endsOn, noticeByOn },
              label: vendorName,
              about: title,
              href: `${agreementTable.path}/${id}`,
              how: happens[how],
            }))}
          />
          {more > 0 ? (
            <p className="one-page-muted">
              <a href={listed}>{more.toLocaleString('en-US')} more</a> come after these.
            </p>
          ) : null}
        </>
      ) : null}
    </section>
  )
}
