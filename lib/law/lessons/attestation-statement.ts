import type { Language } from './lesson.ts'

interface Names {
  personName: string
  courseTitle: string
  practiceName: string
}

/** The exact sentence that somebody signs. */
export function statementOf(language: Language, { personName, courseTitle, practiceName }: Names): string {
  if (language === 'es')
    return `Yo, ${personName}, he leído y entendido la capacitación «${courseTitle}» de ${practiceName} y la seguiré. Sé a quién preguntar. Mi nombre escrito es mi firma.`
  return `I, ${personName}, have read and understood the training “${courseTitle}” of ${practiceName} and will follow it. I know whom to ask. My typed name is my signature.`
}
