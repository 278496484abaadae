import type { Metadata } from 'next'
import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { dueTone } from '#components/ui/due-day'
import { EmptyState } from '#components/ui/empty-state'
import { Card, PageHeader, Section } from '#components/ui/section'
import type { Day } from '#lib/base/days'
import { fillIn } from '#lib/base/fill-in'
import { dueStatus } from '#lib/kernel/due'
import { requireActor } from '#lib/kernel/require-actor'
import { todayFor } from '#lib/kernel/today'
import type { Language } from '#lib/law/lessons/lesson'
import { dayIn, dueIn } from '#lib/training/days-in'
import { ownTraining } from '#lib/training/mine-queries'
import { mineWords } from '#lib/training/mine-words'
import { languageOf } from '#lib/training/reads-in'
import './mine.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: mineWords[await languageOf(await requireActor('training.take-own'))].title }
}

/** What I have to read and sign, and everything I ever signed. */
export default async function MyTrainingPage() {
  const actor = await requireActor('training.take-own')
  const language = await languageOf(actor)
  const { open, signed } = await ownTraining(actor, language)
  const words = mineWords[language]
  const today = todayFor(actor)
  return (
    <div lang={language}>
      <PageHeader
        title={words.title}
        lede={words.lede}
        actions={
          signed.length > 0 ? (
            <ButtonLink href="/training/mine/transcript.pdf" icon="download" data-hard>
              {words.allPdf}
            </ButtonLink>
          ) : null
        }
      />
      <div className="grid gap-8">
        <Section title={words.toSign}>
          {open.length === 0 ? (
            <EmptyState title={words.nothing} icon="checkCircle">
              {words.nothingNext}
            </EmptyState>
          ) : (
            <ul className="mine-list">
              {open.map(({ id, title, language: written, dueOn, minutes, pausedOn }) => (
                <li key={id}>
                  <Card>
                    <h3 lang={written}>{title}</h3>
                    <p className="mine-facts">
                      {minutes === 1 ? words.minute : fillIn(words.minutes, { minutes })}{' '}
                      {pausedOn ? (
                        <StatusBadge tone="neutral">{words.waits}</StatusBadge>
                      ) : (
                        <Due language={language} dueOn={dueOn} today={today} />
                      )}
                    </p>
                    <ButtonLink href={`/training/take/${id}`} variant="primary">
                      {words.take}
                      <span className="sr-only" lang={written}>
                        : {title}
                      </span>
                    </ButtonLink>
                  </Card>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title={words.signed}>
          {signed.length === 0 ? (
            <p>{words.signedNone}</p>
          ) : (
            <ul className="mine-signed">
              {signed.map(({ id, title, ref, number, signedAt, sha256, takenBack, language: written }) => (
                <li key={id}>
                  <a href={`/training/mine/${id}`} lang={written}>
                    {title}
                  </a>
                  {takenBack ? <StatusBadge tone="attention">{words.takenBack}</StatusBadge> : null}
                  <p className="mine-facts">
                    {signedAt}. {fillIn(words.version, { ref, number })}. {words.proof}{' '}
                    <code>{sha256.slice(0, 12)}</code>
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </div>
  )
}

function Due({ language, dueOn, today }: { language: Language; dueOn: Day; today: Day }) {
  const status = dueStatus(dueOn, today)
  const said = dueIn(language, dueOn, today)
  const time = (
    <time dateTime={dueOn} title={dayIn(language, dueOn)}>
      {said}
    </time>
  )
  if (status === 'on-track') return <span className="due-plain">{time}</span>
  return (
    <StatusBadge tone={dueTone[status]} clock={status === 'due-soon'}>
      {time}
    </StatusBadge>
  )
}
