import { isId } from '#lib/base/ids'
import type { Framework, RequirementStatus } from '#lib/law/framework'
import {
  frameworkOf,
  requirementKey,
  requirementOf,
  requirementRef,
  shippedFrameworks,
} from '#lib/law/frameworks/all-frameworks'
import { frameworkNames, requirementWords } from '#lib/law/frameworks/requirement-words'
import type { Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { followedByDefault } from './defaults.ts'

/** A framework as lists show it: shipped, or brought in by the practice. */
export interface ListedFramework {
  key: string
  name: string
  shortName: string
  version: string
  publisher: string
  status: RequirementStatus
  isOwn: boolean
  /** Whether the practice holds itself to it. What is only proposed is never followed. */
  followed: boolean
  requirements: number
}

/** Every framework that is in use, the shipped ones first. Three statements. */
export async function listFrameworks(tx: Tx): Promise<ListedFramework[]> {
  const choices = new Map(
    (await tx.frameworkChoice.findMany({ select: { framework: true, followed: true } })).map((row) => [
      row.framework,
      row.followed,
    ]),
  )
  const own = await tx.ownFramework.findMany({
    where: { archivedAt: null },
    select: { id: true, ref: true, name: true, edition: true, publisher: true },
    orderBy: [{ name: 'asc' }, { ref: 'asc' }],
  })
  const counted = await tx.ownRequirement.groupBy({ by: ['frameworkId'], _count: { _all: true } })
  const sizes = new Map(counted.map((row) => [row.frameworkId, row._count._all]))
  const listed = [
    ...shippedFrameworks.map(({ requirements, ...framework }) => ({
      ...framework,
      isOwn: false,
      requirements: requirements.length,
    })),
    ...own.map(({ id, name, edition, publisher }) => ({
      ...{ key: id, name, shortName: name, version: edition, publisher },
      ...{ status: 'voluntary' as const, isOwn: true, requirements: sizes.get(id) ?? 0 },
    })),
  ]
  return listed.map((framework) => ({
    key: framework.key,
    name: framework.name,
    shortName: framework.shortName,
    version: framework.version,
    publisher: framework.publisher,
    status: framework.status,
    isOwn: framework.isOwn,
    requirements: framework.requirements,
    followed: framework.status !== 'proposed' && (choices.get(framework.key) ?? followedByDefault(framework)),
  }))
}

/** Whether the practice holds itself to a framework. One statement. */
export async function isFollowed(
  tx: Tx,
  { key, status, own }: Pick<CatalogFramework, 'key' | 'status' | 'own'>,
): Promise<boolean> {
  if (status === 'proposed' || own?.archived) return false
  const choice = await tx.frameworkChoice.findFirst({
    where: { framework: key },
    select: { followed: true },
  })
  return choice?.followed ?? followedByDefault({ key, status, isOwn: own !== null })
}

/** What is known of a framework that the practice brought in, besides its requirements. */
export interface OwnFacts {
  ref: string
  source: string
  fileName: string
  addedByName: string
  addedOn: Date
  archived: boolean
}

/** A framework with its requirements in the shape of the shipped ones. `own`: null where it is one of those. */
export interface CatalogFramework extends Framework {
  own: OwnFacts | null
}

const ownSelect = {
  ...{ id: true, ref: true, name: true, edition: true, publisher: true, source: true, fileName: true },
  ...{ addedOn: true, archivedAt: true, addedBy: { select: { name: true } } },
} as const satisfies Prisma.OwnFrameworkSelect

interface OwnRow {
  code: string
  groupTitle: string
  title: string
  text: string
}

/** What the practice brought in, in the shape of the shipped frameworks. */
function ownAsFramework(
  found: Prisma.OwnFrameworkGetPayload<{ select: typeof ownSelect }>,
  rows: readonly OwnRow[],
): CatalogFramework {
  const groups = [...new Set(rows.map(({ groupTitle }) => groupTitle))]
  const ids = new Map(groups.map((title, at) => [title, `g${at + 1}`]))
  const { name, edition } = found
  return {
    key: found.id,
    name,
    shortName: name,
    version: edition,
    publisher: found.publisher,
    url: '',
    status: 'voluntary',
    effectiveOn: null,
    checkedOn: null,
    note: '',
    groups: groups.map((title) => ({
      id: ids.get(title) ?? '',
      parent: null,
      title: title || 'Without a group',
      says: '',
    })),
    requirements: rows.map(({ code, groupTitle, title, text }) => ({
      ...{ id: code, group: ids.get(groupTitle) ?? '', title, says: text, good: '', asks: '' },
      citation: `${name}${edition ? `, ${edition}` : ''}, ${code}`,
    })),
    own: {
      ref: found.ref,
      source: found.source,
      fileName: found.fileName,
      addedByName: found.addedBy.name,
      addedOn: found.addedOn,
      archived: found.archivedAt !== null,
    },
  }
}

/** Frameworks by their keys, in that order, without those that there are not. Two statements at most. */
export async function catalogFrameworks(tx: Tx, keys: readonly string[]): Promise<CatalogFramework[]> {
  const ids = keys.filter((key) => !frameworkOf(key) && isId(key))
  const own =
    ids.length > 0 ? await tx.ownFramework.findMany({ where: { id: { in: ids } }, select: ownSelect }) : []
  const rows =
    own.length > 0
      ? await tx.ownRequirement.findMany({
          where: { frameworkId: { in: own.map(({ id }) => id) } },
          orderBy: [{ frameworkId: 'asc' }, { position: 'asc' }],
          select: { frameworkId: true, code: true, groupTitle: true, title: true, text: true },
        })
      : []
  const rowsOf = Map.groupBy(rows, ({ frameworkId }) => frameworkId)
  const brought = new Map(own.map((one) => [one.id, ownAsFramework(one, rowsOf.get(one.id) ?? [])]))
  return keys.flatMap((key): CatalogFramework[] => {
    const shipped = frameworkOf(key)
    if (shipped) return [{ ...shipped, own: null }]
    const found = brought.get(key)
    return found ? [found] : []
  })
}

/** A framework by its key; null when there is none. */
export async function catalogFramework(tx: Tx, key: string): Promise<CatalogFramework | null> {
  return (await catalogFrameworks(tx, [key]))[0] ?? null
}

/** A requirement as pages that name it show it. */
export interface NamedRequirement {
  key: string
  framework: string
  frameworkName: string
  id: string
  title: string
  /** As lists and files write it. */
  words: string
  status: RequirementStatus
  /** Of an edition that was replaced. */
  isArchived: boolean
}

/** Requirements by their keys, in the order of the frameworks, without what is in none. Two statements at most. */
export async function namedRequirements(tx: Tx, keys: readonly string[]): Promise<NamedRequirement[]> {
  const refs = keys.flatMap((key) => requirementRef(key) ?? [])
  const ownIds = [...new Set(refs.map(({ framework }) => framework))].filter((key) => isId(key))
  const own = await tx.ownFramework.findMany({
    select: { id: true, ref: true, name: true, archivedAt: true },
  })
  const rows =
    ownIds.length > 0
      ? await tx.ownRequirement.findMany({
          where: {
            frameworkId: { in: ownIds },
            code: { in: refs.map(({ requirement }) => requirement) },
          },
          select: { frameworkId: true, code: true, title: true },
        })
      : []
  const names = frameworkNames(own)
  const titles = new Map(
    rows.map(({ frameworkId, code, title }) => [
      requirementKey({ framework: frameworkId, requirement: code }),
      title,
    ]),
  )
  const archived = new Set(own.flatMap(({ id, archivedAt }) => (archivedAt ? [id] : [])))
  const order = [...names.keys()]
  return refs
    .flatMap((ref) => {
      const framework = frameworkOf(ref.framework)
      const shipped = requirementOf(ref)
      const title = shipped?.title ?? titles.get(requirementKey(ref))
      if (title === undefined) return []
      return {
        key: requirementKey(ref),
        framework: ref.framework,
        frameworkName: names.get(ref.framework) ?? ref.framework,
        id: ref.requirement,
        title,
        words: requirementWords(ref, names),
        status: shipped?.status ?? framework?.status ?? ('voluntary' as const),
        isArchived: archived.has(ref.framework),
      }
    })
    .toSorted((a, b) => order.indexOf(a.framework) - order.indexOf(b.framework))
}
