import type { Metadata } from 'next'
import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { DueBadge } from '#components/ui/relative-day'
import { Card, PageHeader, Section } from '#components/ui/section'
import { count } from '#lib/base/text'
import { dueStatus } from '#lib/kernel/due'
import { requireActor } from '#lib/kernel/require-actor'
import { todayFor } from '#lib/kernel/today'
import { ownTraining } from '#lib/training/mine-queries'
import './mine.css'

export const metadata: Metadata = { title: 'My training' }

/** What I have to read and sign, and everything I ever signed. */
export default async function MyTrainingPage() {
  const actor = await requireActor('training.take-own')
  const { open, signed } = await ownTraining(actor)
  const today = todayFor(actor)
  return (
    <>
      <PageHeader title="My training" lede="What you sign stays here, with the text as you read it." />
      <div className="grid gap-8">
        <Section title="To read and sign">
          {open.length === 0 ? (
            <EmptyState title="Nothing to sign now" icon="checkCircle">
              When there is, it stands here and in My work, with the day it is due.
            </EmptyState>
          ) : (
            <ul className="mine-list">
              {open.map(({ id, title, dueOn, minutes, pausedOn }) => (
                <li key={id}>
                  <Card>
                    <h3>{title}</h3>
                    <p className="mine-facts">
                      {count(minutes, 'minute')}{' '}
                      {pausedOn ? (
                        <StatusBadge tone="neutral">Waits while you are on leave</StatusBadge>
                      ) : (
                        <DueBadge status={dueStatus(dueOn, today)} day={dueOn} today={today} />
                      )}
                    </p>
                    <ButtonLink href={`/training/take/${id}`} variant="primary">
                      Read and sign
                      <span className="sr-only">: {title}</span>
                    </ButtonLink>
                  </Card>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title="Signed">
          {signed.length === 0 ? (
            <p>You have not signed anything here yet.</p>
          ) : (
            <ul className="mine-signed">
              {signed.map(({ id, title, ref, number, signedAt, sha256, takenBack }) => (
                <li key={id}>
                  <a href={`/training/mine/${id}`}>{title}</a>
                  {takenBack ? <StatusBadge tone="attention">Taken back</StatusBadge> : null}
                  <p className="mine-facts">
                    {signedAt}. {ref}, version {number}. Proof <code>{sha256.slice(0, 12)}</code>
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </>
  )
}
