import { type Day, dayOf, dayOrNull } from '#lib/base/days'
import type { LeftOut } from '#lib/frameworks/answered'
import {
  type CatalogFramework,
  catalogFramework,
  isFollowed,
  type NamedRequirement,
  namedRequirements,
} from '#lib/frameworks/catalog'
import { type Cover, coverOf, type Force, forceOf } from '#lib/frameworks/coverage'
import { type Actor, can } from '#lib/kernel/access'
import type { Requirement } from '#lib/law/framework'
import { linkedTo, proposedFor, requirementKey } from '#lib/law/frameworks/all-frameworks'
import { crosswalkCitations } from '#lib/law/frameworks/crosswalk'
import { suggestedActions } from '#lib/law/frameworks/nist-ai-600-1-actions'
import { read, type Tx } from '#lib/platform/db'
import { maySeeCoverage } from './framework-coverage.ts'
import { type Mending, madeFromStarters, startersFor } from './framework-gaps.ts'
import { type TiedRisk, tiedRisks } from './tied-risks.ts'

/** A control behind a requirement. */
export interface BehindControl {
  id: string
  ref: string
  title: string
  state: string
  testedOn: Day | null
  testResult: string | null
  ownerName: string | null
}

/** A requirement elsewhere that is about the same thing, and the controls that name that one. */
export interface LinkedRequirement extends NamedRequirement {
  publishedBy: string | null
  controls: { id: string; ref: string; title: string }[]
}

/** Everything behind one requirement. */
export interface BehindRequirement {
  framework: CatalogFramework
  followed: boolean
  requirement: Requirement
  force: Force
  cover: Cover
  out: LeftOut | null
  controls: BehindControl[]
  linked: LinkedRequirement[]
  /** Null for those who do not see everything of the practice: a risk may be of one site. */
  risks: TiedRisk[] | null
  /** Null for those who do not read files. */
  files: { id: string; title: string; fileName: string; addedOn: Day; controlRef: string }[] | null
  /** Starter controls that answer it. */
  mending: Mending[]
  /** What the proposal of 2025 would change about it. */
  proposed: readonly Requirement[]
  /** Paragraphs that the crosswalk cites besides, without a requirement here to lead to. */
  alsoCited: string[]
  /** What NIST AI 600-1 suggests doing about it where AI writes, speaks or draws. */
  suggested: { id: string; gist: string }[]
}

const most = 100

const controlSelect = {
  ...{ id: true, ref: true, title: true, state: true, testedOn: true, testResult: true },
  owner: { select: { name: true } },
} as const

/** "Show me everything behind GOVERN 6.1"; null when there is no such requirement or the actor may not see it. */
export function behindRequirement(actor: Actor, key: string, id: string): Promise<BehindRequirement | null> {
  if (!maySeeCoverage(actor)) return Promise.resolve(null)
  return read(actor, async (tx) => {
    const framework = await catalogFramework(tx, key)
    const requirement = framework?.requirements.find((one) => one.id === id)
    if (!framework || !requirement) return null
    const ref = { framework: key, requirement: id }
    const found = await tx.control.findMany({
      where: { archivedAt: null, requirements: { some: ref } },
      select: controlSelect,
      orderBy: [{ state: 'asc' }, { title: 'asc' }],
      take: most,
    })
    const controls = found.map(({ owner, ...control }) => ({
      ...control,
      testedOn: dayOrNull(control.testedOn),
      ownerName: owner?.name ?? null,
    }))
    const scope = await tx.requirementScope.findFirst({
      where: ref,
      select: { reason: true, decidedOn: true, decidedBy: { select: { name: true } } },
    })
    const made = await madeFromStarters(tx)
    return {
      framework,
      followed: await isFollowed(tx, framework),
      requirement,
      force: forceOf(framework, requirement),
      cover: coverOf(answeredBy(controls), scope !== null),
      out: scope && {
        reason: scope.reason,
        decidedOn: dayOf(scope.decidedOn),
        byName: scope.decidedBy.name,
      },
      controls,
      linked: await linkedWithControls(tx, ref),
      risks: await tiedRisks(tx, actor, { requirements: { some: ref } }),
      files: can(actor, 'evidence.read') ? await filesOf(tx, controls) : null,
      mending: startersFor(requirementKey(ref)).map(({ key: starter, title }) => ({
        key: starter,
        title,
        madeId: made.get(starter) ?? null,
      })),
      proposed: key === 'hipaa-security' ? proposedFor(id) : [],
      alsoCited:
        key === 'nist-ai-rmf'
          ? crosswalkCitations.filter((one) => one.requirement === id).map(({ citation }) => citation)
          : [],
      suggested: key === 'nist-ai-rmf' ? suggestedFor(id) : [],
    }
  })
}

const suggestedFor = (subcategory: string) =>
  suggestedActions
    .filter((action) => action.subcategory === subcategory)
    .map(({ id, gist }) => ({ id, gist: gist ?? '' }))

/** The same count as for all requirements at once, from the controls of one. */
function answeredBy(controls: readonly BehindControl[]) {
  const counted = controls.filter(({ state }) => state !== 'not-applicable')
  const begun = counted.filter(({ state }) => state === 'in-place' || state === 'partly')
  return {
    controls: counted.length,
    isBegun: begun.length > 0,
    isCovered: begun.some(
      ({ state, testResult }) => state === 'in-place' && (testResult ?? 'works') === 'works',
    ),
    isFailing: begun.some(({ testResult }) => testResult === 'fails'),
  }
}

type Ref = { framework: string; requirement: string }

async function linkedWithControls(tx: Tx, ref: Ref): Promise<LinkedRequirement[]> {
  const links = linkedTo(ref)
  if (links.length === 0) return []
  const named = await namedRequirements(tx, links.map(requirementKey))
  const rows = await tx.controlRequirement.findMany({
    where: {
      OR: links.map(({ framework, requirement }) => ({ framework, requirement })),
      control: { archivedAt: null, state: { not: 'not-applicable' } },
    },
    select: {
      framework: true,
      requirement: true,
      control: { select: { id: true, ref: true, title: true } },
    },
    orderBy: { controlId: 'asc' },
    take: most * 5,
  })
  const controls = Map.groupBy(rows, requirementKey)
  const published = new Map(links.map((link) => [requirementKey(link), link.publishedBy]))
  return named.map((requirement) => ({
    ...requirement,
    publishedBy: published.get(requirement.key) ?? null,
    controls: (controls.get(requirement.key) ?? []).map(({ control }) => control),
  }))
}

async function filesOf(tx: Tx, controls: readonly BehindControl[]) {
  const refs = new Map(controls.map(({ id, ref }) => [id, ref]))
  const files = await tx.evidence.findMany({
    where: {
      recordKind: 'control',
      recordId: { in: [...refs.keys()] },
      withdrawnAt: null,
      replacedBy: { none: { withdrawnAt: null } },
    },
    select: { id: true, title: true, fileName: true, addedOn: true, recordId: true },
    orderBy: [{ addedOn: 'desc' }, { id: 'desc' }],
    take: most,
  })
  return files.map(({ recordId, ...file }) => ({
    ...file,
    addedOn: dayOf(file.addedOn),
    controlRef: refs.get(recordId) ?? '',
  }))
}
