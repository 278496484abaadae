import { z } from 'zod'
import { newId } from '#lib/base/ids'
import { count, squeeze } from '#lib/base/text'
import { defaultMfaRoles, firstRoles } from '#lib/kernel/access'
import { nextReferences } from '#lib/kernel/reference'
import { timeZones, usStates } from '#lib/people/places'
import { byHolder, holderOf, personRecord, recorded } from '#lib/people/recorded'
import { personPrefix } from '#lib/people/schema'
import { openSession, type Stage, stageAfterPassword } from '#lib/people/sessions'
import type { Origin } from '#lib/platform/auth'
import { outside } from '#lib/platform/db'
import { hashPassword, passwordProblem } from '#lib/platform/password'
import { claimInstallation } from './claim-installation.ts'

const MAX_SITES = 50

const text = (words: string) =>
  z
    .string(words)
    .transform(squeeze)
    .pipe(
      z
        .string()
        .min(1, words)
        .max(120, 'At most 120 characters.')
        .regex(/^\P{Cc}*$/u, words),
    )
const among = (options: readonly { value: string }[]) => (given: string) =>
  options.some(({ value }) => value === given)
const state = z.string().refine(among(usStates), 'Choose a state.')

const firstRunInput = z.object({
  practiceName: text('Type the name of the practice.'),
  states: z.array(state, 'Choose at least one state.').min(1, 'Choose at least one state.'),
  timeZone: z.string().refine(among(timeZones), 'Choose a time zone.'),
  sites: z
    .array(z.object({ name: text('Type a name for the site.'), state }), 'Name at least one site.')
    .min(1, 'Name at least one site.')
    .max(MAX_SITES, `At most ${MAX_SITES} sites now; more can be added later.`),
  name: text('Type your name.'),
  email: z.string().trim().toLowerCase().pipe(z.email('Type an e-mail address such as dana@practice.org.')),
  password: z.string(),
  again: z.string(),
})

const passwords = z.object({ name: z.string(), email: z.string(), password: z.string(), again: z.string() })
const siteNames = z.object({ sites: z.array(z.object({ name: z.string() })) })

/** What is wrong beyond single fields, found also while single fields are wrong, so that all is said at once. */
function problemsAcross(input: unknown): Record<string, string> {
  const fields: Record<string, string> = {}
  const chosen = passwords.safeParse(input).data
  const problem = chosen ? passwordProblem(chosen.password, chosen) : null
  if (problem) fields['password'] = problem
  if (chosen && chosen.password !== chosen.again) fields['again'] = 'These two are not the same.'
  const seen = new Set<string>()
  for (const [index, { name }] of (siteNames.safeParse(input).data?.sites ?? []).entries()) {
    const key = squeeze(name).toLowerCase()
    if (key !== '' && seen.has(key)) fields[`sites.${index}.name`] = 'Another site has this name already.'
    seen.add(key)
  }
  return fields
}

export type FirstRunOutcome =
  | { ok: true; token: string; stage: Stage }
  | { ok: false; code: 'exists' }
  | { ok: false; code: 'invalid'; fields: Record<string, string> }

/** Whether this installation has a practice already; then there is nothing to set up, for good. */
export async function practiceExists(): Promise<boolean> {
  const [row] = await outside<{ found: boolean }>('SELECT practice_exists() AS found')
  return row?.found === true
}

/** Makes the practice, its sites, and the first person with an account, and signs them in. Of two at once, one wins. */
export async function setUpPractice(input: unknown, from: Origin, at: Date): Promise<FirstRunOutcome> {
  const parsed = firstRunInput.safeParse(input)
  const fields: Record<string, string> = {}
  for (const issue of parsed.error?.issues ?? []) fields[issue.path.join('.')] ??= issue.message
  Object.assign(fields, problemsAcross(input))
  if (!parsed.success || Object.keys(fields).length > 0) return { ok: false, code: 'invalid', fields }
  const { practiceName, states, timeZone, sites, name, email, password } = parsed.data
  const passwordHash = await hashPassword(password)
  const practiceId = newId(at.getTime())
  const personId = newId(at.getTime())

  return recorded<FirstRunOutcome>(practiceId, at, async (tx) => {
    if (!(await claimInstallation(tx))) return { value: { ok: false, code: 'exists' }, entries: [] }

    await tx.practice.create({
      data: {
        id: practiceId,
        name: practiceName,
        states: [...new Set(states)],
        timeZone,
        mfaRoles: [...defaultMfaRoles],
        createdAt: at,
      },
    })
    await tx.site.createMany({
      data: sites.map((site) => ({ id: newId(at.getTime()), practiceId, ...site, createdAt: at })),
    })
    const [ref = ''] = await nextReferences(tx, practiceId, personPrefix, 1)
    await tx.person.create({
      data: { id: personId, practiceId, ref, name, email, createdAt: at, updatedAt: at },
    })
    await tx.roleAssignment.createMany({ data: firstRoles.map((role) => ({ practiceId, personId, role })) })
    await tx.account.create({
      data: { practiceId, personId, email, passwordHash, passwordSetAt: at, createdAt: at },
    })

    const holder = await holderOf(tx, personId, at)
    if (!holder) throw new Error('the first account is not there')
    const stage = stageAfterPassword(holder)
    const token = await openSession(tx, holder, stage, from, at)
    const sentence = `Set up ${practiceName} with ${count(sites.length, 'site')}`
    const event = { sentence, record: personRecord(holder) }
    return {
      value: { ok: true, token, stage },
      entries: [{ action: 'practice.set-up', by: byHolder(holder), event }],
    }
  })
}
