import { cache } from 'react'
import type { Actor } from '#lib/kernel/access'
import { type Language, languages } from '#lib/law/lessons/lesson'
import { read } from '#lib/platform/db'

/** The language in which the actor reads trainings; asked once for each page. */
export const languageOf = cache(async (actor: Actor): Promise<Language> => {
  const found = await read(actor, (tx) =>
    tx.person.findFirst({ where: { id: actor.personId }, select: { language: true } }),
  )
  return languages.find((one) => one === found?.language) ?? 'en'
})
