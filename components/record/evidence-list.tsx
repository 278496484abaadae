import { type Day, formatDay } from '#lib/base/days'
import { ButtonLink } from '../ui/button.tsx'
import type { DueStanding } from '../ui/due-day.tsx'
import { DueBadge } from '../ui/relative-day.tsx'

/** One file on a record. Links that are absent are not for this reader. */
export interface EvidenceItem {
  id: string
  title: string
  href: string
  /** Name, kind, size, who added it and when. */
  meta: string
  /** Why it no longer counts. */
  state?: string | undefined
  validUntil?: { day: Day; status: DueStanding } | undefined
  downloadHref?: string | undefined
  renewHref?: string | undefined
  withdrawHref?: string | undefined
}

/** The files of a record: what they are, how long they count, and what can be done with them. */
export function EvidenceList({ items, today }: { items: readonly EvidenceItem[]; today: Day }) {
  return (
    <ul className="due-list">
      {items.map((item) => (
        <li key={item.id}>
          <div className="due-what">
            <p className="due-title">
              <a href={item.href}>{item.title}</a>
            </p>
            <p className="due-meta evidence-meta">{item.meta}</p>
            {item.state ? <p className="due-meta evidence-meta">{item.state}</p> : null}
            {item.validUntil ? (
              <p className="due-meta">
                Valid until <time dateTime={item.validUntil.day}>{formatDay(item.validUntil.day)}</time>
              </p>
            ) : null}
          </div>
          {item.validUntil && item.validUntil.status !== 'on-track' ? (
            <div className="due-standing">
              <DueBadge status={item.validUntil.status} day={item.validUntil.day} today={today} />
            </div>
          ) : null}
          <div className="actions">
            <Step href={item.renewHref} label="Renew" about={item.title} />
            <Step href={item.downloadHref} label="Download" about={item.title} isFile />
            <Step href={item.withdrawHref} label="Withdraw" about={item.title} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function Step({
  href,
  label,
  about,
  isFile = false,
}: {
  href: string | undefined
  label: string
  about: string
  isFile?: boolean
}) {
  if (!href) return null
  return (
    <ButtonLink href={href} size="small" {...(isFile ? { 'data-hard': true } : {})}>
      {label}
      <span className="sr-only">: {about}</span>
    </ButtonLink>
  )
}
