import { addDays, type Day } from '#lib/base/days'
import { now } from '#lib/platform/clock'
import { sendQuestionnaire } from '#lib/questionnaires/commands'
import { getQuestionnaire } from '#lib/questionnaires/detail-queries'
import { openByLink, saveAnswer, submitAnswers } from '#lib/questionnaires/guest'
import { choicesOf, type Question } from '#lib/questionnaires/question'
import { finishScoring, scoreAnswer, settleGap } from '#lib/questionnaires/score-commands'
import { type DemoCast, type DemoStep, must } from './life.ts'

interface DemoGap {
  why: string
  /** Key of the demo's people. */
  owner: string
  /** Days before the demo's today; those to come are negative. */
  settleBy: number
  settled?: { ago: number; how: string }
}

/** One questionnaire of the demo and what became of it. Days count back from the demo's today. */
interface DemoQuestionnaire {
  vendor: string
  template: string
  contact: { name: string; email: string; title: string }
  sent: number
  answerBy: number
  /** By question; the others are answered as one would hope. */
  answers?: Readonly<Record<string, string>>
  /** How many questions are answered so far; all of them where it was submitted. */
  begun?: { ago: number; questions: number }
  submitted?: number
  scored?: { ago: number; gaps: Readonly<Record<string, DemoGap>> }
  /** Begins with the answers of the one before in this list. */
  again?: boolean
}

const browser = {
  address: '203.0.113.24',
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
}
const scribeContact = { name: 'Theo Marsh', email: 'theo.marsh@quillwell.example', title: 'Security lead' }

const questionnaires: readonly DemoQuestionnaire[] = [
  {
    vendor: 'Quillwell Health',
    template: 'ai-scribe',
    contact: scribeContact,
    sent: 385,
    answerBy: 360,
    answers: { 'model-changes': 'after', 'audio-kept': '90', 'incident-notice': '30' },
    submitted: 365,
    scored: {
      ago: 358,
      gaps: {
        'model-changes': {
          why: 'We want to know before a model changes, not afterwards.',
          owner: 'medical-director',
          settleBy: 12,
        },
        'audio-kept': {
          why: 'Ninety days of recordings is more than anybody needs.',
          owner: 'officer',
          settleBy: 300,
          settled: { ago: 310, how: 'They set it to 30 days for us; confirmed in writing.' },
        },
      },
    },
  },
  {
    vendor: 'Northbeam EHR',
    template: 'software',
    contact: { name: 'Maya Lindqvist', email: 'maya.lindqvist@northbeam.example', title: 'Account manager' },
    sent: 250,
    answerBy: 225,
    answers: { 'ai-inside': 'yes' },
    submitted: 232,
    scored: { ago: 228, gaps: {} },
  },
  {
    vendor: 'Bellwether Voice',
    template: 'phone-agent',
    contact: { name: 'Ira Castellane', email: 'ira@bellwether-voice.example', title: 'Founder' },
    sent: 34,
    answerBy: 6,
    begun: { ago: 20, questions: 9 },
  },
  {
    vendor: 'Quillwell Health',
    template: 'ai-scribe',
    contact: scribeContact,
    sent: 18,
    answerBy: -6,
    answers: {
      'audio-kept': '30',
      'model-changes': 'after',
      'incident-notice': '5',
      'model-host': 'A new speech model of our own, run by Cirrostack Cloud.',
    },
    submitted: 4,
    again: true,
  },
]

const texts: Readonly<Record<string, string>> = {
  company: 'Registered in Delaware, with all staff in the United States.',
  'data-kept': 'Names, dates and what the service needs of the record. Nothing is kept after the contract.',
  'sub-processors': 'Cirrostack Cloud hosts everything. Nobody else gets the data.',
  access: 'Six engineers on call, each access with a reason. Leavers lose theirs the same day.',
  'model-host': 'Our own models, run by Cirrostack Cloud.',
  downtime: 'Work goes on by hand. Last year it was down twice, 40 minutes in all.',
  'made-up': 'Each sentence is checked against the transcript. About one note in 200 still has one.',
  emergencies: 'It says to call 911, and puts the call through to the number that you gave.',
  identity: 'Name, birthday and a code that is sent to the phone on file.',
  languages: 'English and Spanish. Everybody else is handed to a person.',
}

/** What a vendor answers that has nothing to hide. */
function hopedFor(question: Question, today: Day): { value: string; note: string } {
  if (question.kind === 'number') return { value: String(Math.min(question.worryAbove ?? 5, 5)), note: '' }
  if (question.kind === 'date') return { value: addDays(today, -120), note: '' }
  if (question.kind === 'file')
    return { value: '', note: 'We show it on a call; it may not leave the house.' }
  if (question.kind === 'text') return { value: texts[question.key] ?? 'See our handbook.', note: '' }
  const fine = choicesOf(question).find(({ value }) => !question.worrying.includes(value))
  return { value: fine?.value ?? '', note: '' }
}

async function answerAs(
  { answers = {} }: DemoQuestionnaire,
  token: string,
  today: Day,
  asked: readonly Question[],
) {
  await openByLink(token, browser, now())
  for (const question of asked) {
    const given = answers[question.key]
    const { value, note } = given ? { value: given, note: '' } : hopedFor(question, today)
    const saved = await saveAnswer(token, { question: question.key, value, note }, now())
    if (!saved.ok) throw new Error(`demo: ${question.key}: ${saved.message}`)
  }
}

/** Everything that happened with the demo's questionnaires, through the same doors that people and vendors use. */
export function livesOfQuestionnaires(
  cast: DemoCast,
  today: Day,
  vendorId: (name: string) => string,
): DemoStep[][] {
  const { officer } = cast
  const sentBefore = new Map<string, string>()
  return questionnaires.map((one) => {
    let [id, token] = ['', '']
    const detail = async () => {
      const found = await getQuestionnaire(officer, id)
      if (!found) throw new Error('demo: the questionnaire is gone')
      return found
    }
    const seen = async () => ({ id, version: (await detail()).version })
    const steps: DemoStep[] = [
      {
        ago: one.sent,
        run: async () => {
          const input = {
            vendorId: vendorId(one.vendor),
            template: one.template,
            contactName: one.contact.name,
            contactEmail: one.contact.email,
            answerBy: addDays(today, -one.answerBy),
            note: '',
            previousId: one.again ? (sentBefore.get(one.vendor) ?? '') : '',
          }
          const made = must(await sendQuestionnaire(officer, input), `${one.vendor}: questionnaire`)
          id = made.id
          token = made.path.split('/').at(-1) ?? ''
          sentBefore.set(one.vendor, id)
        },
      },
    ]
    const { begun, submitted, scored } = one
    if (begun)
      steps.push({
        ago: begun.ago,
        run: async () => {
          const asked = (await detail()).items.map(({ question }) => question)
          await answerAs(one, token, today, asked.slice(0, begun.questions))
        },
      })
    if (submitted !== undefined)
      steps.push({
        ago: submitted,
        run: async () => {
          await answerAs(
            one,
            token,
            today,
            (await detail()).items.map(({ question }) => question),
          )
          const { name, title } = one.contact
          const done = await submitAnswers(token, { name, title, stated: 'on' }, now())
          if (!done.ok) throw new Error(`demo: ${one.vendor}: ${done.message}`)
        },
      })
    if (scored) steps.push(...scoring(cast, today, { ...one, scored }, detail, seen))
    return steps
  })
}

type Detail = NonNullable<Awaited<ReturnType<typeof getQuestionnaire>>>

function scoring(
  cast: DemoCast,
  today: Day,
  { vendor, scored: { ago, gaps } }: DemoQuestionnaire & { scored: NonNullable<DemoQuestionnaire['scored']> },
  detail: () => Promise<Detail>,
  seen: () => Promise<{ id: string; version: number }>,
): DemoStep[] {
  const { officer } = cast
  const score = async () => {
    for (const { question } of (await detail()).items) {
      const gap = gaps[question.key]
      const verdict = gap
        ? {
            verdict: 'gap',
            note: gap.why,
            gapOwnerId: cast.person(gap.owner).personId,
            settleBy: addDays(today, -gap.settleBy),
          }
        : { verdict: 'fine', note: '' }
      const input = { ...(await seen()), question: question.key, ...verdict }
      must(await scoreAnswer(officer, input), `${vendor}: ${question.key}`)
    }
    must(await finishScoring(officer, await seen()), `${vendor}: finished`)
  }
  const settled = Object.entries(gaps).flatMap(([key, gap]) => (gap.settled ? [{ key, ...gap.settled }] : []))
  return [
    { ago, run: score },
    ...settled.map(({ key, ago: on, how }) => ({
      ago: on,
      run: async () => {
        const item = (await detail()).items.find(({ question }) => question.key === key)
        must(await settleGap(officer, { gapId: item?.score?.id, how }), `${vendor}: gap`)
      },
    })),
  ]
}
