import type { Row } from './row.ts'

/** The rows of the matrix for reminders, and for the page of one duty. */
export const reminderRows: Readonly<Record<string, Row>> = {
  '/due/[id]': {
    at: ({ ids }) => [`/due/${ids.dutyId}`],
    answers: ['in', 'none', 'ok', 'none', 'none', 'ok'],
    tells: true,
  },
  // Who leads one site does not oversee what everybody is told.
  '/reminders': {
    at: () => ['/reminders', '/reminders?day=nonsense&page=-4'],
    answers: ['in', 'none', 'ok', 'none', 'ok', 'ok'],
    tells: true,
  },
  '/reminders/sent': {
    at: () => ['/reminders/sent', '/reminders/sent?page=900'],
    answers: ['in', 'none', 'ok', 'none', 'ok', 'ok'],
  },
  '/settings/reminders': {
    at: () => ['/settings/reminders'],
    answers: ['in', 'none', 'none', 'none', 'ok', 'ok'],
  },
}
