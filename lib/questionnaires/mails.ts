import { type Day, formatDay } from '#lib/base/days'

/** What the mails to a vendor are written from. */
export interface MailFacts {
  practice: string
  sender: string
  contact: string
  vendor: string
  about: string
  answerBy: Day
  /** Null when the address is not known: the mail then points to the one before. */
  address: string | null
  note: string
}

interface Words {
  subject: string
  text: string
}

const lines = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join('\n\n')

function whereTo({ address }: MailFacts): string {
  return address
    ? `Answer here, without an account:\n${address}\n\nThe address is meant for you. Whoever has it can read and change the answers until they are submitted, so pass it on only to colleagues who help.`
    : 'Use the address that you were given before. If you do not have it any more, ask for a new one.'
}

/** The mail with which a questionnaire goes out. */
export function invitation(facts: MailFacts): Words {
  const { practice, sender, contact, vendor, about, answerBy, note } = facts
  return {
    subject: `Questions from ${practice}, please answer by ${formatDay(answerBy)}`,
    text: lines([
      `Dear ${contact},`,
      `${sender} of ${practice} asks ${vendor} to answer some questions (${about}) by ${formatDay(answerBy)}. What you answer is saved as you go; you can stop and come back.`,
      note === '' ? null : note,
      whereTo(facts),
      `${sender}\n${practice}`,
    ]),
  }
}

/** The mail that reminds of it; `days` until the day by which it was to be answered, negative when that has passed. */
export function reminder(facts: MailFacts, days: number): Words {
  const { practice, sender, contact, about, answerBy } = facts
  const when =
    days > 1
      ? `are wanted in ${days} days, on ${formatDay(answerBy)}`
      : days === 1
        ? `are wanted tomorrow, on ${formatDay(answerBy)}`
        : `were wanted on ${formatDay(answerBy)}`
  return {
    subject:
      days > 0
        ? `Reminder: questions from ${practice}, due ${formatDay(answerBy)}`
        : `Still open: questions from ${practice}, due ${formatDay(answerBy)}`,
    text: lines([
      `Dear ${contact},`,
      `The answers to the questions of ${practice} (${about}) ${when}. They have not been submitted yet. If you have answered everything, the last step is to sign and submit.`,
      whereTo(facts),
      `${sender}\n${practice}`,
    ]),
  }
}
