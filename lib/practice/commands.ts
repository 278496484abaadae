import { listInWords, squeeze } from '#lib/base/text'
import { isRole, roles } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import { forbidden, invalid } from '#lib/kernel/errors'
import { optionLabel } from '#lib/kernel/table'
import { timeZones } from '#lib/people/places'
import * as schema from './schema.ts'
import { changesInWords, lockSettings, recordOf } from './store.ts'

const rolesInWords = (held: readonly string[]) =>
  listInWords(held.map((role) => (isRole(role) ? roles[role].label : role))) || 'nobody'
const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join()

export const changeFacts = defineCommand({
  name: 'practice.facts',
  permission: 'practice.settings',
  input: schema.factsInput,
  run: async (context, { version, ...facts }) => {
    const before = await lockSettings(context, version)
    await context.tx.practice.update({
      where: { id: before.id },
      data: { ...facts, version: { increment: 1 } },
    })
    const sentence = changesInWords([
      facts.name !== before.name && `renamed the practice from “${before.name}” to “${facts.name}”`,
      !same(facts.states, before.states) &&
        `changed the states from ${listInWords(before.states)} to ${listInWords(facts.states)}`,
      facts.timeZone !== before.timeZone &&
        `changed the time zone from ${optionLabel(timeZones, before.timeZone)} to ${optionLabel(timeZones, facts.timeZone)}`,
    ])
    return { value: null, events: [{ sentence, record: recordOf({ ...before, name: facts.name }) }] }
  },
})

export const changeSecurity = defineCommand({
  name: 'practice.security',
  permission: 'practice.settings',
  input: schema.securityInput,
  run: async (context, { version, ...rules }) => {
    const before = await lockSettings(context, version)
    await context.tx.practice.update({
      where: { id: before.id },
      data: { ...rules, version: { increment: 1 } },
    })
    const sentence = changesInWords([
      rules.idleMinutes !== before.idleMinutes &&
        `changed the time to automatic sign-out from ${before.idleMinutes} to ${rules.idleMinutes} idle minutes`,
      rules.sessionHours !== before.sessionHours &&
        `changed the longest session from ${before.sessionHours} to ${rules.sessionHours} hours`,
      !same(rules.mfaRoles, before.mfaRoles) &&
        `changed who needs a second factor from ${rolesInWords(before.mfaRoles)} to ${rolesInWords(rules.mfaRoles)}`,
    ])
    return { value: null, events: [{ sentence, record: recordOf(before) }] }
  },
})

/** Removes the demo practice with everything in it, the actor's own session included. */
export const wipeDemo = defineCommand({
  name: 'practice.wipe-demo',
  permission: 'practice.wipe-demo',
  input: schema.wipeInput,
  run: async ({ tx, actor }, { name }) => {
    const practice = await tx.practice.findUniqueOrThrow({
      where: { id: actor.practiceId },
      select: { id: true, name: true, isDemo: true },
    })
    if (!practice.isDemo) throw forbidden()
    if (name.toLowerCase() !== squeeze(practice.name).toLowerCase())
      throw invalid('Please check the marked fields.', { name: `Type “${practice.name}”.` })
    await tx.$executeRaw`SELECT wipe_demo_practice(${practice.id}::uuid)`
    return {
      value: null,
      events: [{ sentence: `Removed the demo practice ${practice.name}`, record: recordOf(practice) }],
    }
  },
  timeoutMs: 120_000,
})
