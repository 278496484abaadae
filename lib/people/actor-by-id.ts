import { dayOrNull } from '#lib/base/days'
import { type Actor, heldRoles } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'

/** The person as the actor they are today, for work done on their behalf; null when they no longer work here. */
export function actorById(practiceId: string, personId: string): Promise<Actor | null> {
  return read({ practiceId }, async (tx) => {
    const practice = await tx.practice.findUnique({ where: { id: practiceId } })
    const person = await tx.person.findFirst({
      where: { id: personId, active: true, archivedAt: null },
      select: {
        name: true,
        email: true,
        sites: { select: { siteId: true } },
        roles: { select: { role: true, siteId: true, until: true } },
      },
    })
    if (!practice || !person) return null
    return {
      practiceId,
      practiceName: practice.name,
      timeZone: practice.timeZone,
      isDemo: practice.isDemo,
      idleMinutes: practice.idleMinutes,
      cadences: practice.cadences as Record<string, number>,
      personId,
      name: person.name,
      email: person.email ?? '',
      homeSiteIds: person.sites.map(({ siteId }) => siteId),
      held: heldRoles(
        person.roles.map((row) => ({ ...row, until: dayOrNull(row.until) })),
        todayFor(practice),
      ),
      sessionId: null,
    }
  })
}
