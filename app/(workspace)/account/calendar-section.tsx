import { SubmitButton } from '#components/form/submit-button'
import { Section } from '#components/ui/section'
import { formatInstant } from '#lib/base/days'
import type { OwnFeed } from '#lib/calendar/feed-queries'
import { coverOptions } from '#lib/calendar/schema'
import type { Actor } from '#lib/kernel/access'
import { dutyScope } from '#lib/kernel/due-scope'
import { changeCalendarLink, endCalendarLink, makeCalendarLink } from './calendar-actions.ts'
import { CoversForm, FeedForm } from './feed-form.tsx'

/** The person's calendar by secret link: made, changed and ended by themselves alone. */
export function CalendarSection({ actor, feed }: { actor: Actor; feed: OwnFeed | null }) {
  const { practiceWide } = dutyScope(actor)
  const options = coverOptions
    .filter(({ value }) => value !== 'all' || practiceWide || feed?.covers === 'all')
    .map(({ value, label }) => ({ value, label }))
  return (
    <Section
      id="calendar"
      title="What is due, in your own calendar"
      lede="A secret link with which Outlook, Google or Apple Calendar shows what is due as entries of a day."
    >
      <div className="grid max-w-2xl gap-6">
        <p>
          Whoever has the link can read what is in it, without signing in: give it to your calendar and to
          nobody else. It shows what you may see at that moment, and nothing once you leave.
        </p>
        {feed ? (
          <>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <p className="min-w-0 flex-1">
                Made {formatInstant(feed.createdAt, actor.timeZone)},{' '}
                {feed.lastFetchedAt
                  ? `last fetched ${formatInstant(feed.lastFetchedAt, actor.timeZone)}.`
                  : 'not fetched yet.'}
              </p>
              <form action={endCalendarLink}>
                <SubmitButton variant="secondary" pendingLabel="Ending…">
                  End the link
                </SubmitButton>
              </form>
            </div>
            <CoversForm action={changeCalendarLink} options={options} covers={feed.covers} />
          </>
        ) : null}
        <FeedForm action={makeCalendarLink} options={options} covers={feed?.covers ?? null} />
      </div>
    </Section>
  )
}
