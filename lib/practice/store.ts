import type { RecordRef } from '#lib/kernel/audit'
import { staleVersion } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { type PracticeSettings, settingsOf } from './queries.ts'
import { practiceKind } from './schema.ts'

/** The settings, locked until the transaction ends; refuses when they were changed since `version`. */
export async function lockSettings(
  { tx, actor }: CommandContext,
  version: number,
): Promise<PracticeSettings> {
  await tx.$executeRaw`SELECT 1 FROM "Practice" WHERE "id" = ${actor.practiceId}::uuid FOR NO KEY UPDATE`
  const settings = await settingsOf(tx, actor.practiceId)
  if (settings.version !== version) throw await staleVersion(tx, practiceKind, settings.id)
  return settings
}

export const recordOf = (practice: { id: string; name: string }): RecordRef => ({
  kind: practiceKind,
  id: practice.id,
  label: practice.name,
})

/** 'Changed a; changed b', or that nothing was. */
export function changesInWords(changes: readonly (string | false)[]): string {
  const said = changes.filter((change) => change !== false).join('; ')
  return said ? said.charAt(0).toUpperCase() + said.slice(1) : 'Saved the settings without changes'
}
