import { type Day, dayIn } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, can } from '#lib/kernel/access'
import { read, type Tx } from '#lib/platform/db'
import { type Question, questionsOf } from './question.ts'
import { shippedTemplate, shippedTemplates } from './templates/shipped.ts'

/** A template as the list of templates shows it. */
export interface TemplateSummary {
  /** Its id, or the key of one that comes with the product and was never used or changed here. */
  key: string
  name: string
  about: string
  questions: number
  /** 0 when it is as it came. */
  versionNumber: number
  savedOn: Day | null
  savedByName: string
}

/** A template with its newest questions. */
export interface Template extends Omit<TemplateSummary, 'questions'> {
  questions: readonly Question[]
  /** The record version that an edit is based on; 0 when the practice has no copy of its own. */
  version: number
}

const select = {
  id: true,
  shipped: true,
  name: true,
  about: true,
  version: true,
  versions: {
    orderBy: { number: 'desc' },
    take: 1,
    select: { id: true, number: true, questions: true, savedAt: true, savedByName: true },
  },
} as const

/** The templates in use, those that come with the product first. One statement. */
export async function listTemplates(actor: Actor): Promise<TemplateSummary[]> {
  if (!can(actor, 'questionnaire.read')) return []
  const found = await read(actor, (tx) =>
    tx.questionTemplate.findMany({
      select: { ...select, archivedAt: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  )
  const own = found
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ id, name, about, versions: [last] }) => ({
      key: id,
      ...{ name, about },
      questions: questionsOf(last?.questions ?? []).length,
      versionNumber: last?.number ?? 0,
      savedOn: last ? dayIn(actor.timeZone, last.savedAt) : null,
      savedByName: last?.savedByName ?? '',
    }))
  const copied = new Set(found.map(({ shipped }) => shipped))
  const asTheyCame = shippedTemplates.filter(({ key }) => !copied.has(key))
  return [
    ...asTheyCame.map(({ key, name, about, questions }) => ({
      ...{ key, name, about },
      questions: questions.length,
      versionNumber: 0,
      savedOn: null,
      savedByName: '',
    })),
    ...own,
  ]
}

/** A template by its id or key, for those who may read questionnaires; null when there is none. */
export function getTemplate(actor: Actor, key: string): Promise<Template | null> {
  if (!can(actor, 'questionnaire.read')) return Promise.resolve(null)
  return read(actor, (tx) => findTemplate(tx, actor, key))
}

async function findTemplate(
  tx: Tx,
  { timeZone }: Pick<Actor, 'timeZone'>,
  key: string,
): Promise<Template | null> {
  const found = await tx.questionTemplate.findFirst({
    where: { ...(isId(key) ? { id: key } : { shipped: key }), archivedAt: null },
    select,
  })
  const [last] = found?.versions ?? []
  if (found && last) {
    const { id, name, about, version } = found
    return {
      key: id,
      ...{ name, about, version },
      questions: questionsOf(last.questions),
      versionNumber: last.number,
      savedOn: dayIn(timeZone, last.savedAt),
      savedByName: last.savedByName,
    }
  }
  const shipped = shippedTemplate(key)
  // One that the practice retired is not offered again under its old key.
  const retired = shipped && (await tx.questionTemplate.count({ where: { shipped: key } }))
  if (!shipped || retired) return null
  const { name, about, questions } = shipped
  return { key, name, about, questions, version: 0, versionNumber: 0, savedOn: null, savedByName: '' }
}
