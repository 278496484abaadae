import type { Day } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import { env } from '#lib/platform/env'
import { type NewMail, queueMails } from '#lib/platform/outgoing-mail'
import { reachOf, recipientsOf } from '#lib/reminders/recipients'

/** A system that the gate has just stopped. */
export interface Stopped {
  id: string
  label: string
  /** Which link is missing, in sentences. */
  reason: string
  ownerId: string | null
  backupId: string | null
}

/**
 * Tells owner, backup and officers at once that a system was stopped: this cannot wait for the daily mail. One mail for each
 * person and system, once a day at most. Demo practices mail nobody.
 */
export async function alertOfLapses(
  tx: Tx,
  { id: practiceId, name, isDemo }: { id: string; name: string; isDemo: boolean },
  stopped: readonly Stopped[],
  today: Day,
): Promise<void> {
  if (isDemo || stopped.length === 0) return
  const reach = await reachOf(tx, today)
  const told = stopped.map((system) => ({ system, recipients: recipientsOf(system, reach) }))
  const ids = told.flatMap(({ recipients }) => recipients.map(({ personId }) => personId))
  const people = await tx.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, email: true },
  })
  const byId = new Map(people.map((person) => [person.id, person]))
  const mails = told.flatMap(({ system, recipients }) =>
    recipients.flatMap(({ personId }): NewMail[] => {
      const person = byId.get(personId)
      if (!person?.email) return []
      return [
        {
          practiceId,
          key: `lapse:${system.id}:${today}:${personId}`,
          to: person.email,
          toName: person.name,
          subject: `Stopped: ${system.label} has no cover for patient data`,
          text: textOf(name, person.name, system),
          personId,
        },
      ]
    }),
  )
  await queueMails(tx, practiceId, mails)
}

function textOf(practice: string, toName: string, { id, label, reason }: Stopped): string {
  const address = env().appUrl
  return [
    `${toName},`,
    '',
    `${label} was stopped at ${practice}: ${reason}`,
    '',
    'Until the agreement is there, nobody should put patient data into it. An officer can let it go on for a short time, with a reason.',
    ...(address ? ['', `What is missing, and what to do: ${address}/ai-systems/${id}#cover`] : []),
    '',
    'Plumbline',
    '',
  ].join('\n')
}
