import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { may } from '#lib/courses/policy'
import { type CourseDetail, getCourse } from '#lib/courses/queries'
import { type CourseToReview, courseToReview } from '#lib/courses/review-queries'
import { courseTable } from '#lib/courses/table'
import { type Actor, can } from '#lib/kernel/access'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { currentActor, requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'

/** What Next gives to every page below one course. */
export interface CoursePage<Extra extends object = object> {
  params: Promise<{ id: string } & Extra>
  searchParams: Promise<SearchParams>
}

/** What a page does with a course: shows it, or changes it in a way that `may` names. */
type Deed = 'read' | 'edit' | 'archive'

export interface LoadedCourse {
  actor: Actor
  course: CourseDetail
  /** The list's query that the way back leads to. */
  from: string
  /** The record's page, and the list, with the way back kept. */
  recordHref: string
  listHref: string
}

/** The course for those who may do this to it, read once per request; null for everybody else. */
const findCourse = cache(async (deed: Deed, id: string) => {
  const actor = await currentActor()
  if (!actor || !(deed === 'read' ? can(actor, 'course.read') : may(actor, deed))) return null
  const course = await getCourse(actor, id)
  return course && { actor, course }
})

/** The title of a page below a course; nothing of the course for those who may not open the page. */
export async function courseTitle(
  { params }: Pick<CoursePage, 'params'>,
  deed: Deed,
  titleOf: (course: CourseDetail) => string,
): Promise<Metadata> {
  const found = await findCourse(deed, (await params).id)
  return { title: found ? titleOf(found.course) : 'Course' }
}

/** The course of the address, for those who may do this to it; the page for what does not exist otherwise. */
export async function loadCourse({ params, searchParams }: CoursePage, deed: Deed): Promise<LoadedCourse> {
  await requireActor(`course.${deed}`)
  const found = await findCourse(deed, (await params).id)
  if (!found) notFound()
  return { ...found, ...(await ways(found.course.id, searchParams)) }
}

async function ways(id: string, searchParams: Promise<SearchParams>) {
  const from = returnQuery(courseTable, (await searchParams).from)
  return { from, recordHref: withReturn(`/courses/${id}`, from), listHref: `${courseTable.path}${from}` }
}

/** The course for those who may look it through, read once per request; null for everybody else. */
const findToReview = cache(async (id: string) => {
  const actor = await currentActor()
  const course = actor && (await courseToReview(actor, id))
  return actor && course ? { actor, course } : null
})

/** As `courseTitle`, for the page on which one is looked through. */
export async function reviewTitle(
  { params }: Pick<CoursePage, 'params'>,
  titleOf: (course: CourseToReview) => string,
): Promise<Metadata> {
  const found = await findToReview((await params).id)
  return { title: found ? titleOf(found.course) : 'Course' }
}

/** As `loadCourse`, for the page on which one is looked through: its owner and its backup may, even where they cannot open its page. */
export async function loadToReview({ params, searchParams }: CoursePage) {
  await requireActor('course.review-own')
  const found = await findToReview((await params).id)
  if (!found) notFound()
  return { ...found, ...(await ways(found.course.id, searchParams)) }
}
