import { z } from 'zod'
import { isDay } from '#lib/base/days'
import { valuesOf } from '#lib/kernel/answers'
import { jobGroupOptions } from '#lib/law/lessons/job-group-names'
import { languages } from '#lib/law/lessons/lesson'
import { occasions } from './options.ts'

export const campaignKind = 'campaign'
export const campaignPrefix = 'TR'
/** What one person has to do of a campaign, in duties and in the audit trail. */
export const assignmentKind = 'assignment'
/** The late people of a site, in duties. */
export const escalationKind = 'escalation'
/** A plan that campaigns are made of, in the audit trail. */
export const planKind = 'training-plan'

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max.toLocaleString('en-US')} characters.`)
const id = z.uuid('Choose from the list.')
const optionalId = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  id.nullable(),
)
const day = z.string().refine(isDay, 'Use a real date.')
const optionalDay = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  day.nullable(),
)
const reason = text(1000).min(3, 'Say why, in a few words.')
const version = z.coerce.number().int().positive()
const days = (what: string) => z.coerce.number(what).int(what).min(1, what).max(365, what)

const campaignFacts = {
  title: text(200).min(2, 'Give it a name.'),
  courseId: id,
  occasion: z.enum(valuesOf(occasions), 'Choose one of the six.'),
  reason: text(2000),
  changedOn: optionalDay,
  groups: z.array(z.enum(valuesOf(jobGroupOptions), 'Choose from the list.')).max(20),
  siteIds: z.array(id).max(500),
  opensOn: day,
  dueOn: optionalDay,
  joinerDays: days('A number of days from 1 to 365.'),
  escalateAfterDays: days('A number of days from 1 to 365.'),
  ownerId: optionalId,
  backupId: optionalId,
}

interface Facts {
  occasion: string
  reason: string
  opensOn: string
  dueOn: string | null
  ownerId: string | null
  backupId: string | null
}

function checkFacts(facts: Facts, issues: z.RefinementCtx): void {
  const problem = (path: string, message: string) =>
    issues.addIssue({ code: 'custom', path: [path], message })
  const { occasion, opensOn, dueOn, ownerId, backupId } = facts
  const lastDay = dueOn
  if (occasion === 'joining' && dueOn)
    problem('dueOn', 'Leave this empty: everybody has so many days from joining.')
  if (occasion !== 'joining' && !dueOn) problem('dueOn', 'Say until when it has to be signed.')
  if (lastDay && lastDay < opensOn) problem('dueOn', 'This is before it opens.')
  if (['policy', 'tool', 'incident'].includes(occasion) && facts.reason.length < 3)
    problem('reason', 'Say in a few words what changed or happened.')
  if (ownerId !== null && ownerId === backupId) problem('backupId', 'Choose somebody other than the owner.')
}

/** People taken in or left out of a new campaign by name, and why. */
const named = {
  takeIn: z.array(id).max(100, 'At most 100 people by name.').default([]),
  leaveOut: z.array(id).max(100, 'At most 100 people by name.').default([]),
  nameReason: text(1000).default(''),
}

function checkNamed(
  { takeIn, leaveOut, nameReason }: { takeIn: string[]; leaveOut: string[]; nameReason: string },
  issues: z.RefinementCtx,
): void {
  const problem = (path: string, message: string) =>
    issues.addIssue({ code: 'custom', path: [path], message })
  if (takeIn.some((one) => leaveOut.includes(one)))
    problem('leaveOut', 'Somebody is both taken in and left out.')
  if (takeIn.length + leaveOut.length > 0 && nameReason.length < 3)
    problem('nameReason', 'Say why, in a few words.')
}

const facts = z.object(campaignFacts)
export const createInput = facts.extend(named).superRefine(checkFacts).superRefine(checkNamed)
export const editInput = z.object({ id, version, ...campaignFacts }).superRefine(checkFacts)
/** The facts of a campaign as its form sends them. */
export type CampaignFacts = z.output<typeof facts>
export const closeInput = z.object({ id, version, reason })
export const archiveInput = z.object({ id, version, reason })

export const namePersonInput = z.object({
  id,
  personId: id,
  /** Taken in, left out, or by work group and site again. */
  as: z.enum(['in', 'out', 'rule'], 'Choose one of the three.'),
  reason: text(1000),
})
export const remindInput = z.object({ id, siteId: optionalId })
export const leaveInput = z
  .object({ id: optionalId, personId: id, fromOn: day, untilOn: optionalDay })
  .refine(({ fromOn, untilOn }) => untilOn === null || untilOn >= fromOn, {
    path: ['untilOn'],
    message: 'This is before the first day.',
  })
export const removeLeaveInput = z.object({ id })
const groupOrNone = z.enum(['none', ...valuesOf(jobGroupOptions)], 'Choose from the list.')
export const workGroupsInput = z
  .object({
    titles: z.array(text(300).min(1, 'A job title is missing.')).max(5000, 'Too many job titles at once.'),
    groups: z.array(groupOrNone).max(5000, 'Too many job titles at once.'),
  })
  .refine(({ titles, groups }) => titles.length === groups.length, {
    path: ['groups'],
    message: 'Choose a work group, or none, for each job title.',
  })

const key = text(80).regex(/^[a-z0-9][a-z0-9-]*$/, 'There is no such question.')
/** The chosen option by question. */
const answers = z.record(key, key).refine((given) => Object.keys(given).length <= 100, 'Too many answers.')

/** What somebody reads: the version and language that stood on the page. */
const read = { id, versionId: id, language: z.enum(languages, 'Choose a language.') }

export const checkInput = z.object({ ...read, answers })
export const signInput = z.object({
  ...read,
  answers,
  name: text(200).min(2, 'Write your name.'),
  stated: z.literal('on', 'Tick this to say that it is true.'),
  /** The exact sentence that stood on the page. */
  statement: text(2000),
  /** Of the device, as the server saw it. */
  address: text(100),
  browser: text(300),
})
export type SignInput = z.output<typeof signInput>
