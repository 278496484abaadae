import {
  countLookedAfter as countAgreements,
  handOver as handOverAgreements,
} from '#lib/agreements/hand-over'
import { backupsOf, countLookedAfter, handOver } from '#lib/ai-systems/hand-over'
import {
  countLookedAfter as countAssessments,
  handOver as handOverAssessments,
} from '#lib/assessments/hand-over'
import { dayOf, formatDay } from '#lib/base/days'
import { count, listInWords } from '#lib/base/text'
import { countLookedAfter as countControls, handOver as handOverControls } from '#lib/controls/hand-over'
import { type Actor, canAt, isRole, keeperRole, requireAt, roles } from '#lib/kernel/access'
import type { EventDraft } from '#lib/kernel/audit'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import type { DueSync } from '#lib/kernel/due-store'
import { conflict, forbidden, invalid } from '#lib/kernel/errors'
import { canAnswer, visible } from '#lib/people/policy'
import { leaveInput } from '#lib/people/schema'
import {
  countDuties,
  type EndedAccess,
  endAccess,
  fileDuties,
  keepingSomebody,
  lockForEdit,
  markLeft,
  passDuties,
  recordOf,
} from '#lib/people/store'
import { read, type Tx } from '#lib/platform/db'
import {
  countLookedAfter as countQuestionnaires,
  handOver as handOverQuestionnaires,
} from '#lib/questionnaires/hand-over'
import { countLookedAfter as countRisks, handOver as handOverRisks } from '#lib/risks/hand-over'
import {
  countLookedAfter as countCampaigns,
  countPlans,
  handOver as handOverCampaigns,
  handOverPlans,
} from '#lib/training/hand-over'
import { countLookedAfter as countVendors, handOver as handOverVendors } from '#lib/vendors/hand-over'

type Person = { id: string; name: string }

/** A kind of record that somebody looks after, and how it passes to somebody else. */
interface Register {
  one: string
  count: (tx: Tx, personId: string) => Promise<number>
  handOver: (
    context: CommandContext,
    from: Person,
    to: Person,
  ) => Promise<{ events: EventDraft[]; due: DueSync[] }>
}

/** Everything with an owner. */
const registers: readonly Register[] = [
  {
    one: 'AI system',
    count: async (tx, personId) => {
      const { owned, backed } = await countLookedAfter(tx, personId)
      return owned + backed
    },
    handOver,
  },
  { one: 'vendor', count: countVendors, handOver: handOverVendors },
  { one: 'agreement', count: countAgreements, handOver: handOverAgreements },
  { one: 'questionnaire', count: countQuestionnaires, handOver: handOverQuestionnaires },
  { one: 'risk', count: countRisks, handOver: handOverRisks },
  { one: 'control', count: countControls, handOver: handOverControls },
  { one: 'assessment', count: countAssessments, handOver: handOverAssessments },
  { one: 'campaign', count: countCampaigns, handOver: handOverCampaigns },
  { one: 'training plan', count: countPlans, handOver: handOverPlans },
]

async function lookedAfter(tx: Tx, personId: string): Promise<LeavePlan['looksAfter']> {
  const counted: LeavePlan['looksAfter'] = []
  for (const { one, count: countOf } of registers) counted.push({ one, number: await countOf(tx, personId) })
  return counted.filter(({ number }) => number > 0)
}

/** '12 duties, 3 AI systems, 1 vendor and 2 questionnaires'. */
export const passedInWords = ({ duties, looksAfter }: Pick<LeavePlan, 'duties' | 'looksAfter'>): string =>
  listInWords([
    ...(duties > 0 ? [count(duties, 'duty', 'duties')] : []),
    ...looksAfter.map(({ one, number }) => count(number, one)),
  ])

/** What will happen when somebody leaves, in numbers. */
export interface LeavePlan {
  duties: number
  /** What they look after, by its kind; kinds with nothing are left out. */
  looksAfter: { one: string; number: number }[]
  /** Of the AI systems, those that they are the backup of. */
  backed: number
  sessions: number
  roles: number
  links: number
  /** Whether somebody has to take over. */
  needsSuccessor: boolean
  /** Who would take over unless somebody else is chosen: the backup of most of it, else a compliance officer. */
  suggestedId: string | null
}

/** The people who could take over, the likeliest first: backups of what they own, then the practice's keepers. */
async function suggest(tx: Tx, actor: Actor, leaverId: string): Promise<string | null> {
  const free = { id: { not: leaverId }, active: true, archivedAt: null }
  const backups = await backupsOf(tx, leaverId)
  const able = await tx.person.findMany({
    where: { AND: [free, visible(actor), { id: { in: backups } }] },
    select: { id: true },
  })
  const first = backups.find((id) => able.some((person) => person.id === id))
  if (first) return first
  const keeper = await tx.person.findFirst({
    where: { AND: [free, visible(actor), { roles: { some: { role: keeperRole, siteId: null } } }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return keeper?.id ?? null
}

/** What will happen when this person leaves; null when they do not work here or the actor may not record it. */
export function planLeave(actor: Actor, personId: string): Promise<LeavePlan | null> {
  return read(actor, async (tx) => {
    const person = await tx.person.findFirst({
      where: { AND: [{ id: personId, active: true, archivedAt: null }, visible(actor)] },
      select: { sites: { select: { siteId: true } }, _count: { select: { roles: true } } },
    })
    const siteIds = person?.sites.map(({ siteId }) => siteId) ?? []
    if (!person || personId === actor.personId || !canAt(actor, 'person.deactivate', siteIds)) return null
    const looksAfter = await lookedAfter(tx, personId)
    const duties = await countDuties(tx, personId)
    return {
      duties,
      looksAfter,
      backed: (await countLookedAfter(tx, personId)).backed,
      sessions: await tx.session.count({ where: { personId, endedAt: null } }),
      roles: person._count.roles,
      links: await tx.oneTimeLink.count({ where: { personId, usedAt: null, revokedAt: null } }),
      needsSuccessor: duties > 0 || looksAfter.length > 0,
      suggestedId: await suggest(tx, actor, personId),
    }
  })
}

async function successorOf({ tx, actor }: CommandContext, successorId: string | null, leaverId: string) {
  const wrong = (message: string) => invalid('Please check the marked fields.', { successorId: message })
  if (successorId === null) throw wrong('Choose who takes over what they look after.')
  if (successorId === leaverId) throw wrong('Choose somebody else.')
  const successor = await tx.person.findFirst({
    where: { AND: [{ id: successorId }, canAnswer, visible(actor)] },
    select: { id: true, ref: true, name: true },
  })
  if (!successor) throw wrong('Choose somebody who works here and may do more than look on.')
  return successor
}

function accessInWords({ roles: held, sessions, links, calendars }: EndedAccess): string {
  const names = [...new Set(held.map(({ role }) => (isRole(role) ? roles[role].label : role)))]
  const parts = [
    ...(names.length > 0 ? [`the ${names.length === 1 ? 'role' : 'roles'} ${listInWords(names)}`] : []),
    ...(sessions > 0 ? [count(sessions, 'session')] : []),
    ...(links > 0 ? [count(links, 'unused link')] : []),
    ...(calendars > 0 ? ['the link to their calendar'] : []),
  ]
  return parts.length > 0 ? `; ended ${listInWords(parts)}` : ''
}

/**
 * Records that somebody leaves. In one transaction everything they look after passes to a successor, and their sessions,
 * roles and links end.
 */
export const recordLeave = defineCommand({
  name: 'person.leave',
  permission: 'person.deactivate',
  input: leaveInput,
  run: (context, { id, version, lastDay, reason, successorId }) =>
    keepingSomebody(context, async () => {
      const { tx, actor, today } = context
      const person = await lockForEdit(context, id, version)
      requireAt(actor, 'person.deactivate', person.siteIds)
      if (id === actor.personId) throw forbidden()
      if (!person.active) throw conflict('That they left is recorded already.')
      if (lastDay > today)
        throw invalid('Please check the marked fields.', {
          lastDay:
            'This day is still to come. Record it on the day they leave: from then on they cannot sign in.',
        })
      if (person.startedOn && lastDay < dayOf(person.startedOn))
        throw invalid('Please check the marked fields.', { lastDay: 'They started after this day.' })

      const looksAfter = await lookedAfter(tx, id)
      const open = await countDuties(tx, id)
      const record = recordOf(person)
      const gone = `Recorded that they left on ${formatDay(lastDay)}`
      if (open === 0 && looksAfter.length === 0) {
        await markLeft(context, id, lastDay)
        const ended = await endAccess(context, [id], 'left')
        return {
          value: { id },
          events: [{ sentence: `${gone}${accessInWords(ended)}`, reason, record }],
          due: [fileDuties(person, person.siteIds, true)],
        }
      }
      const successor = await successorOf(context, successorId, id)
      const passed: { events: EventDraft[]; due: DueSync[] }[] = []
      for (const register of registers) passed.push(await register.handOver(context, person, successor))
      const duties = await passDuties(tx, id, successor.id)
      await markLeft(context, id, lastDay)
      const ended = await endAccess(context, [id], 'left')
      const what = passedInWords({ duties, looksAfter })
      return {
        value: { id },
        events: [
          {
            sentence: `${gone}; passed ${what} to ${successor.name}${accessInWords(ended)}`,
            reason,
            record,
          },
          {
            sentence: `Took over ${what} from ${person.name}`,
            record: recordOf(successor),
          },
          ...passed.flatMap(({ events }) => events),
        ],
        due: [...passed.flatMap(({ due }) => due), fileDuties(person, person.siteIds, true)],
      }
    }),
})
