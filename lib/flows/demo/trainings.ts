import { addDays, addMonths, type Day, lastQuarterEnd } from '#lib/base/days'
import { takeStarters } from '#lib/courses/library-commands'
import type { Actor } from '#lib/kernel/access'
import { statementOf } from '#lib/law/lessons/attestation-statement'
import { contentOf, textIn } from '#lib/law/lessons/course-content'
import { read } from '#lib/platform/db'
import { closeCampaign, createCampaign } from '#lib/training/commands'
import { saveLeave } from '#lib/training/leave-commands'
import { makeProgramme } from '#lib/training/plan-commands'
import { signTraining } from '#lib/training/take-commands'
import { jobTitles, sortTitles } from '#lib/training/work-groups'
import { keepTraining } from '../keep-training.ts'
import { type DemoCast, type DemoStep, must } from './life.ts'

/** A campaign that the demo practice had. Days count back from the demo's today. */
interface DemoCampaign {
  starter: string
  title: string
  opened: number
  /** Days that it was open. */
  days: number
  /** Of ten people, how many sign in time, and how many late. */
  inTime: number
  late: number
  closed?: { ago: number; reason: string }
  occasion?: { kind: 'policy' | 'tool'; reason: string }
  groups?: readonly string[]
}

/** The two that are not closed yet. */
export const campaignTitles = {
  pastDue: 'What may go into a prompt',
  open: 'The phone agent, fourth quarter',
}

const campaigns: readonly DemoCampaign[] = [
  {
    ...{ starter: 'approved-tools', title: 'Approved tools, first quarter', opened: 320, days: 30 },
    ...{ inTime: 8, late: 2, closed: { ago: 280, reason: 'Everybody has signed.' } },
  },
  {
    ...{ starter: 'ai-scribe', title: 'The scribe, second quarter', opened: 230, days: 30 },
    ...{ inTime: 7, late: 2, groups: ['nursing', 'clinician'] },
    closed: {
      ago: 185,
      reason: 'The quarter is over. Who has not signed was on the phone with the officer.',
    },
  },
  {
    ...{ starter: 'phi-in-prompts', title: campaignTitles.pastDue, opened: 60, days: 30 },
    ...{ inTime: 7, late: 1, groups: ['front-desk', 'billing', 'manager', 'nursing'] },
    occasion: { kind: 'policy', reason: 'The policy on chatbots allows summaries now, without names.' },
  },
  {
    ...{ starter: 'ai-phone-agent', title: campaignTitles.open, opened: 12, days: 30 },
    ...{ inTime: 4, late: 0, groups: ['front-desk', 'nursing'] },
  },
]

const sortedAgo = 325
const plannedAgo = 20

/** How the demo practice was trained for a year, through the same commands that people use. */
export function livesOfTrainings({ officer, person }: DemoCast, today: Day): DemoStep[][] {
  return [
    [
      { ago: sortedAgo, run: () => takeIn(officer) },
      { ago: sortedAgo, run: () => sortAll(officer) },
      { ago: plannedAgo, run: () => plan(officer, today) },
      { ago: 9, run: () => onLeave(officer, person('counselor'), today) },
      { ago: 0, run: () => keep(officer) },
    ],
    ...campaigns.map((campaign) => lifeOfCampaign(campaign, officer, person('staff'), today)),
  ]
}

async function keep({ practiceId }: Actor): Promise<void> {
  await keepTraining(practiceId)
}

/** Takes in the starter lessons that the campaigns teach. */
async function takeIn(officer: Actor): Promise<void> {
  const keys = campaigns.map(({ starter }) => starter)
  must(await takeStarters(officer, { keys }), 'starter lessons')
}

/** Takes every guess. Facilities and marketing stay unsorted. */
async function sortAll(officer: Actor): Promise<void> {
  const { titles } = await jobTitles(officer)
  must(
    await sortTitles(officer, {
      titles: titles.map(({ title }) => title),
      groups: titles.map(({ guess }) => guess ?? 'none'),
    }),
    'work groups',
  )
}

async function plan(officer: Actor, today: Day): Promise<void> {
  // The first day of the next quarter.
  const startsOn = addDays(lastQuarterEnd(addMonths(today, 3)), 1)
  const facts = { startsOn, daysOpen: '30', ownerId: officer.personId }
  must(await makeProgramme(officer, facts), 'programme')
}

async function onLeave(officer: Actor, { personId }: Actor, today: Day): Promise<void> {
  const leave = { personId, fromOn: addDays(today, -9), untilOn: addDays(today, 40) }
  must(await saveLeave(officer, leave), 'leave')
}

function lifeOfCampaign(campaign: DemoCampaign, officer: Actor, staff: Actor, today: Day): DemoStep[] {
  const { title, opened, days, inTime, late, closed, occasion, groups = [] } = campaign
  let id = ''
  const opensOn = addDays(today, -opened)
  const dueOn = addDays(opensOn, days)
  const sign = (from: number, to: number) => () =>
    signAs(officer, staff, id, (place, personId) => {
      // Whoever looks around as staff has something to do of what is open.
      const isKept = opened < days && personId === staff.personId
      return place >= from && place < to && !isKept
    })
  const steps: DemoStep[] = [
    {
      ago: opened,
      run: async () => {
        const { courseId } = await courseOf(officer, campaign.starter)
        const facts = {
          ...{ title, courseId, groups, siteIds: [], opensOn, dueOn },
          ...{ occasion: occasion?.kind ?? 'round', reason: occasion?.reason ?? '' },
          ...{ changedOn: occasion ? opensOn : '', joinerDays: '30', escalateAfterDays: '7' },
          ...{ ownerId: officer.personId, backupId: '' },
        }
        ;({ id } = must(await createCampaign(officer, facts), title))
      },
    },
    { ago: Math.max(1, opened - 9), run: sign(0, inTime) },
  ]
  if (late > 0) steps.push({ ago: opened - days - 4, run: sign(inTime, inTime + late) })
  if (closed)
    steps.push({
      ago: closed.ago,
      run: async () => {
        const version = await versionOf(officer, id)
        must(await closeCampaign(officer, { id, version, reason: closed.reason }), title)
      },
    })
  return steps
}

async function courseOf(officer: Actor, starter: string) {
  return read(officer, async (tx) => {
    const course = await tx.course.findFirstOrThrow({ where: { starter, number: { gt: 0 } } })
    return { courseId: course.id }
  })
}

async function versionOf(officer: Actor, id: string): Promise<number> {
  return read(officer, async (tx) => (await tx.campaign.findUniqueOrThrow({ where: { id } })).version)
}

/** Signs for those whose place among ten is wanted, each by themselves. */
async function signAs(
  officer: Actor,
  staff: Actor,
  campaignId: string,
  isWanted: (place: number, personId: string) => boolean,
): Promise<void> {
  const { open, version } = await read(officer, async (tx) => {
    const { courseId } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } })
    return {
      open: await tx.assignment.findMany({
        where: { campaignId },
        select: { id: true, personId: true, signedOn: true, person: { select: { name: true } } },
        orderBy: { person: { ref: 'asc' } },
      }),
      version: await tx.courseVersion.findFirstOrThrow({
        where: { courseId },
        orderBy: { number: 'desc' },
        select: { id: true, content: true },
      }),
    }
  })
  const { text } = textIn(contentOf(version.content), 'en')
  const answers = Object.fromEntries(
    text.questions.map(({ key, options }) => [key, options.find(({ right }) => right)?.key ?? '']),
  )
  for (const [place, { id, personId, signedOn, person }] of open.entries()) {
    if (signedOn || !isWanted((place * 7) % 10, personId)) continue
    const { name } = person
    const actor = { ...staff, personId, name }
    const statement = statementOf('en', {
      ...{ personName: name, courseTitle: text.title, practiceName: staff.practiceName },
    })
    must(
      await signTraining(actor, {
        ...{ id, versionId: version.id, language: 'en', answers, name, stated: 'on', statement },
        ...{ address: '192.0.2.10', browser: 'A browser at work' },
      }),
      `signature of ${name}`,
    )
  }
}
