import { isId, newId } from '#lib/base/ids'
import { count, listInWords } from '#lib/base/text'
import { requireAt } from '#lib/kernel/access'
import type { EventDraft, RecordRef } from '#lib/kernel/audit'
import { defineCommand, staleVersion } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, notFound } from '#lib/kernel/errors'
import { type Question, questionsOf } from './question.ts'
import { retireInput, templateInput, templateKind } from './schema.ts'
import { shippedTemplate } from './templates/shipped.ts'

const recordOf = ({ id, name }: { id: string; name: string }): RecordRef => ({
  kind: templateKind,
  id,
  label: `Questions “${name}”`,
})

interface Version {
  id: string
  templateId: string
  name: string
  number: number
  questions: Question[]
}

/** Adds a version of a template; versions are never changed. */
async function addVersion(
  { tx, actor, now }: CommandContext,
  version: Omit<Version, 'id'>,
): Promise<Version> {
  const id = newId(now.getTime())
  await tx.templateVersion.create({
    data: { ...version, id, practiceId: actor.practiceId, savedAt: now, savedByName: actor.name },
  })
  return { ...version, id }
}

/** The practice's own template of this id or key, locked; one that comes with the product is copied when first needed. */
async function ownTemplate(context: CommandContext, key: string) {
  const { tx, actor, now } = context
  // Two who use one for the first time would both copy it.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('question template'), hashtext(${actor.practiceId}))`
  const found = await tx.questionTemplate.findFirst({
    where: isId(key) ? { id: key } : { shipped: key },
    select: { id: true, name: true, about: true, version: true, archivedAt: true },
  })
  if (found?.archivedAt) throw conflict('These questions were retired. Choose others.')
  if (found) return { ...found, isNew: false }
  const shipped = shippedTemplate(key)
  if (!shipped) throw notFound()
  const { name, about } = shipped
  const id = newId(now.getTime())
  await tx.questionTemplate.create({
    data: { id, practiceId: actor.practiceId, shipped: key, name, about, createdAt: now, updatedAt: now },
  })
  return { id, name, about, version: 1, isNew: true }
}

async function newest({ tx }: CommandContext, templateId: string): Promise<Version | null> {
  const found = await tx.templateVersion.findFirst({
    where: { templateId },
    orderBy: { number: 'desc' },
    select: { id: true, name: true, number: true, questions: true },
  })
  return found && { ...found, templateId, questions: questionsOf(found.questions) }
}

/** The version of a template that is sent now. */
export async function versionToSend(context: CommandContext, key: string): Promise<Version> {
  const template = await ownTemplate(context, key)
  const found = await newest(context, template.id)
  if (found) return found
  const { id: templateId, name } = template
  const questions = [...(shippedTemplate(key)?.questions ?? [])]
  return addVersion(context, { templateId, name, number: 1, questions })
}

/** What an edit did, in words: 'added 2 questions, reworded 1 question and retired 1 question'. */
function editInWords(before: readonly Question[], after: readonly Question[]): string {
  const old = new Map(before.map((question) => [question.key, question]))
  const kept = after.filter(({ key }) => old.has(key))
  const added = after.length - kept.length
  const changed = kept.filter((one) => JSON.stringify(one) !== JSON.stringify(old.get(one.key))).length
  const retired = before.length - kept.length
  const order = (questions: readonly Question[]) => questions.map(({ key }) => key).join()
  const keptBefore = before.filter(({ key }) => kept.some((one) => one.key === key))
  const parts = [
    ...(added > 0 ? [`added ${count(added, 'question')}`] : []),
    ...(changed > 0 ? [`changed ${count(changed, 'question')}`] : []),
    ...(retired > 0 ? [`retired ${count(retired, 'question')}`] : []),
    ...(order(keptBefore) !== order(kept) ? ['changed their order'] : []),
  ]
  return parts.length > 0 ? listInWords(parts) : 'left the questions as they were'
}

/** Saves the questions of a template as a new version. What was sent keeps the version it was sent with. */
export const saveTemplate = defineCommand({
  name: 'question-template.save',
  permission: 'questionnaire.template',
  input: templateInput,
  run: async (context, { template: key, version, name, about, questions }) => {
    const { tx, actor, now } = context
    requireAt(actor, 'questionnaire.template', [])
    if (key === '') {
      const id = newId(now.getTime())
      const facts = { id, practiceId: actor.practiceId, name, about, createdAt: now, updatedAt: now }
      await tx.questionTemplate.create({ data: facts })
      await addVersion(context, { templateId: id, name, number: 1, questions })
      const sentence = `Wrote a new set of ${count(questions.length, 'question')}`
      return { value: { id }, events: [{ sentence, record: recordOf({ id, name }) }] }
    }
    const template = await ownTemplate(context, key)
    const { id } = template
    if (!template.isNew && template.version !== version) throw await staleVersion(tx, templateKind, id)
    const last = await newest(context, id)
    const before = last?.questions ?? [...(shippedTemplate(key)?.questions ?? [])]
    if (!last)
      await addVersion(context, { templateId: id, name: template.name, number: 1, questions: before })
    await tx.questionTemplate.update({
      where: { id },
      data: { name, about, updatedAt: now, version: { increment: 1 } },
    })
    const number = (last?.number ?? 1) + 1
    await addVersion(context, { templateId: id, name, number, questions })
    const renamed = name === template.name ? '' : `, and renamed them from “${template.name}”`
    const event: EventDraft = {
      sentence: `Made version ${number}: ${editInWords(before, questions)}${renamed}`,
      record: recordOf({ id, name }),
    }
    return { value: { id }, events: [event] }
  },
})

/** Takes a template out of use. What was sent with it stays. */
export const retireTemplate = defineCommand({
  name: 'question-template.archive',
  permission: 'questionnaire.template',
  input: retireInput,
  run: async (context, { template: id, version }) => {
    const { tx, actor, now } = context
    requireAt(actor, 'questionnaire.template', [])
    const [found] = await tx.questionTemplate.findMany({ where: { id, archivedAt: null } })
    if (!found) throw notFound()
    if (found.version !== version) throw await staleVersion(tx, templateKind, id)

    await tx.questionTemplate.update({
      where: { id },
      data: { archivedAt: now, updatedAt: now, version: { increment: 1 } },
    })
    return { value: { id }, events: [{ sentence: 'Took it out of use', record: recordOf(found) }] }
  },
})
