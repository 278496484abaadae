import { newId } from '#lib/base/ids'
import { requireAt } from '#lib/kernel/access'
import { insertRows } from '#lib/kernel/bulk'
import type { CommandContext } from '#lib/kernel/context'
import type { ImportValues, Written } from '#lib/kernel/record'
import { nextReferences } from '#lib/kernel/reference'
import { optionLabel } from '#lib/kernel/table'
import { recordOf } from './commands.ts'
import { notLookedAt } from './due.ts'
import * as shared from './import-rows.ts'
import { importedFacts } from './import-values.ts'
import { stages } from './options.ts'
import { systemPrefix } from './schema.ts'
import { conclude, dueSync } from './store.ts'

/** Adds the AI systems of a file in a constant number of statements. */
export async function createSystems(
  context: CommandContext,
  rows: readonly ImportValues[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return shared.nothingWritten
  const { tx, actor, now, today } = context
  const { practiceId } = actor
  const refs = await nextReferences(tx, practiceId, systemPrefix, rows.length)
  const made = rows.map((values, at) => {
    const { siteIds = [], safeguards = {}, ...given } = importedFacts(values)
    requireAt(actor, 'ai-system.import', siteIds)
    const facts = { ...shared.blank, ...given, proposedOn: given.proposedOn ?? today }
    const approvedOn =
      given.approvedOn ?? (shared.approvedStages.includes(facts.stage) ? facts.proposedOn : null)
    const { duties, ...concluded } = conclude(
      { ...facts, ...notLookedAt, approvedOn, registeredOn: today, archived: false, flows: [] },
      actor.cadences,
    )
    // Nobody said since when it is in review, suspended or retired.
    const since =
      { proposed: facts.proposedOn, approved: approvedOn, 'in-use': approvedOn }[facts.stage] ?? today
    const system = {
      ...facts,
      ...concluded,
      id: newId(now.getTime()),
      ref: refs[at] ?? '',
      practiceId,
      approvedOn,
      stageSince: since,
      stageReason: shared.importReason,
      version: 1,
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
    }
    return { system, siteIds, safeguards, duties }
  })
  await insertRows(
    tx,
    'AiSystem',
    made.map(({ system }) => system),
  )
  await shared.insertSites(
    context,
    made.map(({ system, siteIds }) => ({ id: system.id, siteIds })),
  )
  await shared.putSafeguards(
    context,
    made.map(({ system, safeguards }) => ({ id: system.id, safeguards })),
  )
  return {
    records: made.map(({ system }) => ({ id: system.id, label: `${system.ref} ${system.name}`, version: 1 })),
    events: made.map(({ system }) => ({
      sentence: `Brought in as ${optionLabel(stages, system.stage).toLowerCase()} ${cause}`,
      record: recordOf({ id: system.id, label: `${system.ref} ${system.name}` }),
    })),
    due: made.map(({ system, siteIds, duties }) => dueSync(system, siteIds, duties)),
  }
}
