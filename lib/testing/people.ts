import { randomUUID } from 'node:crypto'

/** One input for each command on a person, in an order in which all of them can be called. */
export function personInputs(
  ids: () => { siteId: string; personId: string; linkId: string; holderId: string },
  seen: () => Promise<{ id: string; version: number }>,
  more: () => { today: string; successorId: string; reason: string },
): Record<string, () => unknown> {
  const facts = () => ({
    name: 'Quinn Quartz',
    email: `${randomUUID()}@example.org`,
    jobTitle: '',
    staffNumber: '',
    startedOn: '',
    siteIds: [ids().siteId],
  })
  return {
    'person.create': facts,
    'person.edit': async () => ({ ...facts(), ...(await seen()) }),
    'person.assign-role': () => ({ personId: ids().personId, role: 'staff', where: 'everywhere', until: '' }),
    'person.withdraw-role': () => ({ personId: ids().personId, role: 'staff' }),
    'person.revoke-link': () => ({ linkId: ids().linkId }),
    'person.invite': () => ({ personId: ids().personId }),
    'person.reset-password': () => ({ personId: ids().holderId }),
    'person.reset-second-factor': () => ({ personId: ids().holderId, reason: more().reason }),
    'person.leave': async () => {
      const { today: lastDay, reason, successorId } = more()
      return { ...(await seen()), lastDay, reason, successorId }
    },
    'person.return': async () => ({ ...(await seen()), reason: more().reason }),
  }
}
