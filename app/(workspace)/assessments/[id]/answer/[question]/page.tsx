import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader } from '#components/ui/section'
import { withReturn } from '#lib/kernel/list-return'
import { answerAction } from '../../../actions.ts'
import { AnswerForm } from '../../../answer-form.tsx'
import { openIn, registerBeside, theirItems } from '../../../answering.ts'
import { type AssessmentPage, answerTitle, loadToAnswer } from '../../../load-assessment.ts'
import { toShown } from '../../../shown-question.ts'
import '../../../assessments.css'

type QuestionPage = AssessmentPage<{ question: string }>

export async function generateMetadata(page: QuestionPage): Promise<Metadata> {
  const { question } = await page.params
  return answerTitle(page, ({ items }) => items.find(({ key }) => key === question)?.title ?? 'Assessment')
}

/** One question on one screen. */
export default async function OneQuestionPage(page: QuestionPage) {
  const loaded = await loadToAnswer(page)
  const { actor, assessment, from, recordHref, listHref, isReadable } = loaded
  const { question: key } = await page.params
  const items = theirItems(loaded)
  const place = items.findIndex((one) => one.key === key)
  const item = items[place]
  if (!item) notFound()
  const to = (other: string) => withReturn(`/assessments/${assessment.id}/answer/${other}`, from)
  const table = withReturn(`/assessments/${assessment.id}/table/${item.part}`, from)
  const next = openIn(loaded, key)
  const nextHref = next ? to(next.key) : isReadable ? recordHref : table
  const part = assessment.progress.find((one) => one.key === item.part)
  const mine = items.filter(({ skipped }) => skipped === null)
  const register = await registerBeside(loaded, [item])
  const isOpen = assessment.state === 'open' && !assessment.archived
  const [previous, following] = [items[place - 1], items[place + 1]]
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
        title={item.title}
        lede={`${part?.title ?? ''} · question ${place + 1} of ${items.length}`}
      />
      <div className="asked-one">
        {item.skipped ? (
          <Callout title="This is not asked.">
            <p>{item.skipped}</p>
            <p>It comes back when the facts of the AI system change.</p>
          </Callout>
        ) : isOpen ? (
          <AnswerForm
            key={item.key}
            id={assessment.id}
            questions={[toShown(item, actor.timeZone, register.get(item.key))]}
            asked={isReadable ? assessment.asked : mine.length}
            answered={mine.filter(({ given }) => given && !given.carriedOver).length}
            action={answerAction.bind(null, assessment.id, nextHref)}
            nextHref={nextHref}
            nextLabel={next ? 'Next open question' : 'Done'}
            back={{ href: table, label: 'This part as a table' }}
          />
        ) : (
          <Callout title={assessment.archived ? 'It is archived.' : 'It is signed.'}>
            <p>Nothing of it can be changed.</p>
          </Callout>
        )}
        <nav className="asked-steps" aria-label="Questions">
          {previous ? (
            <ButtonLink href={to(previous.key)} size="small" icon="arrowLeft">
              Previous question
            </ButtonLink>
          ) : null}
          {following ? (
            <ButtonLink href={to(following.key)} size="small">
              Following question
            </ButtonLink>
          ) : null}
        </nav>
      </div>
    </>
  )
}
