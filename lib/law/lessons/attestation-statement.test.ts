import { describe, expect, it } from 'vitest'
import { statementOf } from './attestation-statement.ts'
import { languages } from './lesson.ts'

const training = {
  personName: 'Ana Ruiz',
  courseTitle: 'Approved AI tools only',
  practiceName: 'Harbor Family Medicine',
}

describe('the statement a person signs', () => {
  it('says in English that it was read, is understood, will be followed, whom to ask, and what signs it', () => {
    expect(statementOf('en', training)).toBe(
      'I, Ana Ruiz, have read the training “Approved AI tools only” of Harbor Family Medicine and understood it. I will follow it, and I know whom to ask when I am not sure. My name, typed by me, is my signature.',
    )
  })

  it('says the same in Spanish', () => {
    expect(statementOf('es', { ...training, courseTitle: 'Solo herramientas aprobadas' })).toBe(
      'Yo, Ana Ruiz, leí la capacitación “Solo herramientas aprobadas” de Harbor Family Medicine y la entendí. La cumpliré, y sé a quién preguntar cuando tenga dudas. Mi nombre, escrito por mí, es mi firma.',
    )
  })

  it('takes names as they are, whatever signs they hold', () => {
    const odd = { personName: 'Zoë $& O’Neil', courseTitle: 'A ${b} “c”', practiceName: 'Ruiz & <Söhne>' }
    for (const language of languages) {
      for (const name of Object.values(odd)) expect(statementOf(language, odd)).toContain(name)
    }
  })

  it('differs when the person, the course, the practice or the language does', () => {
    const others = [
      training,
      { ...training, personName: 'Ana Ruis' },
      { ...training, courseTitle: 'Approved AI tools' },
      { ...training, practiceName: 'Harbor Medicine' },
    ]
    const statements = languages.flatMap((language) => others.map((other) => statementOf(language, other)))
    expect(new Set(statements).size).toBe(languages.length * others.length)
  })
})
