import { addDays, type Day, dayOf, formatInstant } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { now } from '#lib/platform/clock'
import { read, type Tx } from '#lib/platform/db'
import { isMailSetUp } from '#lib/platform/mail'
import { dutiesOf, dutiesUntil, toldSoFar, toldTo } from './duties.ts'
import { type Coming, type Forecast, forecast } from './forecast.ts'
import { reachOf } from './recipients.ts'
import { type PracticeRules, rulesOf } from './rules.ts'
import { isQuiet } from './sending-days.ts'

/** Days that the forecast looks ahead, today included. */
const DAYS_AHEAD = 14
/** People on one page of a day. */
export const peoplePerPage = 25
/** Duties named for each of them; the rest is a number. */
const MOST_NAMED = 3
/** What took long to work out serves for a while: a hundred times as long as it took, and a minute at most. */
const KEPT_FOLD = 100
const KEPT_MS = 60_000

export interface ForecastDay {
  day: Day
  isQuiet: boolean
  /** Why it is quiet: the name of a single quiet day. */
  people: number
  duties: number
}

export interface PersonToTell {
  id: string
  name: string
  total: number
  lines: (Coming & { title: string; recordLabel: string; dueOn: Day })[]
}

export interface ForecastPage {
  rules: PracticeRules
  isMailSetUp: boolean
  days: ForecastDay[]
  /** The day whose people are listed. */
  shown: Day
  people: PersonToTell[]
  page: number
  total: number
  /** When it was worked out. */
  asOf: string
}

interface Known {
  rules: PracticeRules
  days: Day[]
  forecast: Forecast
  plannedToday: boolean
  at: number
  tookMs: number
}

/** What is known of the whole practice: also what its people are called, the first by name first. */
interface KnownOfAll extends Known {
  names: ReadonlyMap<string, string>
}

const kept = new Map<string, Promise<KnownOfAll>>()

/** Works the forecast out, or takes the one that somebody asked for a moment ago. */
async function known(actor: Actor): Promise<KnownOfAll> {
  const at = now().getTime()
  const before = await kept.get(actor.practiceId)?.catch(() => undefined)
  if (before && Math.abs(at - before.at) < Math.min(KEPT_MS, before.tookMs * KEPT_FOLD)) return before
  const fresh = read(actor, async (tx) => {
    const all = await workOut(tx, actor, null)
    return { ...all, names: await namesOf(tx, all.forecast) }
  })
  kept.set(actor.practiceId, fresh)
  fresh.catch(() => kept.delete(actor.practiceId))
  return fresh
}

async function workOut(tx: Tx, actor: Actor, personId: string | null): Promise<Known> {
  const started = performance.now()
  const today = todayFor(actor)
  const rules = await rulesOf(tx, actor.practiceId)
  const plannedToday = (await tx.reminderDay.count({ where: { day: new Date(today) } })) > 0
  const days = Array.from({ length: DAYS_AHEAD }, (_, at) => addDays(today, at))
  const sending = days.filter((day) => !isQuiet(day, rules) && !(plannedToday && day === today))
  const last = days.at(-1) ?? today
  const duties = personId ? await dutiesOf(tx, last, personId) : await dutiesUntil(tx, last)
  const told = personId ? await toldTo(tx, personId, duties) : await toldSoFar(tx)
  const reach = await reachOf(tx, today, personId ? peopleOf(duties, personId) : undefined)
  return {
    rules,
    days,
    forecast: forecast(duties, told, reach, sending),
    plannedToday,
    at: now().getTime(),
    tookMs: performance.now() - started,
  }
}

const peopleOf = (duties: readonly { ownerId: string | null }[], personId: string) => [
  ...new Set([personId, ...duties.flatMap(({ ownerId }) => ownerId ?? [])]),
]

/** Who will be told what on one of the next days; the first with somebody to tell unless another is asked for. */
export async function forecastPage(actor: Actor, asked: string, page: number): Promise<ForecastPage> {
  const { rules, days, forecast: coming, names, at } = await known(actor)
  const first = days.find((day) => (coming.get(day)?.size ?? 0) > 0) ?? days[0]
  const shown = days.find((day) => day === asked) ?? first ?? todayFor(actor)
  const told = coming.get(shown)
  const people = [...names.keys()].flatMap((id) => {
    const lines = told?.get(id)
    return lines ? [[id, lines] as const] : []
  })
  const last = Math.max(1, Math.ceil(people.length / peoplePerPage))
  const current = Math.min(Math.max(1, page), last)
  const slice = people.slice((current - 1) * peoplePerPage, current * peoplePerPage)
  const rows = await read(actor, (tx) => withDuties(tx, slice, names))
  return {
    rules,
    isMailSetUp: isMailSetUp(),
    days: days.map((day) => {
      const told = coming.get(day)
      const duties = told ? [...told.values()].reduce((sum, lines) => sum + lines.length, 0) : 0
      return { day, isQuiet: isQuiet(day, rules), people: told?.size ?? 0, duties }
    }),
    shown,
    people: rows,
    page: current,
    total: people.length,
    asOf: formatInstant(new Date(at), actor.timeZone),
  }
}

/** What all who will be told something are called, in the order of their names. One statement. */
async function namesOf(tx: Tx, coming: Forecast): Promise<Map<string, string>> {
  const ids = [...coming.values()].flatMap((people) => [...people.keys()])
  const found = await tx.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  const { compare } = new Intl.Collator('en-US')
  return new Map(found.sort((a, b) => compare(a.name, b.name)).map(({ id, name }) => [id, name]))
}

async function withDuties(
  tx: Tx,
  people: readonly (readonly [string, Coming[]])[],
  names: ReadonlyMap<string, string>,
): Promise<PersonToTell[]> {
  const ids = people.flatMap(([, lines]) => lines.slice(0, MOST_NAMED).map(({ dutyId }) => dutyId))
  const duties = await tx.obligation.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, title: true, recordLabel: true, dueOn: true },
  })
  const byId = new Map(duties.map((duty) => [duty.id, duty]))
  return people.map(([id, lines]) => ({
    id,
    name: names.get(id) ?? '',
    total: lines.length,
    lines: lines.slice(0, MOST_NAMED).flatMap((line) => {
      const duty = byId.get(line.dutyId)
      return duty
        ? [{ ...line, title: duty.title, recordLabel: duty.recordLabel, dueOn: dayOf(duty.dueOn) }]
        : []
    }),
  }))
}

/** What somebody themselves will be told of in the next days, as owner or backup: by day, with what each is. */
export async function ownForecast(
  actor: Actor,
): Promise<{ isMailSetUp: boolean; days: (PersonToTell & { day: Day })[] }> {
  const days = await read(actor, async (tx) => {
    const { forecast: coming } = await workOut(tx, actor, actor.personId)
    const mine = [...coming].flatMap(([day, people]) => {
      const lines = people.get(actor.personId)?.filter(({ part }) => part !== 'keeper') ?? []
      return lines.length > 0 ? [{ day, lines }] : []
    })
    // One statement for the duties of all days: here each day stands in the place of a person.
    const names = new Map<string, string>(mine.map(({ day }) => [day, actor.name]))
    const told = await withDuties(
      tx,
      mine.map(({ day, lines }) => [day, lines]),
      names,
    )
    return told.flatMap((one, at) => {
      const day = mine[at]?.day
      return day ? [{ ...one, id: actor.personId, day }] : []
    })
  })
  return { isMailSetUp: isMailSetUp(), days }
}
