import { type Day, dateOf } from '#lib/base/days'
import { daysLate } from '#lib/kernel/due'
import type { Part } from './ladder.ts'

const longDay = new Intl.DateTimeFormat('es-US', { timeZone: 'UTC', dateStyle: 'long' })
const spanishDay = (day: Day) => longDay.format(dateOf(day))

/** 'la fecha límite fue el 3 de noviembre de 2026, hace 19 días'. */
export function dueInSpanish(dueOn: Day, today: Day): string {
  const days = -daysLate(dueOn, today)
  if (days === 0) return 'la fecha límite es hoy'
  if (days === 1) return 'la fecha límite es mañana'
  const many = Math.abs(days) === 1 ? '1 día' : `${Math.abs(days)} días`
  return days > 0
    ? `la fecha límite es el ${spanishDay(dueOn)}, dentro de ${many}`
    : `la fecha límite fue el ${spanishDay(dueOn)}, hace ${many}`
}

export function subjectInSpanish(
  { overdue, ahead }: { overdue: number; ahead: number },
  practiceName: string,
): string {
  const late = overdue > 0 ? [overdue === 1 ? '1 atrasada' : `${overdue} atrasadas`] : []
  const soon = ahead > 0 ? [ahead === 1 ? '1 próxima' : `${ahead} próximas`] : []
  return `Tareas en ${practiceName}: ${[...late, ...soon].join(' y ')}`
}

export const headingsInSpanish: Record<Part, string> = {
  own: 'Suyas',
  backup: 'Usted es la persona suplente',
  keeper: 'Nadie las ha hecho, o no hay nadie a cargo',
}

/** What duties that people each do themselves are called; others are of records that are kept in English. */
export const titlesInSpanish: Readonly<Record<string, string>> = { 'Read and sign': 'Leer y firmar' }

export const mailInSpanish = {
  hello: (person: string) => `Hola, ${person}:`,
  asOf: (practice: string, today: Day) => `Esto está pendiente en ${practice}, al ${spanishDay(today)}.`,
  more: (n: number) =>
    `Y ${n.toLocaleString('es-US')} más. Todas están en Plumbline, en «My work» (mi trabajo).`,
  all: (address: string) => `Todo lo que está pendiente de usted: ${address}/`,
  open: 'Abra Plumbline como siempre: todo lo pendiente está en «My work» (mi trabajo).',
  moreTime:
    'Los recordatorios terminan cuando la tarea está hecha. Si necesita más tiempo, puede aplazarla con un motivo o pasarla a otra persona: ambas cosas están en la página de la tarea.',
  moreTimeOwn:
    'Los recordatorios terminan cuando la tarea está hecha. Si ya la hizo en papel, o no puede hacerla, avise a la persona encargada de cumplimiento.',
  noAnswer: 'Por favor, no responda a este correo: nadie lee las respuestas.',
  owner: (name: string | null) => ` A cargo: ${name ?? 'nadie'}.`,
}
