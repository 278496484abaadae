import type { ReactNode } from 'react'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Card, PageHeader } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import type { DutyChanges } from '#lib/kernel/due'
import './decision.css'

export interface Frame {
  title: string
  lede?: ReactNode
  children: ReactNode
}

/** The frame of a page that decides one thing about a record: the way back, what will happen, then the questions. */
export function DecisionFrame({
  crumbs,
  title,
  lede,
  children,
}: Frame & { crumbs: readonly { href: string; label: string }[] }) {
  return (
    <>
      <PageHeader crumbs={<Breadcrumbs crumbs={crumbs} />} title={title} lede={lede} />
      <div className="grid gap-6">{children}</div>
    </>
  )
}

/** What will happen, in numbers, before it does. */
export function Consequences({ says, changes }: { says: readonly string[]; changes: DutyChanges }) {
  const { ends, begins } = changes
  return (
    <Card>
      <h2>What will happen</h2>
      <ul className="consequences">
        {says.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {ends.length > 0 ? (
          <li>
            {count(ends.length, 'duty ends', 'duties end')}:{' '}
            {ends.map(({ title }) => title.toLowerCase()).join('; ')}.
          </li>
        ) : null}
        {begins.length > 0 ? (
          <li>
            {count(begins.length, 'duty begins', 'duties begin')}:{' '}
            {begins.map(({ title, dueOn }) => `${title.toLowerCase()} by ${formatDay(dueOn)}`).join('; ')}.
          </li>
        ) : null}
        {ends.length === 0 && begins.length === 0 ? <li>Its duties stay as they are.</li> : null}
      </ul>
    </Card>
  )
}
