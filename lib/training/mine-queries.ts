import { type Day, dayOf } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { contentOf, textIn } from '#lib/law/lessons/course-content'
import type { Language, LessonText } from '#lib/law/lessons/lesson'
import { read } from '#lib/platform/db'
import { type AttestationContent, attestationOf } from './attestation.ts'
import { instantIn } from './days-in.ts'
import { spanishMethods } from './mine-words.ts'
import { type Method, methods } from './options.ts'

/** What the actor signed once, in a list. */
export interface OwnSignature {
  id: string
  title: string
  ref: string
  number: number
  signedAt: string
  sha256: string
  takenBack: boolean
  /** In which its title is. */
  language: Language
}

export interface OwnTraining {
  open: { id: string; title: string; language: Language; dueOn: Day; minutes: number; pausedOn: Day | null }[]
  signed: OwnSignature[]
}

/** Most signatures that the list shows: more than twenty years of quarters. */
const mostSignatures = 100

/** What the actor has to sign, and what they ever signed, newest first, in their language. Three statements. */
export function ownTraining(actor: Actor, language: Language): Promise<OwnTraining> {
  const { personId, timeZone } = actor
  return read(actor, async (tx) => {
    const open = await tx.assignment.findMany({
      where: { personId, signedOn: null, closedOn: null, campaign: { archivedAt: null } },
      select: {
        id: true,
        dueOn: true,
        pausedOn: true,
        campaign: {
          select: {
            course: {
              select: {
                ...{ title: true, minutes: true },
                versions: { orderBy: { number: 'desc' }, take: 1, select: { content: true } },
              },
            },
          },
        },
      },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    })
    const signed = await tx.attestation.findMany({
      where: { personId },
      orderBy: [{ signedAt: 'desc' }, { id: 'desc' }],
      take: mostSignatures,
      select: {
        id: true,
        signedAt: true,
        sha256: true,
        content: true,
        corrections: { where: { takesBack: true }, select: { id: true } },
      },
    })
    return {
      open: open.map(({ id, dueOn, pausedOn, campaign }) => ({
        ...{ id, dueOn: dayOf(dueOn), pausedOn: pausedOn && dayOf(pausedOn) },
        ...titleIn(language, campaign.course),
        minutes: campaign.course.minutes,
      })),
      signed: signed.map(({ id, signedAt, sha256, content, corrections }) => {
        const { course, language: signedIn } = attestationOf(content)
        return {
          ...{ id, sha256, title: course.title, ref: course.ref, number: course.number },
          language: signedIn,
          ...{
            signedAt: instantIn(language, signedAt, timeZone, 'medium'),
            takenBack: corrections.length > 0,
          },
        }
      }),
    }
  })
}

/** What a course is called now in this language, and in which it is: English where nobody wrote it in the other. */
function titleIn(
  wanted: Language,
  { title, versions: [latest] }: { title: string; versions: { content: string }[] },
): { title: string; language: Language } {
  if (!latest || wanted === 'en') return { title, language: 'en' }
  const { language, text } = textIn(contentOf(latest.content), wanted)
  return { title: text.title, language }
}

/** A signature with the text as it was signed. */
export interface OwnRecord {
  id: string
  assignmentId: string
  sha256: string
  signedAt: string
  method: string
  said: AttestationContent
  language: Language
  text: LessonText
  /** What the lesson showed. */
  files: readonly { id: string; fileName: string; type: string }[]
  /** What was said of it later. */
  corrections: { id: string; takesBack: boolean; reason: string; at: string; byName: string }[]
}

const methodNames = Object.fromEntries(methods.map(({ value, label }) => [value, label])) as Record<
  Method,
  string
>

/** One of the actor's own signatures, with exactly what was read; null for anybody else's. */
export function ownRecord(actor: Actor, id: string, reader: Language): Promise<OwnRecord | null> {
  if (!isId(id)) return Promise.resolve(null)
  return read(actor, async (tx) => {
    const found = await tx.attestation.findFirst({
      where: { id, personId: actor.personId },
      select: {
        id: true,
        assignmentId: true,
        sha256: true,
        signedAt: true,
        content: true,
        courseVersion: { select: { content: true } },
        corrections: {
          orderBy: { at: 'asc' },
          select: { id: true, takesBack: true, reason: true, at: true, byName: true },
        },
      },
    })
    if (!found) return null
    const said = attestationOf(found.content)
    const taught = contentOf(found.courseVersion.content)
    const at = (instant: Date) => instantIn(reader, instant, actor.timeZone, 'medium')
    return {
      ...{ id, assignmentId: found.assignmentId, sha256: found.sha256, signedAt: at(found.signedAt) },
      ...{ method: reader === 'es' ? spanishMethods[said.method] : methodNames[said.method] },
      said,
      ...textIn(taught, said.language),
      files: taught.files.map(({ id: fileId, fileName, type }) => ({ id: fileId, fileName, type })),
      corrections: found.corrections.map((one) => ({ ...one, at: at(one.at) })),
    }
  })
}
