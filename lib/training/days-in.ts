import { type Day, dateOf, formatDay, formatInstant } from '#lib/base/days'
import { daysLate, dueStatus } from '#lib/kernel/due'
import type { Language } from '#lib/law/lessons/lesson'

/** A day as people of this language write it. */
export function dayIn(language: Language, day: Day): string {
  if (language === 'en') return formatDay(day)
  return new Intl.DateTimeFormat('es-US', { timeZone: 'UTC', dateStyle: 'long' }).format(dateOf(day))
}

/** An instant on the clock of the practice. `long`: with the month written out, as a receipt says it. */
export function instantIn(
  language: Language,
  at: Date,
  timeZone: string,
  look: 'long' | 'medium' = 'long',
): string {
  if (language === 'en' && look === 'medium') return formatInstant(at, timeZone)
  return new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', {
    timeZone,
    dateStyle: look,
    timeStyle: 'short',
  }).format(at)
}

/** 'Para mañana', 'Atrasada 3 días', 'Due in 12 days': how a due day stands, seen from today. */
export function dueIn(language: Language, dueOn: Day, today: Day): string {
  const isLate = dueStatus(dueOn, today) === 'overdue'
  const days = Math.abs(daysLate(dueOn, today))
  const far = dayIn(language, dueOn)
  if (language === 'en') {
    if (isLate) return `${days} ${days === 1 ? 'day' : 'days'} overdue`
    return `Due ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : days < 100 ? `in ${days} days` : far}`
  }
  if (isLate) return `Atrasada ${days} ${days === 1 ? 'día' : 'días'}`
  if (days === 0) return 'Para hoy'
  if (days === 1) return 'Para mañana'
  return days < 100 ? `Dentro de ${days} días` : `Para el ${far}`
}
