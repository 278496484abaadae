import type { StarterLesson } from './lesson.ts'

/** One tiny lesson, until the real ones land here. */
const approvedTools: StarterLesson = {
  key: 'approved-tools',
  minutes: 3,
  quarter: 1,
  groups: 'everybody',
  citations: ['45 CFR 164.308(a)(5)(i)'],
  texts: {
    en: {
      title: 'Approved tools only',
      body: 'Use the tools that this practice approved, and **ask first** about any other.\n\n## Why it matters\n\nWhat is pasted into a free chatbot has left the practice.\n\n> A nurse wants to shorten a referral letter.\n\n- Look at the list of tools\n- Ask when yours is not there',
      questions: [
        {
          key: 'letter',
          ask: 'A colleague pastes a referral letter into a free chatbot and deletes it after. What now?',
          options: [
            {
              key: 'report',
              text: 'Report it today',
              right: true,
              why: 'Deleting does not undo a disclosure.',
            },
            {
              key: 'nothing',
              text: 'Nothing, it is gone',
              right: false,
              why: 'The provider may have kept it.',
            },
          ],
        },
      ],
    },
    es: {
      title: 'Solo herramientas aprobadas',
      body: 'Use las herramientas que esta clínica aprobó y **pregunte antes** por cualquier otra.\n\n## Por qué importa\n\nLo que se pega en un chatbot gratuito ya salió de la clínica.\n\n> Una enfermera quiere acortar una carta.\n\n- Mire la lista de herramientas\n- Pregunte si la suya no está',
      questions: [
        {
          key: 'letter',
          ask: 'Un colega pega una carta en un chatbot gratuito y luego la borra. ¿Y ahora?',
          options: [
            {
              key: 'report',
              text: 'Avisar hoy mismo',
              right: true,
              why: 'Borrar no deshace la divulgación.',
            },
            { key: 'nothing', text: 'Nada, ya no está', right: false, why: 'El proveedor pudo guardarla.' },
          ],
        },
      ],
    },
  },
}

/** The lessons that come with the product. */
export const starterLessons: readonly StarterLesson[] = [
  approvedTools,
  ...(['prompts', 'scribe', 'speak-up'] as const).map(
    (key, at): StarterLesson => ({
      ...approvedTools,
      key,
      quarter: at === 0 ? 1 : at === 1 ? 2 : 3,
      groups: at === 1 ? ['clinician'] : 'everybody',
      texts: {
        en: { ...approvedTools.texts.en, title: `Stub lesson on ${key}` },
        es: { ...approvedTools.texts.es, title: `Lección de prueba: ${key}` },
      },
    }),
  ),
]

/** A lesson by its key. */
export function starterLesson(key: string): StarterLesson | undefined {
  return starterLessons.find((lesson) => lesson.key === key)
}
