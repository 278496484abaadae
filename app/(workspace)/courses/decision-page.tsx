import { DecisionFrame, type Frame } from '../decision-frame.tsx'
import type { LoadedCourse } from './load-course.ts'

/** The frame of a page that decides one thing about a course. */
export function DecisionPage({
  loaded: { course, recordHref, listHref },
  ...frame
}: Frame & { loaded: LoadedCourse }) {
  const crumbs = [
    { href: listHref, label: 'Courses' },
    { href: recordHref, label: course.title },
  ]
  return <DecisionFrame crumbs={crumbs} {...frame} />
}
