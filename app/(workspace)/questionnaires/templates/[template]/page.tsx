import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { PageHeader, Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import { requireActor } from '#lib/kernel/require-actor'
import { optionLabel } from '#lib/kernel/table'
import { may } from '#lib/questionnaires/policy'
import { choicesOf, type Question, questionKinds } from '#lib/questionnaires/question'
import { getTemplate, type Template } from '#lib/questionnaires/template-queries'
import { QuestionForm } from '../../../question-form.tsx'
import { moveQuestionAction, nameTemplateAction, retireTemplateAction } from '../template-actions.ts'
import '../../questionnaires.css'

export const metadata: Metadata = { title: 'Questions for vendors' }

export default async function TemplatePage({ params }: { params: Promise<{ template: string }> }) {
  const actor = await requireActor('questionnaire.read')
  const template = await getTemplate(actor, (await params).template)
  if (!template) notFound()
  const { key, name, about, questions, versionNumber, savedOn, savedByName, version } = template
  const mayEdit = may(actor, 'template')
  const hidden = { template: key, version: String(version) }
  const sections = Map.groupBy(questions, ({ section }) => section)
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: '/questionnaires', label: 'Questionnaires' },
              { href: '/questionnaires/templates', label: 'Questions' },
            ]}
          />
        }
        title={name}
        lede={`${about} ${count(questions.length, 'question')}. ${savedOn ? `Version ${versionNumber}, ${formatDay(savedOn)}, ${savedByName}.` : 'As it comes with Plumbline; a change makes a copy of your own.'}`}
        actions={
          mayEdit ? (
            <ButtonLink href={`/questionnaires/templates/${key}/new`} icon="plus">
              Add a question
            </ButtonLink>
          ) : null
        }
      />
      <div className="grid gap-8">
        {[...sections].map(([title, asked]) => (
          <Section key={title} title={title}>
            <ul className="asked-list">
              {asked.map((question) => (
                <li key={question.key} id={`q-${question.key}`}>
                  <p className="asked-lines">{question.ask}</p>
                  <p className="text-muted">{question.why}</p>
                  <p className="text-muted">{howInWords(question)}</p>
                  {mayEdit ? <QuestionDeeds template={template} question={question} /> : null}
                </li>
              ))}
            </ul>
          </Section>
        ))}
        {mayEdit ? (
          <Section title="Name">
            <QuestionForm
              action={nameTemplateAction}
              hidden={hidden}
              questions={[
                { as: 'line', name: 'name', label: 'Name', value: name, required: true },
                { as: 'line', name: 'about', label: 'For which vendors?', value: about },
              ]}
              submitLabel="Save the name"
              cancelHref="/questionnaires/templates"
            />
          </Section>
        ) : null}
        {mayEdit && isId(key) ? (
          <Section title="Take it out of use" lede="It is no longer offered. What was sent with it stays.">
            <QuestionForm
              action={retireTemplateAction}
              hidden={hidden}
              questions={[]}
              submitLabel="Take it out of use"
              danger
              cancelHref="/questionnaires/templates"
            />
          </Section>
        ) : null}
      </div>
    </>
  )
}

/** How it is answered, and which answers are worth a look. */
function howInWords(question: Question): string {
  const { kind, takesFile, worrying, worryAbove, unit, options } = question
  const choices = choicesOf(question)
  const worries = choices.filter(({ value }) => worrying.includes(value)).map(({ label }) => `“${label}”`)
  return [
    `${optionLabel(questionKinds, kind)}${kind === 'choice' ? `: ${options.map(({ label }) => label).join('; ')}` : ''}.`,
    takesFile && kind !== 'file' ? 'A file can be added.' : '',
    worries.length > 0 ? `Worth a look: ${worries.join(', ')}.` : '',
    worryAbove === null
      ? ''
      : kind === 'date'
        ? `Worth a look: more than ${worryAbove} months ago.`
        : `Worth a look: more than ${worryAbove} ${unit}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

function QuestionDeeds({
  template: { key, version, questions },
  question,
}: {
  template: Template
  question: Question
}) {
  const place = questions.findIndex((one) => one.key === question.key)
  const about = <span className="sr-only">: {question.ask}</span>
  return (
    <div className="asked-actions">
      <ButtonLink href={`/questionnaires/templates/${key}/${question.key}`} size="small" icon="edit">
        Change{about}
      </ButtonLink>
      <form action={moveQuestionAction}>
        <input type="hidden" name="template" value={key} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="question" value={question.key} />
        {place > 0 ? (
          <button type="submit" className="btn btn-quiet btn-small" name="move" value="up">
            Up{about}
          </button>
        ) : null}
        {place < questions.length - 1 ? (
          <button type="submit" className="btn btn-quiet btn-small" name="move" value="down">
            Down{about}
          </button>
        ) : null}
        {questions.length > 1 ? (
          <button type="submit" className="btn btn-quiet btn-small" name="move" value="out">
            Retire{about}
          </button>
        ) : null}
      </form>
    </div>
  )
}
