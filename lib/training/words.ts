import type { Language } from '#lib/law/lessons/lesson'
import { type Words, wordsEn } from './words-en.ts'
import { wordsEs } from './words-es.ts'

/** What the way to a signature says, by language. */
export const words: Readonly<Record<Language, Words>> = { en: wordsEn, es: wordsEs }
