import { Section } from '#components/ui/section'
import { type Day, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import type { PersonToTell } from '#lib/reminders/queries'
import { dueInWords } from '#lib/reminders/words'

/** Of what this person will be told in the next days, by mail. */
export function OwnReminders({
  isMailSetUp,
  days,
}: {
  isMailSetUp: boolean
  days: readonly (PersonToTell & { day: Day })[]
}) {
  return (
    <Section
      title="Your next reminders"
      lede={
        isMailSetUp
          ? 'By mail in the next 14 days, of what you own or back up. They end when the thing is done.'
          : 'Mail is not set up in this practice: what is due from you stands under “My work”.'
      }
    >
      {days.length === 0 ? (
        <p>None in the next 14 days.</p>
      ) : (
        <ul className="grid gap-3">
          {days.map(({ day, lines, total }) => (
            <li key={day}>
              <p className="font-medium">{formatDay(day)}</p>
              <ul>
                {lines.map(({ dutyId, title, recordLabel, dueOn }) => (
                  <li key={dutyId}>
                    <a href={`/due/${dutyId}`}>
                      {recordLabel}: {title}
                    </a>
                    , {dueInWords(dueOn, day)}
                  </li>
                ))}
                {total > lines.length ? <li>and {count(total - lines.length, 'more', 'more')}</li> : null}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
