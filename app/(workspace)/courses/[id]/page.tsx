import type { Metadata } from 'next'
import { DueList } from '#components/record/due-list'
import { RecordColumns, RecordHeader } from '#components/record/record-header'
import { StatusBadge } from '#components/ui/badge'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Menu, MenuLink } from '#components/ui/menu'
import { Section } from '#components/ui/section'
import { type Day, formatDay, isDay } from '#lib/base/days'
import { courseState, courseStates } from '#lib/courses/options'
import { answersFor, may, mayReview } from '#lib/courses/policy'
import type { CourseDetail } from '#lib/courses/queries'
import { courseKind } from '#lib/courses/schema'
import { dueStatus } from '#lib/kernel/due'
import { withReturn } from '#lib/kernel/list-return'
import { optionLabel } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { EvidenceSection } from '../../evidence/evidence-section.tsx'
import { HistoryTimeline, TrailLink } from '../../history-timeline.tsx'
import { citationOf } from '../../rule-citation.ts'
import { type CoursePage, courseTitle, type LoadedCourse, loadCourse } from '../load-course.ts'
import { dutyRule, dutyStep } from '../next-step.ts'
import { CourseFacts, CourseVersions } from './course-facts.tsx'

export function generateMetadata(page: CoursePage): Promise<Metadata> {
  return courseTitle(page, 'read', ({ title }) => title)
}

export default async function CourseDetailPage(page: CoursePage) {
  const loaded = await loadCourse(page, 'read')
  const { actor, course, from, listHref } = loaded
  const today = todayFor(actor)
  const to = (path: string) => withReturn(`/courses/${course.id}/${path}`, from)
  const state = courseState(course)
  const mayEdit = may(actor, 'edit') && !course.archived
  const reviews = mayReview(actor, answersFor(actor, course)) && !course.archived && course.number > 0
  return (
    <>
      <RecordHeader
        crumbs={<Breadcrumbs crumbs={[{ href: listHref, label: 'Courses' }]} />}
        reference={course.ref}
        name={course.title}
        badges={
          course.archived ? (
            <StatusBadge tone="neutral">Archived</StatusBadge>
          ) : (
            <StatusBadge tone={courseStates.find(({ value }) => value === state)?.tone ?? 'neutral'}>
              {optionLabel(courseStates, state)}
            </StatusBadge>
          )
        }
        summary={inOneSentence(course, today)}
        actions={
          <>
            {mayEdit && state !== 'published' ? (
              <ButtonLink href={to('publish')} variant="primary" icon="check">
                Publish…
              </ButtonLink>
            ) : null}
            {mayEdit && course.kind === 'lesson' ? (
              <ButtonLink href={to('lesson')} icon="edit">
                Write
              </ButtonLink>
            ) : null}
            <ButtonLink href={to('preview')} icon="eye">
              Preview
            </ButtonLink>
            <Menu label="More" icon="more" iconOnly>
              {mayEdit ? (
                <MenuLink href={to('edit')} icon="edit">
                  Edit the facts
                </MenuLink>
              ) : null}
              {reviews ? (
                <MenuLink href={to('review')} icon="check">
                  Look it through
                </MenuLink>
              ) : null}
              {may(actor, 'archive') ? (
                <MenuLink href={to('archive')} icon={course.archived ? 'restore' : 'archive'}>
                  {course.archived ? 'Restore…' : 'Archive…'}
                </MenuLink>
              ) : null}
              <MenuLink href="#history" icon="history">
                What happened
              </MenuLink>
            </Menu>
          </>
        }
      />
      {course.archived ? (
        <div className="pb-6">
          <Callout title="It is archived.">
            <p>
              It is no longer in the register and has no duties. What people signed stays, and it can be
              restored.
            </p>
          </Callout>
        </div>
      ) : null}
      <div className="grid gap-8">
        <RecordColumns aside={<CourseDue loaded={loaded} today={today} />}>
          <CourseFacts course={course} />
        </RecordColumns>
        <CourseVersions course={course} timeZone={actor.timeZone} to={to} />
        <EvidenceSection
          actor={actor}
          kind={courseKind}
          id={course.id}
          title="Files"
          purpose="Pictures, videos and PDFs that its lesson shows belong here, and what proves that it was held."
        />
        <Section
          title="What happened"
          id="history"
          actions={<TrailLink actor={actor} kind={courseKind} id={course.id} />}
        >
          <HistoryTimeline history={course.history} timeZone={actor.timeZone} />
        </Section>
      </div>
    </>
  )
}

/** Whether it is all right, in what the page then explains. */
function inOneSentence(course: CourseDetail, today: Day): string {
  if (course.archived) return 'It is archived: out of the register, and nothing is due.'
  if (course.number === 0) return 'Nobody can be taught it yet: it is not published.'
  const on = course.publishedOn ? ` since ${formatDay(course.publishedOn)}` : ''
  const isOverdue = course.duties.some(({ dueOn }) => isDay(dueOn) && dueStatus(dueOn, today) === 'overdue')
  return [
    `Version ${course.number} is taught${on}.`,
    ...(course.hasDraft ? ['Changes wait to be published.'] : []),
    isOverdue ? 'Nobody has looked it through in time.' : 'Nothing is overdue.',
  ].join(' ')
}

function CourseDue({ loaded: { actor, course, from }, today }: { loaded: LoadedCourse; today: Day }) {
  return (
    <Section title="What is due" id="due">
      {course.duties.length > 0 ? (
        <DueList
          today={today}
          items={course.duties.flatMap(({ id, key, title, dueOn }) => {
            if (!isDay(dueOn)) return []
            const rule = dutyRule(key)
            return [
              {
                id,
                title,
                dueOn,
                status: dueStatus(dueOn, today),
                owner: course.ownerName ?? undefined,
                rule: rule ? citationOf(rule) : undefined,
                next: dutyStep(actor, course, key, from) ?? undefined,
              },
            ]
          })}
        />
      ) : (
        <p className="text-muted">Nothing.</p>
      )}
    </Section>
  )
}
