import { dateOf } from '#lib/base/days'
import { requireAt } from '#lib/kernel/access'
import type { RecordRef } from '#lib/kernel/audit'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict, notFound } from '#lib/kernel/errors'
import { type CatalogFramework, catalogFramework } from './catalog.ts'
import { chooseInput, scopeInput, unscopeInput } from './schema.ts'

/** What an event is about: a framework that was brought in is a record, a shipped one is not. */
export function recordOf(
  { actor }: Pick<CommandContext, 'actor'>,
  framework: { key: string; name: string; own: { ref: string } | null },
): RecordRef {
  return framework.own
    ? { kind: 'framework', id: framework.key, label: `${framework.own.ref} ${framework.name}` }
    : { kind: 'practice', id: actor.practiceId, label: actor.practiceName }
}

async function frameworkIn({ tx }: CommandContext, key: string): Promise<CatalogFramework> {
  const framework = await catalogFramework(tx, key)
  if (!framework) throw notFound()
  return framework
}

/** Says whether the practice holds itself to a framework. What is only proposed cannot be held to yet. */
export const chooseFramework = defineCommand({
  name: 'framework.choose',
  permission: 'framework.choose',
  input: chooseInput,
  run: async (context, { framework: key, followed }) => {
    const { tx, actor } = context
    requireAt(actor, 'framework.choose', [])
    const framework = await frameworkIn(context, key)
    if (framework.status === 'proposed')
      throw conflict('This is only proposed. Nobody has to do it, and it may change.')
    if (framework.own?.archived) throw conflict('A newer edition has taken its place.')
    const isFollowed = followed === 'yes'
    // Put anew, not updated: the trail follows updates by an id, which these rows do not have.
    await tx.frameworkChoice.deleteMany({ where: { framework: key } })
    await tx.frameworkChoice.create({
      data: { practiceId: actor.practiceId, framework: key, followed: isFollowed },
    })
    const sentence = isFollowed
      ? `Chose to follow ${framework.name}`
      : `Chose not to follow ${framework.name}`
    return { value: { framework: key }, events: [{ sentence, record: recordOf(context, framework) }] }
  },
})

/** Says that a requirement does not apply to the practice, and why. */
export const leaveOut = defineCommand({
  name: 'requirement.leave-out',
  permission: 'requirement.scope',
  input: scopeInput,
  run: async (context, { framework: key, requirement, reason }) => {
    const { tx, actor, today } = context
    requireAt(actor, 'requirement.scope', [])
    const framework = await frameworkIn(context, key)
    if (!framework.requirements.some(({ id }) => id === requirement)) throw notFound()
    const { practiceId, personId: decidedById } = actor
    await tx.requirementScope.deleteMany({ where: { framework: key, requirement } })
    await tx.requirementScope.create({
      data: { practiceId, framework: key, requirement, reason, decidedById, decidedOn: dateOf(today) },
    })
    return {
      value: { framework: key, requirement },
      events: [
        {
          sentence: `Said that ${framework.shortName} ${requirement} does not apply`,
          record: recordOf(context, framework),
          reason,
        },
      ],
    }
  },
})

/** Takes back that a requirement does not apply. */
export const takeIn = defineCommand({
  name: 'requirement.take-in',
  permission: 'requirement.scope',
  input: unscopeInput,
  run: async (context, { framework: key, requirement }) => {
    const { tx, actor } = context
    requireAt(actor, 'requirement.scope', [])
    const framework = await frameworkIn(context, key)
    const { count } = await tx.requirementScope.deleteMany({ where: { framework: key, requirement } })
    if (count === 0) throw notFound()
    return {
      value: { framework: key, requirement },
      events: [
        {
          sentence: `Said that ${framework.shortName} ${requirement} applies again`,
          record: recordOf(context, framework),
        },
      ],
    }
  },
})
