import { newId } from '#lib/base/ids'
import { requireAt } from '#lib/kernel/access'
import { insertRows } from '#lib/kernel/bulk'
import type { CommandContext } from '#lib/kernel/context'
import type { ImportValues, Written } from '#lib/kernel/record'
import { nextReferences } from '#lib/kernel/reference'
import { newActions } from './action-import.ts'
import { differ, factsOf } from './import-values.ts'
import { addLinks } from './links-store.ts'
import { riskPrefix } from './schema.ts'
import { noNumbers, pairOf, scoreOf } from './scores.ts'
import { appetitesOf, keepScores, recordOf, standingOf } from './store.ts'

/** What a risk is when nobody said anything about it. */
export const blank = {
  title: '',
  category: 'operational',
  cause: '',
  event: '',
  consequence: '',
  threat: '',
  vulnerability: '',
  treatment: 'undecided',
  treatmentNote: '',
  identifiedOn: null,
  reviewEveryMonths: 12,
  reviewedOn: null,
  closedOn: null,
  closeReason: '',
  starterKey: null,
  generativeRisk: null,
  ownerId: null,
  backupId: null,
  notes: '',
}

type Context = CommandContext

/** One row of a file as the risk that it becomes, with everything that hangs on it. */
function riskOf(context: Context, values: ImportValues, ref: string) {
  const { actor, now, today } = context
  const id = newId(now.getTime())
  const { given, facts, links, actions = [], scoredOn, numbers } = factsOf(values, noNumbers)
  const current = scoreOf(pairOf(numbers, 'current'))
  const { title = '', category = blank.category, treatment = blank.treatment } = given
  const { reviewEveryMonths = blank.reviewEveryMonths, closedOn = null, reviewedOn = null } = given
  const { ownerId = null, backupId = null } = given
  const standing = {
    ...{ id, ref, title, category, treatment, reviewEveryMonths, closedOn, reviewedOn, ownerId, backupId },
    scoredOn: current === null ? null : (scoredOn ?? today),
    currentScore: current,
    registeredOn: today,
    archived: false,
    acceptedOn: null,
    acceptedUntil: null,
  }
  const row = {
    ...blank,
    ...facts,
    ...numbers,
    ...{ id, ref, scoredOn: standing.scoredOn, acceptanceReason: '', practiceId: actor.practiceId },
    ...{ version: 1, createdAt: now.toISOString(), updatedAt: now.toISOString() },
  }
  return {
    row,
    standing,
    numbers,
    links: { riskId: id, ...links },
    actions: newActions(context, id, actions),
  }
}

/** The sites of these AI systems. One statement. */
async function sitesOfSystems({ tx }: Context, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.aiSystemSite.findMany({
    where: { systemId: { in: [...new Set(ids)] } },
    select: { systemId: true, siteId: true },
  })
  const sites = new Map<string, string[]>()
  for (const { systemId, siteId } of rows) sites.set(systemId, [...(sites.get(systemId) ?? []), siteId])
  return sites
}

/**
 * Adds the risks of a file in a constant number of statements. What follows from a risk is known before it is written: to
 * write it and look at it afterwards took as long again.
 */
export async function create(
  context: Context,
  rows: readonly ImportValues[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return { records: [], events: [], due: [] }
  const { tx, actor } = context
  requireAt(actor, 'risk.import', [])
  const refs = await nextReferences(tx, actor.practiceId, riskPrefix, rows.length)
  const risks = rows.map((values, at) => riskOf(context, values, refs[at] ?? ''))
  const appetites = await appetitesOf(context)
  const systems = risks.flatMap(({ links }) => links.systemIds ?? [])
  const sites = await sitesOfSystems(context, systems)
  const made = risks.map(({ row, standing, links: { siteIds = [], systemIds = [] }, actions }) => {
    const places = new Set([...siteIds, ...systemIds.flatMap((id) => sites.get(id) ?? [])])
    const whole = { ...standing, siteIds: [...places].sort(), actions: actions.map(({ facts }) => facts) }
    const { duties, follows } = standingOf(whole, appetites, context)
    return { row: { ...row, ...follows }, duties, record: recordOf(standing) }
  })
  await insertRows(
    tx,
    'Risk',
    made.map(({ row }) => row),
  )
  await addLinks(
    context,
    risks.map(({ links }) => links),
  )
  await insertRows(
    tx,
    'RiskAction',
    risks.flatMap(({ actions }) => actions.map(({ row }) => row)),
  )
  await keepScores(
    context,
    risks
      .filter(({ numbers }) => differ(numbers, noNumbers))
      .map(({ numbers, standing: { id, closedOn } }) => ({
        ...{ riskId: id, ...numbers, isOpen: closedOn === null, note: `Brought in ${cause}` },
      })),
  )
  return {
    records: made.map(({ record }) => ({ id: record.id, label: record.label, version: 1 })),
    events: made.map(({ record }) => ({ sentence: `Brought in ${cause}`, record })),
    due: made.flatMap(({ duties }) => duties),
  }
}
