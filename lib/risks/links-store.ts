import { insertRows } from '#lib/kernel/bulk'
import type { CommandContext } from '#lib/kernel/context'
import { invalid } from '#lib/kernel/errors'
import { requirementKey } from '#lib/law/frameworks/all-frameworks'
import { visibleSystems } from './policy.ts'

/** What risks concern and are tied to, by risk. A list that is absent stays as it is. */
export interface Links {
  riskId: string
  systemIds?: readonly string[] | undefined
  vendorIds?: readonly string[] | undefined
  siteIds?: readonly string[] | undefined
  controlIds?: readonly string[] | undefined
  requirements?: readonly { framework: string; requirement: string }[] | undefined
}

type Context = Pick<CommandContext, 'tx' | 'actor'>
type IdList = 'systemIds' | 'vendorIds' | 'siteIds' | 'controlIds'

/** What new risks concern and are tied to. A constant number of statements. */
export async function addLinks({ tx, actor }: Context, links: readonly Links[]): Promise<void> {
  const { practiceId } = actor
  const rows = (key: IdList, column: string) =>
    links.flatMap(({ riskId, [key]: ids = [] }) =>
      [...new Set(ids)].map((id) => ({ practiceId, riskId, [column]: id })),
    )
  await insertRows(tx, 'RiskSystem', rows('systemIds', 'systemId'))
  await insertRows(tx, 'RiskVendor', rows('vendorIds', 'vendorId'))
  await insertRows(tx, 'RiskSite', rows('siteIds', 'siteId'))
  await insertRows(tx, 'RiskControl', rows('controlIds', 'controlId'))
  await insertRows(
    tx,
    'RiskRequirement',
    links.flatMap(({ riskId, requirements = [] }) =>
      [...new Map(requirements.map((ref) => [requirementKey(ref), ref])).values()].map(
        ({ framework, requirement }) => ({ practiceId, riskId, framework, requirement }),
      ),
    ),
  )
}

/** Sets what these risks concern and are tied to, to exactly this. A constant number of statements. */
export async function replaceLinks(context: Context, links: readonly Links[]): Promise<void> {
  const { tx } = context
  const given = (key: Exclude<keyof Links, 'riskId'>) => {
    const riskId = { in: links.flatMap((one) => (one[key] === undefined ? [] : [one.riskId])) }
    return riskId.in.length > 0 ? { where: { riskId } } : null
  }
  const [systems, vendors, sites] = [given('systemIds'), given('vendorIds'), given('siteIds')]
  const [controls, requirements] = [given('controlIds'), given('requirements')]
  if (systems) await tx.riskSystem.deleteMany(systems)
  if (vendors) await tx.riskVendor.deleteMany(vendors)
  if (sites) await tx.riskSite.deleteMany(sites)
  if (controls) await tx.riskControl.deleteMany(controls)
  if (requirements) await tx.riskRequirement.deleteMany(requirements)
  await addLinks(context, links)
}

interface Worded {
  systemIds: readonly string[]
  vendorIds: readonly string[]
  controlIds: readonly string[]
  systemRefs: string
  vendorRefs: string
  controlRefs: string
}

const refsIn = (words: string) =>
  words
    .split(/[;,\s]+/)
    .map((word) => word.trim().toUpperCase())
    .filter(Boolean)

/** What is chosen together with what is named by reference; refused when a reference is nobody's. */
export async function withReferences<Given extends Worded>(
  { tx, actor }: Context,
  { systemRefs, vendorRefs, controlRefs, ...given }: Given,
) {
  const problems: Record<string, string> = {}
  const resolve = async (
    field: string,
    words: string,
    find: (ref: { in: string[] }) => Promise<{ id: string; ref: string }[]>,
  ) => {
    const refs = refsIn(words)
    if (refs.length === 0) return []
    const found = await find({ in: refs })
    const missing = refs.find((ref) => found.every((one) => one.ref !== ref))
    if (missing) problems[field] = `There is no ${missing} in the register.`
    return found.map(({ id }) => id)
  }
  const select = { id: true, ref: true } as const
  const systems = await resolve('systemRefs', systemRefs, (ref) =>
    tx.aiSystem.findMany({ where: { AND: [{ ref }, visibleSystems(actor)] }, select }),
  )
  const vendors = await resolve('vendorRefs', vendorRefs, (ref) =>
    tx.vendor.findMany({ where: { ref }, select }),
  )
  const controls = await resolve('controlRefs', controlRefs, (ref) =>
    tx.control.findMany({ where: { ref }, select }),
  )
  if (Object.keys(problems).length > 0) throw invalid('Please check the marked fields.', problems)
  return {
    ...given,
    systemIds: [...given.systemIds, ...systems],
    vendorIds: [...given.vendorIds, ...vendors],
    controlIds: [...given.controlIds, ...controls],
  }
}

interface Chosen {
  systemIds: readonly string[]
  vendorIds: readonly string[]
  siteIds: readonly string[]
  controlIds: readonly string[]
}

/** What a risk names is in the register and open to the actor. Gives back the sites where the risk then belongs. */
export async function requireNamed({ tx, actor }: Context, chosen: Chosen): Promise<string[]> {
  const wanted = (ids: readonly string[]) => ({ id: { in: [...new Set(ids)] } })
  const problems: Record<string, string> = {}
  const missing = 'One of those chosen is not in the register any more. Look at the list again.'
  const systems =
    chosen.systemIds.length > 0
      ? await tx.aiSystem.findMany({
          where: { AND: [wanted(chosen.systemIds), visibleSystems(actor)] },
          select: { sites: { select: { siteId: true } } },
        })
      : []
  if (systems.length !== new Set(chosen.systemIds).size) problems['systemIds'] = missing
  for (const [field, ids, count] of [
    ['vendorIds', chosen.vendorIds, () => tx.vendor.count({ where: wanted(chosen.vendorIds) })],
    ['siteIds', chosen.siteIds, () => tx.site.count({ where: wanted(chosen.siteIds) })],
    ['controlIds', chosen.controlIds, () => tx.control.count({ where: wanted(chosen.controlIds) })],
  ] as const)
    if (ids.length > 0 && (await count()) !== new Set(ids).size) problems[field] = missing
  if (Object.keys(problems).length > 0) throw invalid('Please check the marked fields.', problems)
  const ofSystems = systems.flatMap(({ sites }) => sites.map(({ siteId }) => siteId))
  return [...new Set([...chosen.siteIds, ...ofSystems])].sort()
}
