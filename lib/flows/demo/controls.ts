import { addDays, type Day } from '#lib/base/days'
import { adoptControls } from '#lib/controls/adopt'
import { createControl, editControl } from '#lib/controls/commands'
import { testControl } from '#lib/controls/keep-commands'
import { getControl } from '#lib/controls/queries'
import { leaveOut } from '#lib/frameworks/commands'
import { type DemoCast, type DemoStep, must } from './life.ts'

/** A starter control that the demo practice took in, and what became of it. Days count back from the demo's today. */
interface DemoControl {
  key: string
  owner: string
  backup?: string
  state: 'not-started' | 'partly' | 'in-place'
  /** When the owner was named and the state said. */
  begun: number
  tests?: readonly { ago: number; result: 'works' | 'weak' | 'fails'; note: string }[]
}

const works = (ago: number, note: string) => ({ ago, result: 'works' as const, note })

const controls: readonly DemoControl[] = [
  {
    key: 'ai-register',
    owner: 'officer',
    backup: 'office-manager',
    state: 'in-place',
    begun: 290,
    tests: [works(70, 'Compared the register with the invoices of the quarter: nothing was missing.')],
  },
  {
    key: 'ai-policy',
    owner: 'officer',
    backup: 'practice-owner',
    state: 'in-place',
    begun: 285,
    tests: [works(120, 'Five people asked at random knew where it is and what it says about chatbots.')],
  },
  { key: 'named-people', owner: 'practice-owner', state: 'in-place', begun: 285 },
  {
    key: 'approval-before-use',
    owner: 'officer',
    state: 'in-place',
    begun: 280,
    tests: [works(60, 'The last six tools were all approved before their first day.')],
  },
  {
    key: 'agreement-before-data',
    owner: 'office-manager',
    backup: 'officer',
    state: 'partly',
    begun: 250,
    tests: [
      {
        ago: 24,
        result: 'weak',
        note: 'Two of fourteen vendors got data before their agreement was complete.',
      },
    ],
  },
  {
    key: 'access-review',
    owner: 'it-lead',
    backup: 'office-manager',
    state: 'in-place',
    begun: 240,
    tests: [works(55, 'All accounts of the scribe were looked at; one leaver was found and taken out.')],
  },
  {
    key: 'log-review',
    owner: 'it-lead',
    state: 'in-place',
    begun: 200,
    tests: [
      { ago: 12, result: 'fails', note: 'Nobody had opened the logs of the phone agent since August.' },
    ],
  },
  {
    key: 'read-before-sign',
    owner: 'medical-director',
    state: 'in-place',
    begun: 230,
    tests: [works(40, 'Twenty notes of the scribe: each was changed or marked as read before signing.')],
  },
  { key: 'monthly-sample', owner: 'medical-director', state: 'partly', begun: 80 },
  {
    key: 'training',
    owner: 'officer',
    state: 'in-place',
    begun: 210,
    tests: [works(90, 'Everybody but two new hires has attended; both have a date.')],
  },
  {
    key: 'downtime-procedure',
    owner: 'nurse-lead',
    state: 'in-place',
    begun: 190,
    tests: [works(100, 'Drill on a Tuesday morning: paper forms were found, phones went to the desk.')],
  },
  { key: 'incident-response', owner: 'officer', backup: 'it-lead', state: 'partly', begun: 75 },
  { key: 'bias-review', owner: 'np-lead', state: 'not-started', begun: 30 },
]

const adoptedAgo = 295
const lastAgo = 40

/** How the demo practice came to its controls, through the same commands that people use. */
export function livesOfControls({ officer, person }: DemoCast, today: Day): DemoStep[][] {
  const ids = new Map<string, string>()
  const take = (wanted: readonly DemoControl[]) => async () => {
    const keys = wanted.map(({ key }) => key)
    const { ids: made } = must(await adoptControls(officer, { keys }), 'starter controls')
    made.forEach((id, at) => {
      ids.set(keys[at] ?? '', id)
    })
  }
  const early = controls.filter(({ begun }) => begun > lastAgo)
  const late = controls.filter(({ begun }) => begun <= lastAgo)
  const seen = async (key: string) => {
    const control = await getControl(officer, ids.get(key) ?? '')
    if (!control) throw new Error(`demo: there is no control ${key}`)
    return control
  }
  const begin =
    ({ key, owner, backup, state }: DemoControl) =>
    async () => {
      const { id, version, title, does, evidence, testEveryMonths, notes } = await seen(key)
      const people = {
        ownerId: person(owner).personId,
        backupId: backup ? person(backup).personId : '',
      }
      const facts = { title, does, evidence, testEveryMonths, notes, state, stateReason: '', ...people }
      must(await editControl(officer, { ...facts, id, version }), key)
    }
  return [
    [
      { ago: adoptedAgo, run: take(early) },
      { ago: lastAgo, run: take(late) },
      { ago: 260, run: ownControl({ officer, person }) },
      { ago: 180, run: leftOut(officer) },
    ],
    ...controls.map((control): DemoStep[] => [
      { ago: control.begun, run: begin(control) },
      ...(control.tests ?? []).map(({ ago, result, note }) => ({
        ago,
        run: async () => {
          const { id, version } = await seen(control.key)
          const test = { id, version, on: addDays(today, -ago), result, note }
          must(await testControl(person(control.owner), test), control.key)
        },
      })),
    ]),
  ]
}

/** One that no starter control describes. */
const ownControl =
  ({ officer, person }: Pick<DemoCast, 'officer' | 'person'>) =>
  async () => {
    must(
      await createControl(officer, {
        title: 'A sign at each door says that visits may be recorded',
        does: 'The front desk checks each Monday that the sign hangs where patients see it, in English and Spanish.',
        evidence: 'A photo of each door, renewed once a year.',
        state: 'in-place',
        stateReason: '',
        testEveryMonths: '12',
        notes: '',
        ownerId: person('front-desk-lead').personId,
        backupId: '',
        requirements: ['nist-ai-rmf:MAP 5.2'],
      }),
      'own control',
    )
  }

const leftOut = (officer: DemoCast['officer']) => async () => {
  must(
    await leaveOut(officer, {
      framework: 'nist-ai-600-1',
      requirement: '2.1',
      reason: 'No tool here is given questions about weapons or dangerous substances.',
    }),
    'left out',
  )
}
