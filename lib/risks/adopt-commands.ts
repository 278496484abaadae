import { newId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import { requireAt } from '#lib/kernel/access'
import { insertRows } from '#lib/kernel/bulk'
import { defineCommand } from '#lib/kernel/command'
import { conflict, invalid } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { starterRisks } from '#lib/law/library/risks'
import { requireHere } from '#lib/people/works-here'
import { replaceLinks, requireNamed } from './links-store.ts'
import { adoptInput, riskPrefix } from './schema.ts'
import { recordOf, settle } from './store.ts'

/**
 * Takes starter risks into the register, for one AI system or for the whole practice: in our words, to be made the practice's
 * own, and not scored. The same one is not taken twice for the same system, nor twice for the practice.
 */
export const adoptRisks = defineCommand({
  name: 'risk.adopt',
  permission: 'risk.edit',
  input: adoptInput,
  run: async (context, { keys, systemId, ownerId }) => {
    const { tx, actor, now, today } = context
    const systemIds = systemId ? [systemId] : []
    const places = await requireNamed(context, { systemIds, vendorIds: [], siteIds: [], controlIds: [] })
    requireAt(actor, 'risk.edit', places)
    await requireHere(context, { ownerId })
    const chosen = starterRisks.filter(({ key }) => keys.includes(key))
    if (chosen.length !== new Set(keys).size) throw invalid('One of these is not in the library.')
    // Two who take the same risks at once would not see each other's.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('starter risks'), hashtext(${actor.practiceId}))`
    const there = await tx.risk.findMany({
      where: {
        starterKey: { in: chosen.map(({ key }) => key) },
        archivedAt: null,
        ...(systemId ? { systems: { some: { systemId } } } : { systems: { none: {} } }),
      },
      select: { ref: true, title: true },
      orderBy: { ref: 'asc' },
    })
    const [first] = there
    if (first)
      throw conflict(
        there.length === 1
          ? `“${first.title}” is in the register already, as ${first.ref}.`
          : `${there.length} of these are in the register already: ${there.map(({ ref }) => ref).join(', ')}.`,
      )
    const controls = await tx.control.findMany({
      where: { starterKey: { in: chosen.flatMap((risk) => [...risk.controls]) }, archivedAt: null },
      select: { id: true, starterKey: true },
    })
    const refs = await nextReferences(tx, actor.practiceId, riskPrefix, chosen.length)
    const made = chosen.map((starter, at) => ({
      starter,
      id: newId(now.getTime()),
      ref: refs[at] ?? '',
      title: starter.title,
    }))
    await insertRows(
      tx,
      'Risk',
      made.map(({ starter, id, ref, title }) => ({
        id,
        ref,
        title,
        practiceId: actor.practiceId,
        category: starter.category,
        cause: starter.cause,
        event: starter.event,
        consequence: starter.consequence,
        threat: starter.threat,
        vulnerability: starter.vulnerability,
        treatment: 'undecided',
        treatmentNote: '',
        acceptanceReason: '',
        beyondAppetite: false,
        reviewEveryMonths: 12,
        identifiedOn: today,
        closeReason: '',
        starterKey: starter.key,
        generativeRisk: starter.generativeRisk,
        ownerId,
        notes: '',
        version: 1,
        createdAt: now.toISOString(),
        updatedAt: now.toISOString(),
      })),
    )
    await replaceLinks(
      context,
      made.map(({ starter, id }) => ({
        riskId: id,
        systemIds,
        requirements: starter.requirements,
        controlIds: controls.flatMap((control) =>
          control.starterKey && starter.controls.includes(control.starterKey) ? [control.id] : [],
        ),
      })),
    )
    const [head, ...rest] = made.map((risk) => ({
      sentence: `Took ${recordOf(risk).label} over from the library`,
      record: recordOf(risk),
    }))
    if (!head) throw invalid('Tick at least one risk.')
    return {
      value: { adopted: count(made.length, 'risk') },
      events: [head, ...rest],
      due: await settle(context, { id: { in: made.map(({ id }) => id) } }),
    }
  },
})
