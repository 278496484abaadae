import { z } from 'zod'
import { newId } from '#lib/base/ids'
import { read } from '#lib/platform/db'
import { type Actor, can } from './access.ts'
import type { RecordRef } from './audit.ts'
import { defineCommand } from './command.ts'
import type { CommandContext } from './context.ts'
import { conflict, forbidden, invalid, notFound } from './errors.ts'

const mostViews = 40

/** A list's search, filters, sort and columns under a name. */
export interface SavedView {
  id: string
  name: string
  /** The list's query, '' or '?…'; parsed like any URL when it is opened. */
  query: string
  shared: boolean
  /** Whether the reader made it; shared views of others can only be opened. */
  mine: boolean
}

const name = z.string().trim().min(1, 'Give the view a name.').max(60, 'At most 60 characters.')
const query = z
  .string()
  .max(2_000, 'This view is too long to save: choose fewer filters.')
  .regex(/^(\?[\w.~*+%,=&-]*)?$/)
const shared = z
  .enum(['yes', 'no'])
  .default('no')
  .transform((answer) => answer === 'yes')

const saveInput = z.strictObject({ kind: z.string().regex(/^[a-z][a-z-]{0,40}$/), name, query, shared })
const renameInput = z.strictObject({ id: z.uuid(), name, shared })
const deleteInput = z.strictObject({ id: z.uuid() })

const viewRecord = (view: { id: string; name: string }): RecordRef => ({
  kind: 'saved-view',
  id: view.id,
  label: view.name,
})

/** The actor's own views of a list and those shared with everybody who may open it, by name. */
export function listViews(actor: Actor, kind: string): Promise<SavedView[]> {
  return read(actor, async (tx) => {
    const found = await tx.savedView.findMany({
      where: { kind, OR: [{ personId: actor.personId }, { shared: true }] },
      select: { id: true, name: true, query: true, shared: true, personId: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    })
    return found.map(({ personId, ...view }) => ({ ...view, mine: personId === actor.personId }))
  })
}

function requireShare(actor: Actor, wanted: boolean): void {
  if (wanted && !can(actor, 'view.share')) throw forbidden()
}

async function ownView({ tx, actor }: CommandContext, id: string) {
  const view = await tx.savedView.findFirst({ where: { id, personId: actor.personId } })
  if (!view) throw notFound()
  return view
}

/** Saves a view under a name; an own view of that name is replaced. */
export const saveView = defineCommand({
  name: 'view.save',
  permission: 'workspace.enter',
  input: saveInput,
  run: async ({ tx, actor, now }, input) => {
    requireShare(actor, input.shared)
    const { practiceId, personId } = actor
    const own = { practiceId, personId, kind: input.kind }
    const before = await tx.savedView.findFirst({ where: { ...own, name: input.name } })
    if (!before && (await tx.savedView.count({ where: own })) >= mostViews)
      throw conflict(`You have ${mostViews} views of this list. Delete one first.`)
    const id = before?.id ?? newId(now.getTime())
    if (before) {
      const data = { query: input.query, shared: input.shared }
      await tx.savedView.update({ where: { id }, data })
    } else await tx.savedView.create({ data: { ...own, ...input, id, createdAt: now } })
    const sentence = `${before ? 'Replaced' : 'Saved'} the view “${input.name}”${input.shared ? ' for everybody' : ''}`
    return { value: { id }, events: [{ sentence, record: viewRecord({ id, name: input.name }) }] }
  },
})

/** Gives an own view another name, and shares it or stops sharing it. */
export const renameView = defineCommand({
  name: 'view.rename',
  permission: 'workspace.enter',
  input: renameInput,
  run: async (context, input) => {
    const { tx, actor } = context
    const view = await ownView(context, input.id)
    if (!view.shared) requireShare(actor, input.shared)
    const { personId, kind } = view
    const twin = await tx.savedView.findFirst({
      where: { personId, kind, name: input.name, id: { not: view.id } },
    })
    if (twin)
      throw invalid('Please check the marked fields.', { name: 'Another view of yours has this name.' })
    const data = { name: input.name, shared: input.shared }
    await tx.savedView.update({ where: { id: view.id }, data })
    const changes = [
      ...(view.name === input.name ? [] : [`renamed the view “${view.name}” to “${input.name}”`]),
      ...(view.shared === input.shared ? [] : [input.shared ? 'shared it' : 'stopped sharing it']),
    ].join('; ')
    const sentence = changes ? changes.charAt(0).toUpperCase() + changes.slice(1) : 'Saved it without changes'
    return { value: { id: view.id }, events: [{ sentence, record: viewRecord({ ...view, ...data }) }] }
  },
})

/** Deletes an own view; whoever may share views also deletes shared ones, such as those of people who left. */
export const deleteView = defineCommand({
  name: 'view.delete',
  permission: 'workspace.enter',
  input: deleteInput,
  run: async ({ tx, actor }, { id }) => {
    const own = { personId: actor.personId }
    const view = await tx.savedView.findFirst({
      where: { id, ...(can(actor, 'view.share') ? { OR: [own, { shared: true }] } : own) },
    })
    if (!view) throw notFound()
    await tx.savedView.delete({ where: { id } })
    const sentence = `Deleted the view “${view.name}”`
    return { value: { id }, events: [{ sentence, record: viewRecord(view) }] }
  },
})
