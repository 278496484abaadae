import { expect, it } from 'vitest'
import { addDays, day } from '#lib/base/days'
import { dueIn } from './days-in.ts'

const today = day('2026-06-15')

it('says in both languages how a due day stands, one day and many', () => {
  const said = (language: 'en' | 'es') =>
    [-8, -1, 0, 1, 30, 200].map((days) => dueIn(language, addDays(today, days), today))
  expect(said('en')).toEqual([
    '8 days overdue',
    '1 day overdue',
    'Due today',
    'Due tomorrow',
    'Due in 30 days',
    'Due Jan 1, 2027',
  ])
  expect(said('es')).toEqual([
    'Atrasada 8 días',
    'Atrasada 1 día',
    'Para hoy',
    'Para mañana',
    'Dentro de 30 días',
    'Para el 1 de enero de 2027',
  ])
})
