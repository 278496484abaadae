import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Actor, HeldRole, Role } from '#lib/kernel/access'

/** A practice for tests: two sites, and an actor for any role on demand. */
export interface TestPractice {
  id: string
  name: string
  siteA: string
  siteB: string
  /** A new person with one role, everywhere or at the given sites, as the actor of commands and queries. */
  actor: (role: Role | null, siteIds?: 'all' | readonly string[]) => Promise<Actor>
}

let made = 0

/** Inserts a practice with the owner's login, past the application's rules. */
export async function createPractice(owner: pg.Pool, timeZone = 'America/Chicago'): Promise<TestPractice> {
  made += 1
  const [id, siteA, siteB] = [randomUUID(), randomUUID(), randomUUID()]
  const name = `Practice ${made}`
  await owner.query(
    `INSERT INTO "Practice" (id, name, states, "timeZone", "mfaRoles") VALUES ($1, $2, '{IL}', $3, '{}')`,
    [id, name, timeZone],
  )
  await owner.query(
    `INSERT INTO "Site" (id, "practiceId", name, state) VALUES ($1, $3, 'Downtown', 'IL'), ($2, $3, 'Northside', 'IL')`,
    [siteA, siteB, id],
  )
  let people = 0

  const actor = async (role: Role | null, siteIds: 'all' | readonly string[] = 'all'): Promise<Actor> => {
    people += 1
    const personId = randomUUID()
    const personName = `${role ?? 'nobody'} ${people} of ${name}`
    const email = `${personId}@example.org`
    await owner.query(
      `INSERT INTO "Person" (id, "practiceId", ref, name, email) VALUES ($1, $2, $3, $4, $5)`,
      [personId, id, `T-${people}`, personName, email],
    )
    const homes = siteIds === 'all' ? [siteA] : siteIds
    for (const site of homes)
      await owner.query(`INSERT INTO "PersonSite" ("practiceId", "personId", "siteId") VALUES ($1, $2, $3)`, [
        id,
        personId,
        site,
      ])
    for (const site of role === null ? [] : siteIds === 'all' ? [null] : siteIds)
      await owner.query(
        `INSERT INTO "RoleAssignment" (id, "practiceId", "personId", role, "siteId") VALUES ($1, $2, $3, $4, $5)`,
        [randomUUID(), id, personId, role, site],
      )
    const held: HeldRole[] = role === null ? [] : [{ role, siteIds }]
    return {
      practiceId: id,
      practiceName: name,
      timeZone,
      isDemo: false,
      idleMinutes: 15,
      cadences: {},
      personId,
      name: personName,
      email,
      homeSiteIds: [...homes],
      held,
      sessionId: null,
    }
  }
  return { id, name, siteA, siteB, actor }
}

/** The value of a command's result; throws its message when it was refused. */
export function valueOf<Value>(
  result: { ok: true; value: Value } | { ok: false; code: string; message: string; fields: object },
): Value {
  if (!result.ok) throw new Error(`${result.code}: ${result.message} ${JSON.stringify(result.fields)}`)
  return result.value
}
