import { type Day, isDay } from '#lib/base/days'
import { forbidden } from './errors.ts'

/** The only file that knows roles. Everything else asks `can(actor, permission)`. */
export const roles = {
  officer: {
    label: 'Compliance officer',
    does: 'Keeps the registers, decides on AI systems, answers to regulators.',
  },
  owner: { label: 'Practice owner', does: 'Sees everything, accepts risks, signs.' },
  'site-lead': { label: 'Site lead', does: 'Keeps the AI systems and the people of their sites.' },
  staff: {
    label: 'Staff',
    does: 'Sees approved tools, asks for new ones, reviews the AI systems they own or back up.',
  },
  it: { label: 'IT and security', does: 'Keeps people, sign-in and technical facts of AI systems.' },
  auditor: { label: 'Auditor', does: 'Reads everything until an end date; changes nothing.' },
} as const

export type Role = keyof typeof roles

const everybody: readonly Role[] = ['officer', 'owner', 'site-lead', 'staff', 'it', 'auditor']
const workforce: readonly Role[] = ['officer', 'owner', 'site-lead', 'staff', 'it']
const readers: readonly Role[] = ['officer', 'owner', 'site-lead', 'it', 'auditor']

/** Who may do what. The server's checks and the buttons on screen read the same table. */
export const grants = {
  'workspace.enter': everybody,
  'account.keep': everybody,
  'due.read-own': everybody,
  /** To put off and hand over what is due from oneself. */
  'due.settle-own': workforce,
  /** To be told, everywhere, of what nobody owns and nobody did, and to put it off or hand it over for others. */
  'due.keep': ['officer'],
  'overview.read': readers,
  'practice.settings': ['officer', 'owner'],
  'reminder.read': readers,
  'practice.wipe-demo': ['officer'],
  'site.edit': ['officer', 'owner', 'it'],
  'person.read': readers,
  'person.edit': ['officer', 'site-lead', 'it'],
  'person.roles': ['officer', 'owner'],
  /** To give oneself a role one does not hold. */
  'person.roles-own': ['officer'],
  'person.access': ['officer', 'it'],
  'person.deactivate': ['officer', 'it'],
  'person.import': ['officer', 'it'],
  'person.export': ['officer', 'owner', 'it', 'auditor'],
  'ai-system.read': readers,
  'ai-system.read-approved': everybody,
  'ai-system.propose': workforce,
  'ai-system.edit': ['officer', 'site-lead', 'it'],
  'ai-system.move': ['officer', 'owner'],
  'ai-system.suspend': ['officer', 'owner', 'site-lead', 'it'],
  'ai-system.override-tier': ['officer'],
  /** To let an AI system go on for a time although its patient data is not covered. */
  'ai-system.override-cover': ['officer'],
  'ai-system.review': ['officer', 'site-lead'],
  /** To record the reviews of the AI systems that one owns or backs up, wherever they are. */
  'ai-system.review-own': workforce,
  'ai-system.archive': ['officer'],
  'ai-system.import': ['officer'],
  'ai-system.export': ['officer', 'owner', 'site-lead', 'it', 'auditor'],
  'phi-flow.read': readers,
  'phi-flow.edit': ['officer', 'site-lead', 'it'],
  'phi-flow.archive': ['officer'],
  'phi-flow.import': ['officer'],
  'phi-flow.export': ['officer', 'owner', 'site-lead', 'it', 'auditor'],
  'vendor.read': readers,
  /** Vendors belong to the whole practice: to change one, somebody must hold the role everywhere. */
  'vendor.edit': ['officer', 'it'],
  'vendor.determine': ['officer'],
  'vendor.review': ['officer', 'it'],
  /** To record the reviews of the vendors that one owns or backs up. */
  'vendor.review-own': workforce,
  'vendor.archive': ['officer'],
  'vendor.import': ['officer'],
  'vendor.export': ['officer', 'owner', 'site-lead', 'it', 'auditor'],
  /** Agreements belong to the whole practice, like vendors. */
  'agreement.read': readers,
  'agreement.edit': ['officer', 'owner'],
  /** To go through the clauses, the renewal and the end of the agreements that one owns or backs up. */
  'agreement.keep-own': workforce,
  'agreement.archive': ['officer'],
  'agreement.import': ['officer'],
  'agreement.export': ['officer', 'owner', 'site-lead', 'it', 'auditor'],
  'questionnaire.read': readers,
  'questionnaire.send': ['officer'],
  'questionnaire.score': ['officer'],
  'questionnaire.template': ['officer'],
  /** To settle the gaps that one is named for. */
  'questionnaire.settle-own': workforce,
  'questionnaire.export': ['officer', 'owner', 'site-lead', 'it', 'auditor'],
  'risk.read': readers,
  'risk.edit': ['officer', 'owner', 'site-lead', 'it'],
  'risk.score': ['officer', 'owner', 'site-lead', 'it'],
  /** To score and review the risks that one owns or backs up, and to do their actions. */
  'risk.keep-own': workforce,
  'risk.accept': ['owner'],
  'risk.close': ['officer', 'owner'],
  'risk.archive': ['officer'],
  'risk.settings': ['officer', 'owner'],
  'risk.import': ['officer'],
  'risk.export': ['officer', 'owner', 'site-lead', 'it', 'auditor'],
  /** Controls and frameworks belong to the whole practice. */
  'control.read': readers,
  'control.edit': ['officer', 'it'],
  'control.test': ['officer', 'it'],
  /** To test the controls that one owns or backs up, and to say how far they are. */
  'control.keep-own': workforce,
  'control.archive': ['officer'],
  'control.import': ['officer'],
  'control.export': ['officer', 'owner', 'site-lead', 'it', 'auditor'],
  'framework.read': readers,
  'framework.choose': ['officer', 'owner'],
  'framework.import': ['officer'],
  'requirement.scope': ['officer'],
  'assessment.read': readers,
  'assessment.edit': ['officer', 'site-lead', 'it'],
  /** To answer what was given to oneself, and the assessments that one owns or backs up. */
  'assessment.answer-part': workforce,
  'assessment.sign': ['officer', 'owner'],
  'assessment.archive': ['officer'],
  'assessment.export': ['officer', 'owner', 'site-lead', 'it', 'auditor'],
  /** Courses and campaigns belong to the whole practice; who has done what, to the sites. */
  'course.read': readers,
  'course.edit': ['officer'],
  /** To say of a course that one owns or backs up that it is still right. */
  'course.review-own': workforce,
  'course.archive': ['officer'],
  'course.export': ['officer', 'owner', 'site-lead', 'it', 'auditor'],
  'training.read': readers,
  /** To read, answer and sign what is assigned to oneself, and to see what one has signed. */
  'training.take-own': workforce,
  /** To make campaigns and plans, and to say who belongs to which work group. */
  'training.edit': ['officer'],
  /** To extend, excuse, pause, remind, enter what was signed on paper, and open a shared tablet, for people of one's sites. */
  'training.keep': ['officer', 'site-lead'],
  /** To take a signature back, and to record measures about somebody. */
  'training.correct': ['officer'],
  'training.archive': ['officer'],
  'training.export': ['officer', 'owner', 'site-lead', 'auditor'],
  /** Files on records, within what may be read and kept of the record itself. */
  'evidence.read': readers,
  'evidence.add': ['officer', 'site-lead', 'it', 'owner'],
  'evidence.withdraw': ['officer'],
  'audit.read': ['officer', 'owner', 'auditor'],
  'audit.export': ['officer', 'owner', 'auditor'],
  'view.share': ['officer', 'site-lead', 'it'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof grants

/** Roles that only look on: who holds no other cannot do what is due, and so answers for nothing. */
export const lookingOn: readonly Role[] = everybody.filter((role) => !workforce.includes(role))

/** One role a person holds now: everywhere, or at some sites. */
export interface HeldRole {
  role: Role
  siteIds: 'all' | readonly string[]
}

/** Who acts: a signed-in person, or the worker on their behalf. */
export interface Actor {
  practiceId: string
  practiceName: string
  timeZone: string
  isDemo: boolean
  idleMinutes: number
  cadences: Readonly<Record<string, number>>
  personId: string
  name: string
  email: string
  homeSiteIds: readonly string[]
  held: readonly HeldRole[]
  sessionId: string | null
}

export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text)
}

/** Folds role rows into held roles; assignments that ended before `today`, and unknown ones, count for nothing. */
export function heldRoles(
  rows: readonly { role: string; siteId: string | null; until: string | null }[],
  today: Day,
): HeldRole[] {
  const found = new Map<Role, 'all' | string[]>()
  for (const row of rows) {
    if (!isRole(row.role) || (row.until !== null && isDay(row.until) && row.until < today)) continue
    const before = found.get(row.role)
    if (row.siteId === null || before === 'all') found.set(row.role, 'all')
    else found.set(row.role, [...(before ?? []), row.siteId])
  }
  return [...found].map(([role, siteIds]) => ({ role, siteIds }))
}

/** The sites at which the actor has the permission: everywhere, some, or none (an empty list). */
export function sitesWith(actor: Actor, permission: Permission): 'all' | readonly string[] {
  const granted: readonly Role[] = grants[permission]
  const some = new Set<string>()
  for (const { role, siteIds } of actor.held) {
    if (!granted.includes(role)) continue
    if (siteIds === 'all') return 'all'
    for (const site of siteIds) some.add(site)
  }
  return [...some]
}

/** Whether the actor has the permission anywhere. */
export function can(actor: Actor, permission: Permission): boolean {
  const sites = sitesWith(actor, permission)
  return sites === 'all' || sites.length > 0
}

/**
 * Whether the actor has the permission for a record at these sites. A record without sites belongs to the whole practice.
 * Changing a record shared with a site one does not answer for is refused.
 */
export function canAt(actor: Actor, permission: Permission, siteIds: readonly string[]): boolean {
  const sites = sitesWith(actor, permission)
  return sites === 'all' || (siteIds.length > 0 && siteIds.every((site) => sites.includes(site)))
}

/** Throws `forbidden` unless `canAt`. */
export function requireAt(actor: Actor, permission: Permission, siteIds: readonly string[]): void {
  if (!canAt(actor, permission, siteIds)) throw forbidden()
}

/** The words for the actor's roles, as written into the audit trail. */
export function roleLabel(actor: Actor): string {
  return actor.held.map(({ role }) => roles[role].label).join(', ') || 'No role'
}

/** Roles that must have a second factor in a new practice. */
export const defaultMfaRoles: readonly Role[] = ['officer', 'owner']
/** What the first account of a practice is. */
export const firstRoles: readonly Role[] = ['officer', 'owner']
/** Roles that nobody holds without a last day. */
export const endingRoles: readonly Role[] = ['auditor']
/** Somebody who can sign in must hold this everywhere and for good, or nobody could mend the rest. */
export const keeperRole: Role = 'officer'
