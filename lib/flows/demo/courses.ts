import { createCourse } from '#lib/courses/commands'
import { publishCourse, saveDraft } from '#lib/courses/lesson-commands'
import { takeStarters } from '#lib/courses/library-commands'
import { getCourse } from '#lib/courses/queries'
import { starterLessons } from '#lib/law/lessons/starter-lessons'
import { type DemoCast, type DemoStep, must } from './life.ts'

/** How many of the starter lessons the demo practice took in: one for each quarter of its first year. */
const taken = 4

const own = {
  title: 'How the scribe works in our exam rooms',
  about:
    'Where the microphone is, how to pause it, and what we say to patients. Our own, for those who see patients.',
  kind: 'lesson',
  groups: ['nursing', 'clinician'],
  minutes: '4',
  passPercent: '100',
  url: '',
  provider: '',
}

const ownText = {
  language: 'en',
  title: own.title,
  body: `Every exam room has one tablet. The scribe listens only while its light is **green**.

## Before you start

- Say that a program takes notes, and ask whether that is all right
- Tap the tablet once: green means it listens
- A patient says no: turn it face down and write the note yourself

## While you talk

> Halfway through the visit, a mother begins to tell about her own drinking.

Tap to pause before she goes on. What she says about herself does not belong into her child's record.

## After the visit

Read the note **before** you sign it. Look at left and right, at doses, and at the word "no".`,
  questions: {
    pause: {
      ask: 'A patient begins to speak about somebody else in the family. What do you do with the scribe?',
      right: 'pause',
      options: {
        pause: {
          text: 'Pause it until the talk is about the patient again',
          why: 'What others live through does not belong into this record.',
        },
        later: {
          text: 'Let it run and delete that part afterwards',
          why: 'By then it is recorded, and deleting is easily forgotten.',
        },
        nothing: {
          text: 'Nothing: the scribe knows what matters',
          why: 'It writes down what it hears; what matters is yours to judge.',
        },
      },
    },
  },
}

const outside = {
  title: 'HIPAA basics, yearly online course',
  about: 'The yearly course of our malpractice insurer. Upload the certificate that it gives at the end.',
  kind: 'outside',
  groups: [],
  minutes: '45',
  passPercent: '80',
  url: 'https://training.insurer.example/hipaa-basics',
  provider: 'Lakes Mutual (malpractice insurer)',
}

/** What the demo practice teaches: starter lessons, one of its own that is being rewritten, and a course held elsewhere. */
export function livesOfCourses({ officer, person }: DemoCast): DemoStep[][] {
  let ownId = ''
  const seen = async (id: string) => ({ id, version: (await getCourse(officer, id))?.version ?? 1 })
  const publish = async (id: string, whatChanged: string) =>
    must(await publishCourse(officer, { ...(await seen(id)), whatChanged }), 'publish')
  return [
    [
      {
        ago: 200,
        run: async () => {
          const keys = starterLessons.slice(0, taken).map(({ key }) => key)
          must(await takeStarters(officer, { keys }), 'starter lessons')
        },
      },
    ],
    [
      {
        ago: 150,
        run: async () => {
          const people = { ownerId: person('medical-director').personId, backupId: officer.personId }
          ownId = must(await createCourse(officer, { ...own, ...people }), own.title).id
          must(await saveDraft(officer, { ...ownText, ...(await seen(ownId)) }), own.title)
          await publish(ownId, '')
        },
      },
      {
        ago: 9,
        run: async () => {
          const body = `${ownText.body}\n\n## When it is down\n\nWrite the note by hand, and tell the front desk.`
          must(await saveDraft(officer, { ...ownText, body, ...(await seen(ownId)) }), own.title)
        },
      },
    ],
    [
      {
        ago: 370,
        run: async () => {
          const { id } = must(
            await createCourse(officer, { ...outside, ownerId: officer.personId, backupId: '' }),
            outside.title,
          )
          await publish(id, '')
        },
      },
    ],
  ]
}
