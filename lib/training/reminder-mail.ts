import { type Day, formatDay } from '#lib/base/days'
import type { Language } from '#lib/law/lessons/lesson'

interface Facts {
  practice: string
  person: string
  course: string
  minutes: number
  dueOn: Day
  isLate: boolean
  /** Where it is read and signed; null when nobody said under which address people open Plumbline. */
  address: string | null
}

const spanishDay = new Intl.DateTimeFormat('es-US', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
})

/** The mail that asks somebody to read and sign, in their language. */
export function reminderMail(language: Language, facts: Facts): { subject: string; text: string } {
  return language === 'es' ? inSpanish(facts) : inEnglish(facts)
}

function inEnglish({ practice, person, course, minutes, dueOn, isLate, address }: Facts) {
  return {
    subject: `${isLate ? 'Late' : 'Please sign'}: ${course}`,
    text: [
      `Hello ${person},`,
      `you have one training to read and sign at ${practice}: “${course}”. It takes about ${minutes} minutes.`,
      isLate ? `It was due on ${formatDay(dueOn)}.` : `It is due on ${formatDay(dueOn)}.`,
      address
        ? `Read it and sign: ${address}`
        : 'Open Plumbline as you always do: it stands under “My work”.',
      'If you have signed it on paper, or cannot do it, please tell your compliance officer.',
      'Please do not answer this mail: nobody reads the answers.',
    ].join('\n\n'),
  }
}

function inSpanish({ practice, person, course, minutes, dueOn, isLate, address }: Facts) {
  const day = spanishDay.format(new Date(dueOn))
  return {
    subject: `${isLate ? 'Atrasada' : 'Por favor, firme'}: ${course}`,
    text: [
      `Hola, ${person}:`,
      `Tiene una capacitación por leer y firmar en ${practice}: «${course}». Toma unos ${minutes} minutos.`,
      isLate ? `La fecha límite fue el ${day}.` : `La fecha límite es el ${day}.`,
      address ? `Léala y fírmela: ${address}` : 'Abra Plumbline como siempre: la encontrará en «My work».',
      'Si ya la firmó en papel, o no puede hacerla, avise al oficial de cumplimiento.',
      'Por favor, no responda a este correo: nadie lee las respuestas.',
    ].join('\n\n'),
  }
}
