import { newId } from '#lib/base/ids'
import { defineCommand } from '#lib/kernel/command'
import { conflict, forbidden, invalid, notFound } from '#lib/kernel/errors'
import { visible } from '#lib/people/policy'
import { noLongerMeant } from './audience.ts'
import { enrol } from './enrol.ts'
import { namedInWords } from './name-people.ts'
import { mayEdit } from './policy.ts'
import { namePersonInput } from './schema.ts'
import { lockCampaign, recordOf, settleThese, takeOut } from './store.ts'

/**
 * Takes somebody into a campaign, or leaves them out, whatever their work group and site; or goes by those again. Who is left
 * out has nothing to do of it any more; what they have signed stays.
 */
export const namePerson = defineCommand({
  name: 'training.name-person',
  permission: 'training.edit',
  input: namePersonInput,
  run: async (context, { id, personId, as, reason }) => {
    const { tx, actor, now } = context
    const campaign = await lockCampaign(context, id)
    if (!mayEdit(actor)) throw forbidden()
    if (campaign.archivedAt || campaign.closedOn)
      throw conflict('This campaign is over: who is in it stays as it is.')
    const person = await tx.person.findFirst({
      where: { AND: [{ id: personId, archivedAt: null }, visible(actor)] },
      select: { ref: true, name: true, active: true },
    })
    if (!person) throw notFound()
    const wrong = (fields: Record<string, string>) => invalid('Please check the marked fields.', fields)
    if (as === 'in' && !person.active) throw wrong({ personId: 'They do not work here any more.' })
    if (as !== 'rule' && reason.length < 3) throw wrong({ reason: 'Say why, in a few words.' })
    const signed = await tx.assignment.count({ where: { campaignId: id, personId, signedOn: { not: null } } })
    if (as === 'out' && signed > 0) throw conflict(`${person.name} has signed it already, which stays.`)

    await tx.campaignPerson.deleteMany({ where: { campaignId: id, personId } })
    if (as !== 'rule')
      await tx.campaignPerson.create({
        data: {
          ...{ id: newId(now.getTime()), practiceId: actor.practiceId, campaignId: id, personId },
          ...{ isIn: as === 'in', reason },
        },
      })
    const theirs = await tx.assignment.findFirst({
      where: { campaignId: id, personId },
      select: { id: true },
    })
    const out = (await noLongerMeant(tx, id)).filter((one) => one === theirs?.id)
    await takeOut(context, out)
    const { events, changed } = await enrol(context, [campaign])
    const theirRecord = { kind: 'person', id: personId, label: `${person.ref} ${person.name}` }
    const why = reason === '' ? {} : { reason }
    return {
      value: { id },
      events: [
        { sentence: namedInWords[as](person.ref), record: recordOf(campaign) },
        { sentence: `${namedInWords[as]('them')}: ${recordOf(campaign).label}`, record: theirRecord, ...why },
        ...events,
      ],
      due: await settleThese(context, [...out, ...changed]),
    }
  },
})
