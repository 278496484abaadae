import { dateOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { count, shorten } from '#lib/base/text'
import { recordOf } from '#lib/frameworks/commands'
import { uploadOf } from '#lib/frameworks/own-upload'
import { archiveInput, frameworkPrefix, importInput } from '#lib/frameworks/schema'
import { type Actor, canAt, requireAt } from '#lib/kernel/access'
import { insertRows } from '#lib/kernel/bulk'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { invalid, notFound } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { read } from '#lib/platform/db'

/** A framework that a newer edition can take the place of. */
export function replaceable(
  actor: Actor,
): Promise<{ id: string; ref: string; name: string; edition: string }[]> {
  if (!canAt(actor, 'framework.import', [])) return Promise.resolve([])
  return read(actor, (tx) =>
    tx.ownFramework.findMany({
      where: { archivedAt: null },
      select: { id: true, ref: true, name: true, edition: true },
      orderBy: [{ name: 'asc' }, { ref: 'asc' }],
    }),
  )
}

/** Makes an uploaded file a framework of the practice. A newer edition takes over what names the same ids. */
export const importFramework = defineCommand({
  name: 'framework.import',
  permission: 'framework.import',
  input: importInput,
  run: async (context, { upload, name, edition, publisher, replaces, columns }) => {
    const { tx, actor, now, today } = context
    requireAt(actor, 'framework.import', [])
    const found = await uploadOf(tx, actor, upload, columns)
    if (!found) throw notFound()
    if (found.problems.length > 0) throw invalid(`It cannot come in like this. ${found.problems[0]}`)
    const old = replaces ? await lockOwn(context, replaces) : null
    const [ref = ''] = await nextReferences(tx, actor.practiceId, frameworkPrefix, 1)
    const id = newId(now.getTime())
    const { practiceId, personId: addedById } = actor
    await tx.ownFramework.create({
      data: {
        ...{ id, practiceId, ref, name, edition, publisher, addedById, addedOn: dateOf(today) },
        ...{ source: found.source, sha256: found.sha256, fileName: found.fileName },
        ...{ createdAt: now, updatedAt: now },
      },
    })
    await insertRows(
      tx,
      'OwnRequirement',
      found.rows.map(({ code, group, title, text }, position) => ({
        ...{ id: newId(now.getTime()), practiceId, frameworkId: id, code, groupTitle: group, title, text },
        position,
      })),
    )
    const carried = old ? await carryOver(context, old.id, id) : 0
    await tx.ownFrameworkUpload.deleteMany({ where: { id: upload } })
    const record = recordOf(context, { key: id, name, own: { ref } })
    return {
      value: { id, requirements: found.rows.length, carried },
      events: [
        {
          sentence: `Brought in ${record.label} with ${count(found.rows.length, 'requirement')} from “${shorten(found.fileName, 80)}”${old ? `, in place of ${old.ref}; ${count(carried, 'control link')} carried over` : ''}`,
          record,
        },
        ...(old
          ? [
              {
                sentence: `Put it away: ${ref} took its place`,
                record: recordOf(context, { key: old.id, name: old.name, own: old }),
              },
            ]
          : []),
      ],
    }
  },
  timeoutMs: 60_000,
})

async function lockOwn({ tx }: CommandContext, id: string, isAway = false) {
  await tx.$executeRaw`SELECT 1 FROM "OwnFramework" WHERE "id" = ${id}::uuid FOR UPDATE`
  const found = await tx.ownFramework.findFirst({
    where: { id, archivedAt: isAway ? { not: null } : null },
    select: { id: true, ref: true, name: true },
  })
  if (!found) throw notFound()
  return found
}

/**
 * What named a requirement of the old edition names the one with the same id in the new one: controls, risks, and what does
 * not apply. What has no such id stays with the old edition, which is put away. A constant number of statements.
 */
async function carryOver({ tx, now }: CommandContext, from: string, to: string): Promise<number> {
  const carried = await tx.$executeRaw`
    INSERT INTO "ControlRequirement" ("practiceId", "controlId", "framework", "requirement")
    SELECT l."practiceId", l."controlId", ${to}, r."code" FROM "ControlRequirement" l
    JOIN "OwnRequirement" r ON r."frameworkId" = ${to}::uuid AND r."code" = l."requirement"
    WHERE l."framework" = ${from}`
  await tx.$executeRaw`
    UPDATE "Control" SET "version" = "version" + 1, "updatedAt" = ${now}
    WHERE "id" IN (SELECT "controlId" FROM "ControlRequirement" WHERE "framework" = ${to})`
  await tx.$executeRaw`
    INSERT INTO "RiskRequirement" ("practiceId", "riskId", "framework", "requirement")
    SELECT l."practiceId", l."riskId", ${to}, r."code" FROM "RiskRequirement" l
    JOIN "OwnRequirement" r ON r."frameworkId" = ${to}::uuid AND r."code" = l."requirement"
    WHERE l."framework" = ${from}`
  await tx.$executeRaw`
    INSERT INTO "RequirementScope" ("practiceId", "framework", "requirement", "reason", "decidedById", "decidedOn")
    SELECT l."practiceId", ${to}, r."code", l."reason", l."decidedById", l."decidedOn" FROM "RequirementScope" l
    JOIN "OwnRequirement" r ON r."frameworkId" = ${to}::uuid AND r."code" = l."requirement"
    WHERE l."framework" = ${from}`
  await tx.$executeRaw`
    INSERT INTO "FrameworkChoice" ("practiceId", "framework", "followed")
    SELECT "practiceId", ${to}, "followed" FROM "FrameworkChoice" WHERE "framework" = ${from}`
  const codes = await tx.ownRequirement.findMany({ where: { frameworkId: to }, select: { code: true } })
  const where = { framework: from, requirement: { in: codes.map(({ code }) => code) } }
  await tx.controlRequirement.deleteMany({ where })
  await tx.riskRequirement.deleteMany({ where })
  await tx.requirementScope.deleteMany({ where })
  await tx.ownFramework.update({
    where: { id: from },
    data: { archivedAt: now, updatedAt: now, version: { increment: 1 } },
  })
  return carried
}

/** Puts a framework away that the practice brought in. It stays to be read, and counts no longer. */
export const archiveFramework = defineCommand({
  name: 'framework.archive',
  permission: 'framework.import',
  input: archiveInput,
  run: async (context, { id, reason }) => {
    requireAt(context.actor, 'framework.import', [])
    const old = await lockOwn(context, id)
    await context.tx.ownFramework.update({
      where: { id },
      data: { archivedAt: context.now, updatedAt: context.now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [
        {
          sentence: 'Put it away',
          record: recordOf(context, { key: id, name: old.name, own: old }),
          reason,
        },
      ],
    }
  },
})

/** Brings a framework back that was put away: it counts again. What a newer edition took over stays with that one. */
export const restoreFramework = defineCommand({
  name: 'framework.restore',
  permission: 'framework.import',
  input: archiveInput,
  run: async (context, { id, reason }) => {
    requireAt(context.actor, 'framework.import', [])
    const old = await lockOwn(context, id, true)
    await context.tx.ownFramework.update({
      where: { id },
      data: { archivedAt: null, updatedAt: context.now, version: { increment: 1 } },
    })
    const record = recordOf(context, { key: id, name: old.name, own: old })
    return { value: { id }, events: [{ sentence: 'Brought it back', record, reason }] }
  },
})
