import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Callout } from '#components/ui/callout'
import { PageHeader, Section } from '#components/ui/section'
import { Tabs } from '#components/ui/tabs'
import { count } from '#lib/base/text'
import { withReturn } from '#lib/kernel/list-return'
import { answerAction } from '../../../actions.ts'
import { AnswerForm } from '../../../answer-form.tsx'
import { registerBeside, theirItems } from '../../../answering.ts'
import { GivenAnswers, SkippedQuestions } from '../../../given-answers.tsx'
import { type AssessmentPage, answerTitle, loadToAnswer } from '../../../load-assessment.ts'
import { toShown } from '../../../shown-question.ts'
import '../../../assessments.css'

type PartPage = AssessmentPage<{ part: string }>

export async function generateMetadata(page: PartPage): Promise<Metadata> {
  const { part } = await page.params
  return answerTitle(page, ({ progress }) => progress.find(({ key }) => key === part)?.title ?? 'Assessment')
}

/** All questions of a part under each other. */
export default async function PartTablePage(page: PartPage) {
  const loaded = await loadToAnswer(page)
  const { actor, assessment, from, recordHref, listHref, isReadable } = loaded
  const { part: key } = await page.params
  const part = assessment.progress.find((one) => one.key === key)
  if (!part || !loaded.parts.includes(key)) notFound()
  const items = theirItems(loaded, key)
  const asked = items.filter(({ skipped }) => skipped === null)
  const skipped = items.filter((item) => item.skipped !== null)
  const to = (other: string) => withReturn(`/assessments/${assessment.id}/table/${other}`, from)
  // Whoever was given a part is done with it, also where they might answer others.
  const isOnly = (await page.searchParams).only !== undefined
  const order = assessment.progress.filter((one) =>
    isOnly ? one.key === key : loaded.parts.includes(one.key),
  )
  const next = order[order.findIndex((one) => one.key === key) + 1]
  const end = isReadable ? recordHref : '/'
  const nextHref = next ? to(next.key) : end
  const register = await registerBeside(loaded, asked)
  const isOpen = assessment.state === 'open' && !assessment.archived
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={
              isReadable
                ? [
                    { href: listHref, label: 'Assessments' },
                    { href: recordHref, label: assessment.title },
                  ]
                : [{ href: '/', label: 'My work' }]
            }
          />
        }
        title={part.title}
        lede={part.says}
      />
      {order.length > 1 ? (
        <Tabs
          label="Parts"
          current={to(key)}
          tabs={order.map((one) => ({
            href: to(one.key),
            label: one.title,
            ...(one.asked > one.answered ? { count: one.asked - one.answered } : {}),
          }))}
        />
      ) : null}
      <div className="asked-table">
        {asked.length === 0 ? (
          <Callout title="Nothing is asked in this part.">
            <p>{count(skipped.length, 'question')} have nothing to ask about in this system.</p>
          </Callout>
        ) : isOpen ? (
          <AnswerForm
            key={key}
            id={assessment.id}
            questions={asked.map((item) => toShown(item, actor.timeZone, register.get(item.key)))}
            isBrief
            asked={isReadable ? assessment.asked : asked.length}
            answered={isReadable ? assessment.answered : part.answered}
            action={answerAction.bind(null, assessment.id, nextHref)}
            nextHref={nextHref}
            nextLabel={next ? `Next part: ${next.title}` : 'Done'}
            back={{ href: end, label: isReadable ? 'Back to the assessment' : 'My work' }}
          />
        ) : (
          <GivenAnswers items={asked} timeZone={actor.timeZone} />
        )}
        {skipped.length > 0 ? (
          <Section title="Not asked" level={2}>
            <SkippedQuestions items={skipped} />
          </Section>
        ) : null}
      </div>
    </>
  )
}
