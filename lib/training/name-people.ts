import { newId } from '#lib/base/ids'
import type { EventDraft, RecordRef } from '#lib/kernel/audit'
import { insertRows } from '#lib/kernel/bulk'
import type { CommandContext } from '#lib/kernel/context'
import { invalid } from '#lib/kernel/errors'
import { visible } from '#lib/people/policy'

/** `who`: a reference, because a campaign's history is read by leads of other sites; the name stands with the person. */
export const namedInWords = {
  in: (who: string) => `Took ${who} in by name`,
  out: (who: string) => `Left ${who} out by name`,
  rule: (who: string) => `Goes by work group and site again for ${who}`,
} as const

/** Who is taken into a new campaign by name and who is left out, whatever their work group and site. Two statements. */
export async function nameAtFirst(
  { tx, actor, now }: CommandContext,
  campaign: RecordRef,
  { takeIn, leaveOut, nameReason }: { takeIn: string[]; leaveOut: string[]; nameReason: string },
): Promise<EventDraft[]> {
  const ways = [
    ...[...new Set(takeIn)].map((personId) => ({ personId, as: 'in' as const })),
    ...[...new Set(leaveOut)].map((personId) => ({ personId, as: 'out' as const })),
  ]
  if (ways.length === 0) return []
  const found = await tx.person.findMany({
    where: {
      AND: [
        { id: { in: ways.map(({ personId }) => personId) }, active: true, archivedAt: null },
        visible(actor),
      ],
    },
    select: { id: true, ref: true, name: true },
  })
  const people = new Map(found.map((person) => [person.id, person]))
  const named = ways.map(({ personId, as }) => {
    const person = people.get(personId)
    if (!person)
      throw invalid('Please check the marked fields.', {
        [as === 'in' ? 'takeIn' : 'leaveOut']: 'Choose people of the list who work here.',
      })
    return { ...person, as }
  })
  await insertRows(
    tx,
    'CampaignPerson',
    named.map(({ id: personId, as }) => ({
      ...{ id: newId(now.getTime()), practiceId: actor.practiceId, campaignId: campaign.id, personId },
      ...{ isIn: as === 'in', reason: nameReason },
    })),
  )
  return (['in', 'out'] as const).flatMap((as) => {
    const theirs = named.filter((one) => one.as === as)
    if (theirs.length === 0) return []
    return [
      { sentence: namedInWords[as](theirs.map(({ ref }) => ref).join(', ')), record: campaign },
      ...theirs.map(({ id, ref, name }) => ({
        sentence: `${namedInWords[as]('them')}: ${campaign.label}`,
        record: { kind: 'person', id, label: `${ref} ${name}` },
        reason: nameReason,
      })),
    ]
  })
}
