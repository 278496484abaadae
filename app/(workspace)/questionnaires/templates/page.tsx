import type { Metadata } from 'next'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { PageHeader } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { requireActor } from '#lib/kernel/require-actor'
import { may } from '#lib/questionnaires/policy'
import { listTemplates } from '#lib/questionnaires/template-queries'
import '../questionnaires.css'

export const metadata: Metadata = { title: 'Questions for vendors' }

export default async function TemplatesPage() {
  const actor = await requireActor('questionnaire.read')
  const templates = await listTemplates(actor)
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/questionnaires', label: 'Questionnaires' }]} />}
        title="Questions for vendors"
        lede="Each change makes a new version. What was sent keeps the version it was sent with."
        actions={
          may(actor, 'template') ? (
            <ButtonLink href="/questionnaires/templates/new" icon="plus">
              Write your own
            </ButtonLink>
          ) : null
        }
      />
      <ul className="asked-list">
        {templates.map(({ key, name, about, questions, versionNumber, savedOn, savedByName }) => (
          <li key={key}>
            <p>
              <a href={`/questionnaires/templates/${key}`}>{name}</a>{' '}
              <span className="text-muted">{count(questions, 'question')}</span>
            </p>
            {about ? <p>{about}</p> : null}
            <p className="text-muted">
              {savedOn
                ? `Version ${versionNumber}, ${formatDay(savedOn)}, ${savedByName}`
                : 'As it comes with Plumbline'}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
