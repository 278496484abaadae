import { count, listInWords } from '#lib/base/text'
import type { Actor } from '#lib/kernel/access'
import { updateRows } from '#lib/kernel/bulk'
import { defineCommand } from '#lib/kernel/command'
import { conflict } from '#lib/kernel/errors'
import { listStateOf } from '#lib/kernel/list-return'
import type { ListState } from '#lib/kernel/table'
import { requireHere } from '#lib/people/works-here'
import { read } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { lockSystems } from './import-rows.ts'
import { editableBy } from './policy.ts'
import { whereOf } from './queries.ts'
import { nameOwnersInput, systemKind } from './schema.ts'
import { settle } from './store.ts'
import { systemTable } from './table.ts'

/** Those of a list's selection that the actor may edit and that lack an owner or a backup. */
function lacking(actor: Actor, state: ListState): Prisma.AiSystemWhereInput {
  return {
    AND: [whereOf(actor, state), editableBy(actor), { OR: [{ ownerId: null }, { backupId: null }] }],
    archivedAt: null,
  }
}

/** How many AI systems of a list's selection lack an owner, and how many a backup, among those that the actor may edit. */
export function countLacking(actor: Actor, state: ListState): Promise<{ owner: number; backup: number }> {
  return read(actor, async (tx) => ({
    owner: await tx.aiSystem.count({ where: { AND: [lacking(actor, state), { ownerId: null }] } }),
    backup: await tx.aiSystem.count({ where: { AND: [lacking(actor, state), { backupId: null }] } }),
  }))
}

interface Looked {
  ownerId: string | null
  backupId: string | null
}

/** Who answers for a system afterwards: nobody is replaced, and nobody is both. */
export function named(before: Looked, chosen: Looked): Looked {
  const ownerId = before.ownerId ?? (chosen.ownerId === before.backupId ? null : chosen.ownerId)
  const backupId = before.backupId ?? (chosen.backupId === ownerId ? null : chosen.backupId)
  return { ownerId, backupId }
}

/**
 * Names one owner, one backup or both for every AI system of a list's selection that has none. A constant number of
 * statements, however many systems. Its value says in words what was done.
 */
export const nameOwners = defineCommand({
  name: 'ai-system.name-owners',
  permission: 'ai-system.edit',
  input: nameOwnersInput,
  timeoutMs: 120_000,
  run: async (context, { list, ...chosen }) => {
    const { tx, actor, now } = context
    await requireHere(context, chosen)
    const ids = [chosen.ownerId, chosen.backupId].flatMap((id) => id ?? [])
    const people = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
    const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? ''
    const where = lacking(actor, listStateOf(systemTable, list))
    const found = await tx.aiSystem.findMany({ where, select: { id: true } })
    const id = { in: found.map((system) => system.id) }
    await lockSystems(context, id.in)
    const systems = await tx.aiSystem.findMany({
      // Once more, as somebody may have been quicker.
      where: { AND: [{ id }, where] },
      select: { id: true, ref: true, name: true, version: true, ownerId: true, backupId: true },
      orderBy: { ref: 'asc' },
    })
    const changes = systems.flatMap((system) => {
      const after = named(system, chosen)
      const roles = [
        ...(after.ownerId === system.ownerId ? [] : [`${nameOf(after.ownerId)} as the owner`]),
        ...(after.backupId === system.backupId ? [] : [`${nameOf(after.backupId)} as the backup`]),
      ]
      return roles.length > 0 ? [{ system, after, roles }] : []
    })
    const [first, ...others] = changes.map(({ system, roles }) => ({
      sentence: `Named ${listInWords(roles)}`,
      record: { kind: systemKind, id: system.id, label: `${system.ref} ${system.name}` },
    }))
    if (!first) throw conflict('Each of them has somebody already. Nothing was changed.')
    await updateRows(
      tx,
      'AiSystem',
      changes.map(({ system, after }) => ({
        id: system.id,
        ...after,
        version: system.version + 1,
        updatedAt: now.toISOString(),
      })),
    )
    const done = (role: keyof Looked) =>
      changes.filter(({ system, after }) => after[role] !== system[role]).length
    return {
      value: {
        says: inWords([
          { name: nameOf(chosen.ownerId), role: 'the owner', of: done('ownerId') },
          { name: nameOf(chosen.backupId), role: 'the backup', of: done('backupId') },
        ]),
      },
      events: [first, ...others],
      due: await settle(context, { id: { in: changes.map(({ system }) => system.id) } }),
    }
  },
})

function inWords(done: readonly { name: string; role: string; of: number }[]): string {
  const parts = done.filter((one) => one.of > 0)
  return `${listInWords(parts.map(({ name, role, of }) => `${name} is ${role} of ${count(of, 'AI system')} now`))}.`
}
