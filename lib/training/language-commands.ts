import { z } from 'zod'
import { defineCommand } from '#lib/kernel/command'
import { notFound } from '#lib/kernel/errors'
import { type Language, languageNames, languages } from '#lib/law/lessons/lesson'
import type { Tx } from '#lib/platform/db'

const input = z.object({ language: z.enum(languages, 'Choose a language.') })

/** In which language somebody reads from now on; the sentence that tells of it. */
export async function speak(tx: Tx, personId: string, language: Language): Promise<string> {
  // Its own column alone: no version, so that it never stands in the way of somebody who edits the person.
  const { count } = await tx.person.updateMany({ where: { id: personId }, data: { language } })
  if (count === 0) throw notFound()
  return `Chose to read trainings in ${languageNames[language]}`
}

/** Remembers in which language the actor reads trainings. */
export const chooseLanguage = defineCommand({
  name: 'training.language',
  permission: 'training.take-own',
  input,
  run: async ({ tx, actor }, { language }) => ({
    value: { language },
    events: [{ sentence: await speak(tx, actor.personId, language) }],
  }),
})
