import type { Language } from './lesson.ts'

export interface AttestedTraining {
  personName: string
  courseTitle: string
  practiceName: string
}

const sentences: Record<Language, (training: AttestedTraining) => string> = {
  en: ({ personName, courseTitle, practiceName }) =>
    `I, ${personName}, have read the training “${courseTitle}” of ${practiceName} and understood it. I will follow it, and I know whom to ask when I am not sure. My name, typed by me, is my signature.`,
  es: ({ personName, courseTitle, practiceName }) =>
    `Yo, ${personName}, leí la capacitación “${courseTitle}” de ${practiceName} y la entendí. La cumpliré, y sé a quién preguntar cuando tenga dudas. Mi nombre, escrito por mí, es mi firma.`,
}

/** Word for word what a person signs. It is kept and hashed with the signature: a change makes a new wording for later ones. */
export function statementOf(language: Language, training: AttestedTraining): string {
  return sentences[language](training)
}
