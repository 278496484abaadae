import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader, Section } from '#components/ui/section'
import { count } from '#lib/base/text'
import { type CoveredFramework, coverageOfAll } from '#lib/flows/framework-coverage'
import { countingRule } from '#lib/frameworks/coverage'
import { frameworksPutAway } from '#lib/frameworks/queries'
import { sentenceOf } from '#lib/frameworks/sentences'
import { canAt } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { frameworkHref } from './addresses.ts'
import { CoverNumbers, Standing } from './cover-counts.tsx'
import '../vendors/vendors.css'

export const metadata: Metadata = { title: 'Frameworks' }

export default async function FrameworksPage() {
  const actor = await requireActor('framework.read')
  const [all, away] = await Promise.all([coverageOfAll(actor), frameworksPutAway(actor)])
  const followed = all.filter((one) => one.followed)
  const proposed = all.filter(({ status }) => status === 'proposed')
  const others = all.filter((one) => !one.followed && one.status !== 'proposed')
  const open = followed.reduce((sum, { counts }) => sum + counts.none, 0)
  return (
    <>
      <PageHeader
        title="Frameworks"
        lede="Laws, standards and guidance, and which of your controls stand behind each of their requirements."
        actions={
          <>
            {canAt(actor, 'framework.import', []) ? (
              <ButtonLink href="/frameworks/own/new" icon="upload">
                Bring in your own
              </ButtonLink>
            ) : null}
            <ButtonLink href="/frameworks/gaps" variant="primary" icon="list">
              See the gaps
            </ButtonLink>
          </>
        }
      />
      <div className="grid gap-8">
        {open > 0 ? (
          <Callout
            title={`${count(open, 'requirement')} of what you follow ${open === 1 ? 'has' : 'have'} no control that counts`}
            actions={
              <ButtonLink href="/frameworks/gaps" size="small">
                Go through them in order of harm
              </ButtonLink>
            }
          />
        ) : null}
        <List title="What you follow" frameworks={followed} />
        {others.length > 0 ? <List title="What you do not follow" frameworks={others} /> : null}
        {proposed.length > 0 ? (
          <List
            title="Only proposed"
            lede="None of this is in force, and none of it is ever counted as required."
            frameworks={proposed}
          />
        ) : null}
        {away.length > 0 ? (
          <Section title="Put away" lede="They stay to be read and are not counted.">
            <ul className="entries">
              {away.map(({ id, ref, name, edition }) => (
                <li key={id}>
                  <a href={frameworkHref(id)}>{[name, edition].filter(Boolean).join(', ')}</a>{' '}
                  <span className="text-muted">{ref}</span>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <Section title="How this is counted" id="counting">
          <p>{countingRule}</p>
        </Section>
      </div>
    </>
  )
}

function List({
  title,
  lede,
  frameworks,
}: {
  title: string
  lede?: string
  frameworks: readonly CoveredFramework[]
}) {
  return (
    <Section title={title} lede={lede}>
      {frameworks.length > 0 ? (
        <ul className="entries">
          {frameworks.map((framework) => {
            const href = `/frameworks/${framework.key}`
            return (
              <li key={framework.key}>
                <p className="requirement-head">
                  <a className="entry-title" href={href}>
                    {framework.name}
                  </a>
                  <Standing status={framework.status} isOwn={framework.isOwn} />
                </p>
                <p className="text-muted">
                  {sentenceOf(framework)} {count(framework.requirements, 'requirement')}.
                </p>
                <CoverNumbers counts={framework.counts} href={(state) => `${href}?show=${state}`} />
              </li>
            )
          })}
        </ul>
      ) : (
        <p className="text-muted">Nothing yet. Open a framework below to follow it.</p>
      )}
    </Section>
  )
}
