import { demo, fixed, other, type Visit } from './visit.ts'

const course = (rest: string) => demo(({ courseId }) => `/courses/${courseId}${rest}`)
const campaign = (rest: string) => demo(({ campaignId }) => `/training/${campaignId}${rest}`)
const plan = (rest: string) => demo(({ planId }) => `/training/plans/${planId}${rest}`)

/** Visits for each page of courses and training. */
export const trainingPages: Readonly<Record<string, Visit[]>> = {
  '/courses': [fixed('/courses'), fixed('/courses?state=changed'), fixed('/courses', 'other')],
  '/courses/[id]': [course('')],
  '/courses/[id]/edit': [course('/edit')],
  '/courses/[id]/lesson': [course('/lesson'), course('/lesson?language=es')],
  '/courses/[id]/package': [course('/package'), course('/package?language=es')],
  '/courses/[id]/preview': [course('/preview'), course('/preview?version=1')],
  '/courses/[id]/publish': [course('/publish')],
  '/courses/[id]/review': [course('/review')],
  '/courses/[id]/archive': [course('/archive')],
  '/courses/library': [fixed('/courses/library')],
  '/courses/new': [fixed('/courses/new')],
  '/training': [fixed('/training'), fixed('/training?state=past-due,open'), fixed('/training', 'other')],
  '/training/[id]': [campaign(''), campaign('?state=late')],
  '/training/[id]/edit': [campaign('/edit')],
  '/training/[id]/close': [campaign('/close')],
  '/training/[id]/archive': [campaign('/archive')],
  '/training/[id]/people': [campaign('/people')],
  '/training/[id]/remind': [campaign('/remind')],
  '/training/people': [
    fixed('/training/people'),
    fixed('/training/people?state=late&sort=late'),
    fixed('/training/people', 'other'),
  ],
  '/training/people/[personId]': [
    demo(({ personId }) => `/training/people/${personId}`),
    other(({ personId }) => `/training/people/${personId}`),
  ],
  '/training/people/[personId]/[assignmentId]/[what]': [
    other(({ personId, trainingId }) => `/training/people/${personId}/${trainingId}/extend`),
    other(({ personId, trainingId }) => `/training/people/${personId}/${trainingId}/excuse`),
  ],
  '/training/[id]/paper': [campaign('/paper'), other(({ campaignId }) => `/training/${campaignId}/paper`)],
  '/training/[id]/paper/[sheetId]': [
    other(({ campaignId, sheetId }) => `/training/${campaignId}/paper/${sheetId}`),
  ],
  '/training/late/[id]': [], // Only leads on to the people who are late.
  '/training/new': [fixed('/training/new'), fixed('/training/new', 'other')],
  '/training/plans': [fixed('/training/plans')],
  '/training/plans/new': [fixed('/training/plans/new')],
  '/training/plans/programme': [
    fixed('/training/plans/programme'),
    fixed('/training/plans/programme', 'other'),
  ],
  '/training/plans/[id]': [plan('')],
  '/training/plans/[id]/end': [plan('/end')],
  '/training/work-groups': [fixed('/training/work-groups'), fixed('/training/work-groups', 'other')],
  '/training/leave': [fixed('/training/leave')],
  '/training/mine': [fixed('/training/mine')],
  '/training/mine/[id]': [other(({ officerRecordId }) => `/training/mine/${officerRecordId}`)],
  '/training/take/[assignmentId]': [other(({ officerTakeId }) => `/training/take/${officerTakeId}`)],
  '/training/kiosks': [fixed('/training/kiosks'), other(({ siteId }) => `/training/kiosks?site=${siteId}`)],
  // What an open one shows is looked at in training-kiosk.spec.ts.
  '/kiosk': [fixed('/kiosk', 'nobody')],
}
