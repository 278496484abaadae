import { describe, expect, it } from 'vitest'
import { addDays, day } from '#lib/base/days'
import { dueInWords, type Line, subjectOf, textOf } from './words.ts'

const today = day('2026-06-15')
const line = (dueIn: number, over: Partial<Line> = {}): Line => ({
  id: '019abc',
  title: 'Review it',
  recordLabel: 'AI-014 Scribe',
  dueOn: addDays(today, dueIn),
  part: 'own',
  ownerName: 'Ann',
  ...over,
})
const mail = (lines: Line[], address: string | null = 'https://plumbline.example.org') => ({
  personName: 'Ann',
  practiceName: 'Elm Street Clinic',
  today,
  lines,
  address,
})

describe('the daily mail', () => {
  it('says in its subject how much is late and how much is coming', () => {
    expect(subjectOf(mail([line(-3), line(-1), line(0)]))).toBe(
      '2 overdue and 1 coming up at Elm Street Clinic',
    )
    expect(subjectOf(mail([line(-3)]))).toBe('1 overdue at Elm Street Clinic')
    expect(subjectOf(mail([line(30)]))).toBe('1 coming up at Elm Street Clinic')
  })

  it('is Spanish for who reads Spanish, and leads straight to what only they can do', () => {
    const own = { title: 'Read and sign', isPersonal: true, path: '/training/take/7', recordLabel: 'TR-001' }
    const said = { ...mail([line(-8, own), line(1, own)]), language: 'es' as const }
    expect(subjectOf(said)).toBe('Tareas en Elm Street Clinic: 1 atrasada y 1 próxima')
    const text = textOf(said)
    expect(text).toContain(
      '- TR-001: Leer y firmar; la fecha límite fue el 7 de junio de 2026, hace 8 días.\n  https://plumbline.example.org/training/take/7',
    )
    expect(text).toContain('la fecha límite es mañana')
    expect(text).not.toMatch(/\b(Hello|due|Owner|Reminders|Please|It)\b/)
  })

  it('says when each thing is or was due', () => {
    const said = [-8, -1, 0, 1, 30].map((days) => dueInWords(addDays(today, days), today))
    expect(said).toEqual([
      'was due on Jun 7, 2026, 8 days ago',
      'was due on Jun 14, 2026, 1 day ago',
      'is due today',
      'is due tomorrow',
      'is due on Jul 15, 2026, in 30 days',
    ])
  })

  it('leads from each thing to where it is done, and says whose it is when it is not theirs', () => {
    const text = textOf(
      mail([
        line(1),
        line(-7, { part: 'backup', ownerName: 'Bob' }),
        line(-9, { part: 'keeper', ownerName: null }),
      ]),
    )
    expect(text).toContain(
      '- AI-014 Scribe: Review it. It is due tomorrow.\n  https://plumbline.example.org/due/019abc',
    )
    expect(text).toContain(
      'You are the backup\n\n- AI-014 Scribe: Review it. It was due on Jun 8, 2026, 7 days ago. Owner: Bob.',
    )
    expect(text).toContain('Owner: nobody.')
    expect(text).toContain('https://plumbline.example.org/\n')
  })

  it('makes up no address when nobody said where people open Plumbline', () => {
    expect(textOf(mail([line(1)], null))).not.toMatch(/https?:/)
  })

  it('names the gravest sixty and counts the rest', () => {
    const text = textOf(mail(Array.from({ length: 75 }, () => line(1))))
    expect(text.match(/^- /gm)).toHaveLength(60)
    expect(text).toContain('And 15 more.')
  })
})
