import type { Language } from './lesson.ts'

/** The exact sentence above the names of a sheet that people sign by hand. */
export function sheetStatement(
  language: Language,
  { courseTitle, practiceName }: { courseTitle: string; practiceName: string },
): string {
  if (language === 'es')
    return `Cada persona que firma abajo dice: he leído y entendido la capacitación «${courseTitle}» de ${practiceName} y la seguiré. Sé a quién preguntar.`
  return `Everybody who signs below says: I have read and understood the training “${courseTitle}” of ${practiceName} and will follow it. I know whom to ask.`
}

/** The words around it, in the language of those who sign. */
export const sheetWords = {
  en: {
    title: 'Sign-off sheet',
    code: 'Code',
    campaign: 'Campaign',
    course: 'Course',
    version: 'Version',
    site: 'Site',
    everywhere: 'Whole practice',
    person: 'Name',
    signature: 'Signature',
    date: 'Date',
    printed: 'Printed',
    by: 'by',
    page: 'Page',
    of: 'of',
    readFirst: 'Please read this before you sign the list. Keep it if you like.',
    onScreen: 'To be seen on a screen',
    note: 'Only names printed here count. Whoever is missing asks for a sheet of their own.',
  },
  es: {
    title: 'Hoja de firmas',
    code: 'Código',
    campaign: 'Campaña',
    course: 'Curso',
    version: 'Versión',
    site: 'Sede',
    everywhere: 'Toda la clínica',
    person: 'Nombre',
    signature: 'Firma',
    date: 'Fecha',
    printed: 'Impresa',
    by: 'por',
    page: 'Página',
    of: 'de',
    readFirst: 'Por favor, lea esto antes de firmar la lista. Puede quedarse con una copia.',
    onScreen: 'Se ve en una pantalla',
    note: 'Solo cuentan los nombres impresos aquí. Quien falte pide una hoja propia.',
  },
} as const satisfies Record<Language, Record<string, string>>
