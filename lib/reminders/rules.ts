import { dayOf } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import type { SendingRules } from './sending-days.ts'

/** When reminders go out in a practice, as far as planning and the pages need it. */
export interface PracticeRules extends SendingRules {
  practiceName: string
  /** People of a demo practice are invented, and so are their addresses: nothing is mailed to them. */
  isDemo: boolean
  version: number
}

/** The rules of the transaction's practice. */
export async function rulesOf(tx: Tx, practiceId: string): Promise<PracticeRules> {
  const practice = await tx.practice.findUniqueOrThrow({
    where: { id: practiceId },
    select: {
      name: true,
      timeZone: true,
      isDemo: true,
      reminderHour: true,
      quietWeekdays: true,
      version: true,
    },
  })
  const quiet = await tx.quietDay.findMany({ select: { day: true } })
  return {
    practiceName: practice.name,
    timeZone: practice.timeZone,
    isDemo: practice.isDemo,
    hour: practice.reminderHour,
    quietWeekdays: practice.quietWeekdays,
    quietDays: new Set(quiet.map(({ day }) => dayOf(day))),
    version: practice.version,
  }
}
