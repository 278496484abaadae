import { newId } from '#lib/base/ids'
import { type Actor, requireAt } from '#lib/kernel/access'
import type { EventDraft } from '#lib/kernel/audit'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import { defineCommand } from '#lib/kernel/command'
import { conflict, invalid } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { requirementOf } from '#lib/law/frameworks/all-frameworks'
import type { StarterControl } from '#lib/law/library'
import { starterControls } from '#lib/law/library/controls'
import { read } from '#lib/platform/db'
import { visible } from './policy.ts'
import { adoptInput, controlPrefix } from './schema.ts'
import { recordOf, replaceRequirements, settle } from './store.ts'

const byKey = new Map(starterControls.map((control) => [control.key, control]))

/** A starter control, and the control that was made from it. */
export interface LibraryEntry {
  starter: StarterControl
  made: { id: string; ref: string; state: string; archived: boolean } | null
}

/** Every starter control with what the practice made of it. One statement. */
export function controlLibrary(actor: Actor): Promise<LibraryEntry[]> {
  return read(actor, async (tx) => {
    const made = await tx.control.findMany({
      where: { AND: [visible(actor), { starterKey: { not: null } }] },
      select: { id: true, ref: true, state: true, starterKey: true, archivedAt: true },
    })
    const found = new Map(
      made.map(({ starterKey, archivedAt, ...plain }) => [
        starterKey,
        { ...plain, archived: archivedAt !== null },
      ]),
    )
    return starterControls.map((starter) => ({ starter, made: found.get(starter.key) ?? null }))
  })
}

/** Takes starter controls into the register as the practice's own, not started. Archived ones come back as they were. */
export const adoptControls = defineCommand({
  name: 'control.adopt',
  permission: 'control.edit',
  input: adoptInput,
  run: async (context, { keys }) => {
    const { tx, actor, now } = context
    requireAt(actor, 'control.edit', [])
    const wanted = [...new Set(keys)].filter(Boolean)
    const starters = wanted.flatMap((key) => byKey.get(key) ?? [])
    if (starters.length === 0 || starters.length < wanted.length)
      throw invalid('Tick at least one control of the list.', { keys: 'Tick at least one.' })
    const there = await tx.control.findMany({
      where: { starterKey: { in: wanted } },
      select: { id: true, ref: true, title: true, starterKey: true, archivedAt: true, version: true },
    })
    const known = new Set(there.map(({ starterKey }) => starterKey))
    const missing = starters.filter(({ key }) => !known.has(key))
    const back = there.filter(({ archivedAt }) => archivedAt !== null)
    if (missing.length + back.length === 0) throw conflict('They are all in the register already.')
    const refs = await nextReferences(tx, actor.practiceId, controlPrefix, missing.length)
    const made = missing.map((starter, at) => ({
      id: newId(now.getTime()),
      ref: refs[at] ?? '',
      title: starter.title,
      starter,
    }))
    await insertRows(
      tx,
      'Control',
      made.map(({ id, ref, title, starter }) => ({
        ...{ id, practiceId: actor.practiceId, ref, title, does: starter.does, evidence: starter.evidence },
        ...{ state: 'not-started', stateReason: '', testEveryMonths: starter.testEveryMonths, notes: '' },
        ...{ starterKey: starter.key, version: 1 },
        ...{ createdAt: now.toISOString(), updatedAt: now.toISOString() },
      })),
    )
    await replaceRequirements(
      context,
      made.map(({ id, starter }) => ({
        controlId: id,
        refs: starter.requirements.filter((ref) => requirementOf(ref) !== undefined),
      })),
    )
    await updateRows(
      tx,
      'Control',
      back.map(({ id, version }) => ({
        id,
        version: version + 1,
        archivedAt: null,
        updatedAt: now.toISOString(),
      })),
    )
    const [first, ...rest] = [
      ...made.map(
        (control): EventDraft => ({
          sentence: 'Took it from the starter controls',
          record: recordOf(control),
        }),
      ),
      ...back.map(
        (control): EventDraft => ({ sentence: 'Restored it from the archive', record: recordOf(control) }),
      ),
    ]
    if (!first) throw conflict('They are all in the register already.')
    const ids = [...made, ...back].map(({ id }) => id)
    return {
      value: { ids },
      events: [first, ...rest],
      due: await settle(context, { id: { in: ids } }),
    }
  },
})
