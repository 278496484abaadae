import { type Day, day } from '#lib/base/days'
import { daysLate } from '#lib/kernel/due'
import { hears, type Part, stepAt } from './ladder.ts'
import { type Reach, recipientsOf } from './recipients.ts'

/** A duty as the forecast needs it. */
export interface ForecastDuty {
  id: string
  dueOn: string
  ownerId: string | null
  backupId: string | null
  snoozedUntil: string | null
  /** Each does it themselves: nobody but them is told. */
  isPersonal: boolean
}

/** One duty that somebody will be told of on a day. */
export interface Coming {
  dutyId: string
  part: Part
  step: number
}

/** Who will be told what, by day and person. */
export type Forecast = Map<Day, Map<string, Coming[]>>

/**
 * What goes out on these days (in order) if nothing is done, moved or given to somebody else until then: `fires` for each
 * day, without working out what is passed over. `told` is the last step by duty and person.
 */
export function forecast(
  duties: readonly ForecastDuty[],
  told: ReadonlyMap<string, number>,
  reach: Reach,
  days: readonly Day[],
): Forecast {
  const found: Forecast = new Map(days.map((one) => [one, new Map<string, Coming[]>()]))
  // There are few due dates and many duties: where a date stands on each day is worked out once.
  const stepsOf = new Map<string, (number | null)[]>()
  for (const duty of duties) {
    let steps = stepsOf.get(duty.dueOn)
    if (!steps) stepsOf.set(duty.dueOn, (steps = days.map((one) => stepAt(daysLate(day(duty.dueOn), one)))))
    if (steps.every((step) => step === null)) continue
    for (const { personId, part, isUnowned } of recipientsOf(duty, reach)) {
      let last = told.get(`${duty.id} ${personId}`) ?? null
      for (const [at, one] of days.entries()) {
        const step = steps[at] ?? null
        if (step === null || (last !== null && step <= last) || !hears(part, step, isUnowned)) continue
        if (duty.snoozedUntil !== null && one < duty.snoozedUntil) continue
        last = step
        const people = found.get(one)
        const mine = people?.get(personId)
        if (mine) mine.push({ dutyId: duty.id, part, step: last })
        else people?.set(personId, [{ dutyId: duty.id, part, step: last }])
      }
    }
  }
  return found
}
