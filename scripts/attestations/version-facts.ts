import { createHash } from 'node:crypto'

// Written anew and apart from lib/training, so that a fault there does not hide itself here.

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** JSON with sorted keys and without spaces: the form in which contents were hashed. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${sorted(member)}`).join(',')}}`
}

interface Text {
  title: string
  body: string
  questions: { key: string; options: { key: string; right: boolean }[] }[]
  package?: { sha256: string }
}

interface Content {
  ref: string
  number: number
  passPercent: number
  texts: { en: Text; es?: Text }
  files: { sha256: string }[]
}

/** What a signature says of the text that was read, found from a version's stored content. */
export interface VersionFacts {
  sha256: string
  ref: string
  number: number
  passPercent: number
  /** By the language that was read. */
  texts: Record<
    string,
    { title: string; hash: string; right: Record<string, string>; package: string | null }
  >
}

/** The facts of a version; throws when its content is no content. */
export function factsOf(stored: string): VersionFacts {
  const { ref, number, passPercent, texts, files } = JSON.parse(stored) as Content
  const shown = files.map((file) => file.sha256)
  return {
    ...{ sha256: sha256(stored), ref, number, passPercent },
    texts: Object.fromEntries(
      Object.entries(texts).map(([language, { title, body, questions, package: played }]) => [
        language,
        {
          title,
          package: played?.sha256 ?? null,
          hash: sha256(
            sorted({
              language,
              title,
              body,
              questions,
              files: shown,
              ...(played ? { package: played } : {}),
            }),
          ),
          right: Object.fromEntries(
            questions.map(({ key, options }) => [key, options.find((option) => option.right)?.key ?? '']),
          ),
        },
      ]),
    ),
  }
}
