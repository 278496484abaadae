import { createHmac, randomUUID } from 'node:crypto'
import { addDays, dateOf, dayIn } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import type { Actor, HeldRole, Role } from '#lib/kernel/access'
import { appendEvents } from '#lib/kernel/audit'
import { insertRows } from '#lib/kernel/bulk'
import { conflict } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { atTime } from '#lib/platform/clock'
import { outside, type Scope, type Tx, write } from '#lib/platform/db'
import { env } from '#lib/platform/env'
import { hashPassword } from '#lib/platform/password'
import { claimInstallation } from './claim-installation.ts'
import { askedSystems } from './demo/asked-systems.ts'
import { livesOfAssessments } from './demo/assessments.ts'
import { careSystems } from './demo/care-systems.ts'
import { livesOfControls } from './demo/controls.ts'
import { livesOfCourses } from './demo/courses.ts'
import { type DemoCast, lifeOf } from './demo/life.ts'
import { officeSystems } from './demo/office-systems.ts'
import { demoPeople, demoSites } from './demo/people.ts'
import { reminderSteps } from './demo/reminders.ts'
import { daysOfTraining, openDemoTablet } from './demo/training-days.ts'
import { livesOfTrainings } from './demo/trainings.ts'
import { livesOfVendors } from './demo/vendors.ts'

/** How to sign in to the demo practice. */
export interface DemoSignIn {
  who: string
  email: string
  password: string
}

const timeZone = 'America/Chicago'
const practiceName = 'Lakeshore Family Health (demo)'
/** The demo's people came long before the first AI system. */
const startedDaysAgo = 900

const signIns: readonly { key: string; who: string; roles: readonly Role[] }[] = [
  { key: 'officer', who: 'compliance officer', roles: ['officer'] },
  { key: 'practice-owner', who: 'practice owner', roles: ['owner'] },
  { key: 'staff', who: 'staff member', roles: ['staff'] },
]
const otherRoles: Readonly<Record<string, Role>> = { 'it-lead': 'it', 'np-lead': 'site-lead' }

function emailOf(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@demo.example`
}

/** Different on every installation and the same at every start, so no password is ever shipped. */
function passwordOf(email: string): string {
  const digest = createHmac('sha256', env().authSecret).update(`demo password of ${email}`).digest('hex')
  return (digest.slice(0, 15).match(/.{5}/g) ?? []).join('-')
}

/** How the demo's three people sign in. */
export function demoSignIns(): DemoSignIn[] {
  return signIns.map(({ key, who }) => {
    const email = emailOf(demoPeople.find((person) => person.key === key)?.name ?? key)
    return { who, email, password: passwordOf(email) }
  })
}

/** Whether the demo practice is here already. */
export async function demoExists(): Promise<boolean> {
  const [officer] = demoSignIns()
  return (await outside('SELECT * FROM locate_account($1)', [officer?.email])).length > 0
}

/**
 * Makes the demo practice: three sites, forty people, AI systems and their vendors with a past of two years in the audit trail. Refuses
 * an installation that holds a practice, unless it is to stand beside others, as in tests.
 */
export async function createDemoPractice(
  now: Date,
  { besideOthers = false }: { besideOthers?: boolean } = {},
): Promise<DemoSignIn[]> {
  const practiceId = newId(now.getTime())
  const today = dayIn(timeZone, now)
  const morning = (ago: number, minute: number) =>
    new Date(dateOf(addDays(today, -ago)).getTime() + (15 * 60 + minute) * 60_000)
  const founded = morning(startedDaysAgo, 0)
  // The event must carry the transaction's own id, or its rows count as changed outside the application.
  const scope = { practiceId, correlationId: randomUUID() }
  const cast = await write(scope, (tx) => settleIn(tx, scope, founded, besideOthers), { timeoutMs: 60_000 })
  const lives = [
    ...[...careSystems, ...officeSystems, ...askedSystems].map((system) => lifeOf(system, cast, today)),
    ...livesOfVendors(cast, today),
    ...livesOfControls(cast, today),
    ...livesOfCourses(cast),
    ...livesOfAssessments(cast, today),
    ...livesOfTrainings(cast, today),
    ...daysOfTraining(cast, today),
    reminderSteps(cast, today),
  ]
  const steps = lives.flatMap((life) => life.map((step, order) => ({ ...step, order })))
  // Oldest first; on the same day a review comes before the decision that rests on it.
  steps.sort((a, b) => b.ago - a.ago || a.order - b.order)
  for (const [index, step] of steps.entries()) await atTime(morning(step.ago, index % 240), step.run)
  await atTime(now, () => openDemoTablet(cast))
  return demoSignIns()
}

/** The practice, its sites, people, roles and accounts. */
async function settleIn(
  tx: Tx,
  { practiceId, correlationId }: Required<Scope>,
  at: Date,
  besideOthers: boolean,
): Promise<DemoCast> {
  if (!besideOthers && !(await claimInstallation(tx)))
    throw conflict('This installation already holds a practice.')
  await tx.practice.create({
    data: {
      id: practiceId,
      name: practiceName,
      states: ['IL', 'WI'],
      timeZone,
      isDemo: true,
      mfaRoles: [],
      createdAt: at,
    },
  })
  const id = () => newId(at.getTime())
  const sites = demoSites.map((site) => ({ ...site, id: id() }))
  await insertRows(
    tx,
    'Site',
    sites.map(({ id, name, state }) => ({
      id,
      name,
      state,
      practiceId,
      version: 1,
      createdAt: at.toISOString(),
    })),
  )
  const refs = await nextReferences(tx, practiceId, 'P', demoPeople.length)
  const people = demoPeople.map((person, i) => ({
    ...person,
    id: id(),
    ref: refs[i] ?? '',
    email: emailOf(person.name),
    siteId: sites.find((site) => site.key === person.site)?.id ?? '',
  }))
  const stamp = { practiceId, version: 1, createdAt: at.toISOString(), updatedAt: at.toISOString() }
  await insertRows(
    tx,
    'Person',
    people.map(({ id, ref, name, email, jobTitle }) => ({
      id,
      ref,
      name,
      email,
      jobTitle,
      active: true,
      startedOn: dayIn(timeZone, at),
      ...stamp,
    })),
  )
  await insertRows(
    tx,
    'PersonSite',
    people.map((person) => ({ practiceId, personId: person.id, siteId: person.siteId })),
  )

  const rolesOf = (key: string | undefined): readonly Role[] =>
    signIns.find((entry) => entry.key === key)?.roles ?? [otherRoles[key ?? ''] ?? 'staff']
  const actors = new Map<string, Actor>()
  const assignments: object[] = []
  for (const person of people) {
    const atSite = person.key === 'np-lead'
    const held = rolesOf(person.key).map(
      (role): HeldRole => ({ role, siteIds: atSite ? [person.siteId] : 'all' }),
    )
    for (const { role } of held)
      assignments.push({
        id: id(),
        practiceId,
        personId: person.id,
        role,
        siteId: atSite ? person.siteId : null,
      })
    actors.set(person.key ?? person.id, {
      practiceId,
      practiceName,
      timeZone,
      isDemo: true,
      idleMinutes: 15,
      cadences: {},
      personId: person.id,
      name: person.name,
      email: person.email,
      homeSiteIds: [person.siteId],
      held,
      sessionId: null,
    })
  }
  await insertRows(
    tx,
    'RoleAssignment',
    assignments.map((row) => ({ ...row })),
  )
  for (const { email, password } of demoSignIns()) {
    const person = people.find((candidate) => candidate.email === email)
    if (person)
      await tx.account.create({
        data: {
          practiceId,
          personId: person.id,
          email,
          passwordHash: await hashPassword(password),
          passwordSetAt: at,
          createdAt: at,
        },
      })
  }
  await appendEvents(
    tx,
    { practiceId, personId: null, name: 'Plumbline', role: 'System' },
    'practice.demo',
    at,
    correlationId,
    [
      {
        sentence: 'Set up the demo practice',
        record: { kind: 'practice', id: practiceId, label: practiceName },
      },
    ],
  )

  const person = (key: string): Actor => {
    const actor = actors.get(key)
    if (!actor) throw new Error(`demo: nobody is called ${key}`)
    return actor
  }
  return {
    officer: person('officer'),
    owner: person('practice-owner'),
    person,
    siteIds: (keys) => sites.filter((site) => keys.includes(site.key)).map((site) => site.id),
  }
}
