import type { CommandContext } from '#lib/kernel/context'
import { invalid } from '#lib/kernel/errors'
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

/** Sets what these risks concern and are tied to, to exactly this. A constant number of statements. */
export async function replaceLinks({ tx, actor }: Context, links: readonly Links[]): Promise<void> {
  const { practiceId } = actor
  const given = (key: Exclude<keyof Links, 'riskId'>) => {
    const some = links.filter((one) => one[key] !== undefined)
    return { some, where: { riskId: { in: some.map(({ riskId }) => riskId) } } }
  }
  const pairs = (some: readonly Links[], key: 'systemIds' | 'vendorIds' | 'siteIds' | 'controlIds') =>
    some.flatMap(({ riskId, [key]: ids = [] }) => [...new Set(ids)].map((id) => ({ riskId, id })))
  const systems = given('systemIds')
  if (systems.some.length > 0) {
    await tx.riskSystem.deleteMany({ where: systems.where })
    await tx.riskSystem.createMany({
      data: pairs(systems.some, 'systemIds').map(({ riskId, id }) => ({ practiceId, riskId, systemId: id })),
    })
  }
  const vendors = given('vendorIds')
  if (vendors.some.length > 0) {
    await tx.riskVendor.deleteMany({ where: vendors.where })
    await tx.riskVendor.createMany({
      data: pairs(vendors.some, 'vendorIds').map(({ riskId, id }) => ({ practiceId, riskId, vendorId: id })),
    })
  }
  const sites = given('siteIds')
  if (sites.some.length > 0) {
    await tx.riskSite.deleteMany({ where: sites.where })
    await tx.riskSite.createMany({
      data: pairs(sites.some, 'siteIds').map(({ riskId, id }) => ({ practiceId, riskId, siteId: id })),
    })
  }
  const controls = given('controlIds')
  if (controls.some.length > 0) {
    await tx.riskControl.deleteMany({ where: controls.where })
    await tx.riskControl.createMany({
      data: pairs(controls.some, 'controlIds').map(({ riskId, id }) => ({
        practiceId,
        riskId,
        controlId: id,
      })),
    })
  }
  const tied = given('requirements')
  if (tied.some.length > 0) {
    await tx.riskRequirement.deleteMany({ where: tied.where })
    await tx.riskRequirement.createMany({
      data: tied.some.flatMap(({ riskId, requirements = [] }) =>
        requirements.map(({ framework, requirement }) => ({ practiceId, riskId, framework, requirement })),
      ),
      skipDuplicates: true,
    })
  }
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
