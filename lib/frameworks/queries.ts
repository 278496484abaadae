import { type Actor, can } from '#lib/kernel/access'
import { read } from '#lib/platform/db'
import * as catalog from './catalog.ts'
import {
  type CatalogFramework,
  catalogFramework,
  type NamedRequirement,
  namedRequirements,
} from './catalog.ts'

/** Every framework that is in use; none for those who may not read them. */
export function listFrameworks(actor: Actor): Promise<catalog.ListedFramework[]> {
  if (!can(actor, 'framework.read')) return Promise.resolve([])
  return read(actor, (tx) => catalog.listFrameworks(tx))
}

/** The frameworks of the practice's own that were put away; none for those who may not read frameworks. */
export function frameworksPutAway(
  actor: Actor,
): Promise<{ id: string; ref: string; name: string; edition: string }[]> {
  if (!can(actor, 'framework.read')) return Promise.resolve([])
  return read(actor, (tx) =>
    tx.ownFramework.findMany({
      where: { archivedAt: { not: null } },
      select: { id: true, ref: true, name: true, edition: true },
      orderBy: [{ name: 'asc' }, { ref: 'asc' }],
    }),
  )
}

/** A framework with its requirements; null when there is none or the actor may not read frameworks. */
export function getFramework(actor: Actor, key: string): Promise<CatalogFramework | null> {
  if (!can(actor, 'framework.read')) return Promise.resolve(null)
  return read(actor, (tx) => catalogFramework(tx, key))
}

/** Requirements by their keys, as pages that name them show them. */
export function requirementsNamed(actor: Actor, keys: readonly string[]): Promise<NamedRequirement[]> {
  if (keys.length === 0 || !can(actor, 'framework.read')) return Promise.resolve([])
  return read(actor, (tx) => namedRequirements(tx, keys))
}
