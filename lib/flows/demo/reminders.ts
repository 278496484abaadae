import { addDays, type Day } from '#lib/base/days'
import { snoozeDuty } from '#lib/due/commands'
import { read } from '#lib/platform/db'
import { addQuietDay } from '#lib/reminders/commands'
import { type DemoCast, type DemoStep, must } from './life.ts'

/** A duty that waits for somebody else, and a day on which the practice is closed. */
export function reminderSteps({ officer }: DemoCast, today: Day): DemoStep[] {
  return [
    {
      ago: 20,
      run: async () => {
        must(await addQuietDay(officer, { day: addDays(today, 12), name: 'Staff training day' }), 'quiet day')
      },
    },
    {
      ago: 1,
      run: async () => {
        const duty = await read(officer, (tx) =>
          tx.obligation.findFirst({
            where: { state: 'open', recordLabel: { contains: 'Bellwether Voice' }, harm: { lt: 3 } },
            orderBy: { dueOn: 'asc' },
            select: { id: true },
          }),
        )
        const until = addDays(today, 9)
        const reason = 'Their auditor is late: the new report is promised for next week.'
        must(await snoozeDuty(officer, { id: duty?.id, until, reason }), 'put off')
      },
    },
  ]
}
