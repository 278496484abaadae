import { newId } from '#lib/base/ids'
import { requireAt } from '#lib/kernel/access'
import { defineCommand, staleVersion } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, invalid, notFound } from '#lib/kernel/errors'
import { optionLabel } from '#lib/kernel/table'
import { usStates } from './places.ts'
import * as schema from './sites-schema.ts'

const { siteKind } = schema
const recordOf = (site: { id: string; name: string }) => ({ kind: siteKind, id: site.id, label: site.name })

async function lockSite({ tx, actor }: CommandContext, id: string) {
  requireAt(actor, 'site.edit', [id])
  await tx.$executeRaw`SELECT 1 FROM "Site" WHERE "id" = ${id}::uuid FOR UPDATE`
  const site = await tx.site.findUnique({ where: { id } })
  if (!site) throw notFound()
  return site
}

/** Two sites of one name cannot be told apart in a spreadsheet, whatever their capitals. */
async function requireFreeName({ tx }: CommandContext, name: string, self: string | null): Promise<void> {
  const sites = await tx.site.findMany({ select: { id: true, name: true, archivedAt: true } })
  const same = sites.find((site) => site.id !== self && site.name.toLowerCase() === name.toLowerCase())
  if (same)
    throw invalid('Please check the marked fields.', {
      name: same.archivedAt
        ? 'A closed site has this name. Open it again instead.'
        : 'There is a site of this name already.',
    })
}

export const createSite = defineCommand({
  name: 'site.create',
  permission: 'site.edit',
  input: schema.createSiteInput,
  run: async (context, { name, state }) => {
    const { tx, actor, now } = context
    requireAt(actor, 'site.edit', [])
    await requireFreeName(context, name, null)
    const id = newId(now.getTime())
    await tx.site.create({ data: { id, practiceId: actor.practiceId, name, state, createdAt: now } })
    return {
      value: { id },
      events: [
        {
          sentence: `Added the site ${name} in ${optionLabel(usStates, state)}`,
          record: recordOf({ id, name }),
        },
      ],
    }
  },
})

export const editSite = defineCommand({
  name: 'site.edit',
  permission: 'site.edit',
  input: schema.editSiteInput,
  run: async (context, { id, version, name, state }) => {
    const site = await lockSite(context, id)
    if (site.version !== version) throw await staleVersion(context.tx, siteKind, id)
    await requireFreeName(context, name, id)
    await context.tx.site.update({ where: { id }, data: { name, state, version: { increment: 1 } } })
    const changes = [
      ...(name === site.name ? [] : [`renamed it from “${site.name}” to “${name}”`]),
      ...(state === site.state
        ? []
        : [`moved it from ${optionLabel(usStates, site.state)} to ${optionLabel(usStates, state)}`]),
    ].join('; ')
    const sentence = changes ? changes.charAt(0).toUpperCase() + changes.slice(1) : 'Saved it without changes'
    return { value: { id }, events: [{ sentence, record: recordOf({ id, name }) }] }
  },
})

/** Closes a site: it can no longer be chosen; records that name it keep it. */
export const closeSite = defineCommand({
  name: 'site.close',
  permission: 'site.edit',
  input: schema.closeSiteInput,
  run: async (context, { id, version, reason }) => {
    const site = await lockSite(context, id)
    if (site.version !== version) throw await staleVersion(context.tx, siteKind, id)
    if (site.archivedAt) throw conflict('It is closed already.')
    await context.tx.site.update({
      where: { id },
      data: { archivedAt: context.now, version: { increment: 1 } },
    })
    return { value: { id }, events: [{ sentence: 'Closed the site', reason, record: recordOf(site) }] }
  },
})

export const reopenSite = defineCommand({
  name: 'site.reopen',
  permission: 'site.edit',
  input: schema.reopenSiteInput,
  run: async (context, { id }) => {
    const site = await lockSite(context, id)
    if (!site.archivedAt) throw conflict('It is open.')
    await context.tx.site.update({ where: { id }, data: { archivedAt: null, version: { increment: 1 } } })
    return { value: { id }, events: [{ sentence: 'Opened the site again', record: recordOf(site) }] }
  },
})
