import type { Tone } from '#components/ui/badge'
import { formatInstant } from '#lib/base/days'
import { count } from '#lib/base/text'

interface Outcome {
  state: string
  attempts: number
  nextTryAt?: Date
}

/** What became of a mail, in a few words, and how bad that is. */
export function outcomeInWords(
  { state, attempts, nextTryAt }: Outcome,
  timeZone: string,
): { label: string; tone: Tone } {
  switch (state) {
    case 'sent':
      return { label: attempts > 1 ? `Sent at try ${attempts}` : 'Sent', tone: 'ok' }
    case 'sending':
      return { label: 'Going out now', tone: 'neutral' }
    case 'refused':
      return {
        label: attempts > 1 ? `Given up after ${count(attempts, 'try', 'tries')}` : 'Refused',
        tone: 'danger',
      }
    case 'unknown':
      return { label: 'Not known whether it arrived', tone: 'attention' }
    case 'not-needed':
      return { label: 'Not needed any more', tone: 'neutral' }
    case 'replaced':
      return { label: 'Went into the next mail', tone: 'neutral' }
    case 'not-set-up':
      return { label: 'Not sent: mail is not set up', tone: 'attention' }
    default:
      return attempts === 0 || !nextTryAt
        ? { label: 'Waiting', tone: 'neutral' }
        : {
            label: `Tried ${attempts === 1 ? 'once' : `${attempts} times`}, again at ${formatInstant(nextTryAt, timeZone)}`,
            tone: 'attention',
          }
  }
}
