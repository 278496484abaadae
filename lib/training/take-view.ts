import { dayOf } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { statementOf } from '#lib/law/lessons/attestation-statement'
import { textIn } from '#lib/law/lessons/course-content'
import type { CoursePackage } from '#lib/law/lessons/course-package'
import { type CheckQuestion, type Language, languages } from '#lib/law/lessons/lesson'
import type { Tx } from '#lib/platform/db'
import { attestationOf } from './attestation.ts'
import { dayIn, instantIn } from './days-in.ts'
import { findTaking, type Taking, type Taught } from './taking.ts'

/** What somebody reads, answers and signs, in one language. */
export interface TakeText {
  /** English where the course is not written in the language that was asked for. */
  language: Language
  title: string
  body: string
  questions: readonly CheckQuestion[]
  /** What is played before signing; null where nothing is. */
  package: CoursePackage | null
  /** The exact sentence to sign. */
  statement: string
  due: string
}

/** What became of a signature. */
export interface Receipt {
  attestationId: string
  title: string
  sha256: string
  /** In words, in the practice's time zone. */
  signedAt: string
}

/** A training as the one who has to do it sees it. */
export interface TakeView {
  id: string
  personName: string
  /** The person's own choice. */
  language: Language
  minutes: number
  kind: 'lesson' | 'outside'
  url: string
  provider: string
  passPercent: number
  versionId: string
  texts: Record<Language, TakeText>
  /** What the lesson shows. */
  files: readonly { id: string; fileName: string; type: string }[]
}

export type Seen =
  | { state: 'open'; view: TakeView; taught: Taught }
  | { state: 'signed'; receipt: Receipt; language: Language }
  /** Closed, or nothing to read. */
  | { state: 'closed' | 'nothing'; title: string; language: Language }

/** What somebody has to sign; null when it is not theirs. */
export async function seeTaking(tx: Tx, actor: Actor, id: string): Promise<Seen | null> {
  const taking = await findTaking(tx, id, actor.personId)
  if (!taking) return null
  const language = languageOf(taking)
  const [last] = taking.attestations
  if (taking.signedAt && last) return { state: 'signed', receipt: receiptOf(last, actor.timeZone), language }
  const { title } = taking.campaign
  if (taking.closedFor) return { state: 'closed', title, language }
  if (!taking.taught) return { state: 'nothing', title, language }
  return { state: 'open', view: viewOf(taking, taking.taught, actor), taught: taking.taught }
}

const languageOf = ({ person }: Taking): Language =>
  languages.find((language) => language === person.language) ?? 'en'

/** A signature as the page confirms it. */
export function receiptOf(
  { id, sha256, signedAt, content }: { id: string; sha256: string; signedAt: Date; content: string },
  timeZone: string,
): Receipt {
  const { course, language } = attestationOf(content)
  return { attestationId: id, title: course.title, sha256, signedAt: instantIn(language, signedAt, timeZone) }
}

function viewOf(taking: Taking, { versionId, content }: Taught, actor: Actor): TakeView {
  const { kind, url, provider, passPercent, minutes } = content
  const text = (wanted: Language): TakeText => {
    const { language, text: read } = textIn(content, wanted)
    const names = {
      personName: taking.person.name,
      courseTitle: read.title,
      practiceName: actor.practiceName,
    }
    return {
      language,
      ...read,
      package: read.package ?? null,
      statement: statementOf(language, names),
      due: dayIn(wanted, dayOf(taking.dueOn)),
    }
  }
  return {
    ...{ id: taking.id, personName: taking.person.name, language: languageOf(taking) },
    ...{ kind, url, provider, passPercent, minutes, versionId },
    texts: { en: text('en'), es: text('es') },
    files: content.files.map(({ id, fileName, type }) => ({ id, fileName, type })),
  }
}
