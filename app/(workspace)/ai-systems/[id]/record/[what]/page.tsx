import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Card, Section } from '#components/ui/section'
import { systemDuties } from '#lib/ai-systems/due'
import type { SystemToReview } from '#lib/ai-systems/review-queries'
import { formatDay } from '#lib/base/days'
import { count, shorten } from '#lib/base/text'
import { withReturn } from '#lib/kernel/list-return'
import { todayFor } from '#lib/kernel/today'
import type { RuleId } from '#lib/law/rules'
import { draftOf } from '#lib/people/drafts'
import { DecisionFrame } from '../../../../decision-frame.tsx'
import { QuestionForm } from '../../../../question-form.tsx'
import { citationOf } from '../../../../rule-citation.ts'
import { recordReviewAction } from '../../../decision-actions.ts'
import { loadToReview, reviewTitle, type SystemPage } from '../../../load-system.ts'
import { SystemAnswers } from '../../system-facts.tsx'
import { Safeguards } from '../../system-verdict.tsx'

interface Look {
  title: (name: string) => string
  /** What to look at before writing down that one has looked. */
  checks: readonly string[]
  ask: string
  /** The day it was last done on. */
  done: 'reviewedOn' | 'dataReviewedOn' | 'logsReviewedOn'
  rule: RuleId
  /** The duty that begins when it is done. */
  next: string
}

const looks: Readonly<Record<string, Look>> = {
  review: {
    title: (name) => `Review ${name}`,
    checks: [
      'Is it used for what its purpose says, and by whom it says?',
      'Are the answers that decide which law applies still true?',
      'Is each safeguard still there? Try who can stop it.',
      'Did it make mistakes that somebody noticed? Ask two people who use it.',
    ],
    ask: 'What did you find?',
    done: 'reviewedOn',
    rule: 'evaluation',
    next: 'yearly-review',
  },
  data: {
    title: (name) => `Check what patient data ${name} gets`,
    checks: [
      'Does each flow below still happen, and is there one that nobody described?',
      'Could it do its work with less: fewer fields, no names, a shorter time?',
      'Is what it keeps deleted when it should be?',
    ],
    ask: 'What did you find, and what was changed?',
    done: 'dataReviewedOn',
    rule: 'minimum-necessary',
    next: 'data-review',
  },
  logs: {
    title: (name) => `Look at the logs of ${name}`,
    checks: [
      'Who signed in, and do all of them still work here?',
      'Was anything looked at or sent at odd hours, or in odd amounts?',
      'Were there errors, and did somebody see to them?',
    ],
    ask: 'What did you find?',
    done: 'logsReviewedOn',
    rule: 'activity-review',
    next: 'log-review',
  },
}

export async function generateMetadata(page: SystemPage<{ what: string }>): Promise<Metadata> {
  const { what } = await page.params
  const look = Object.hasOwn(looks, what) ? looks[what] : undefined
  return reviewTitle(page, ({ name }) => look?.title(name) ?? name)
}

export default async function RecordReviewPage(page: SystemPage<{ what: string }>) {
  const { actor, system, from, recordHref, listHref } = await loadToReview(page)
  const { what } = await page.params
  const look = Object.hasOwn(looks, what) ? looks[what] : undefined
  if (!look || system.archived) notFound()
  const today = todayFor(actor)
  const last = system[look.done]
  const again = systemDuties({ ...system, [look.done]: today }, actor.cadences).find(
    ({ key }) => key === look.next,
  )
  return (
    <DecisionFrame
      crumbs={
        system.isReadable
          ? [
              { href: listHref, label: 'AI systems' },
              { href: recordHref, label: system.name },
            ]
          : [{ href: '/', label: 'My work' }]
      }
      title={look.title(system.name)}
      lede={`${last ? `Last done on ${formatDay(last)}.` : 'This is the first time.'}${again ? ` Done today, it is due again on ${formatDay(again.dueOn)}.` : ' At this stage no date follows from it.'}`}
    >
      {system.isReadable ? null : (
        <AboutIt system={system}>
          {what === 'data' ? null : <FlowsToCheck system={system} from={from} />}
        </AboutIt>
      )}
      <Card>
        <h2>What to look at</h2>
        <ul className="consequences">
          {look.checks.map((check) => (
            <li key={check}>{check}</li>
          ))}
        </ul>
        {what === 'data' ? <FlowsToCheck system={system} from={from} /> : null}
      </Card>
      {what === 'review' ? <Known system={system} /> : null}
      <QuestionForm
        action={recordReviewAction}
        hidden={{ id: system.id, version: String(system.version), what, from }}
        questions={[
          { as: 'day', name: 'on', label: 'When was it done?', value: today, latest: today, required: true },
          {
            as: 'text',
            name: 'note',
            label: look.ask,
            hint: '“Nothing to change” is an answer too: say what you looked at.',
            rule: citationOf(look.rule),
            limit: 2000,
            required: true,
          },
        ]}
        submitLabel="Record it"
        draft={await draftOf(actor, `ai-system/${system.id}/record/${what}`)}
        cancelHref={system.isReadable ? recordHref : '/'}
      />
    </DecisionFrame>
  )
}

/** What it is, for those who answer for it without being able to open its page. */
function AboutIt({ system, children }: { system: SystemToReview; children: ReactNode }) {
  const { ref, name, vendorName, purpose } = system
  return (
    <Card>
      <h2>{name}</h2>
      <p className="text-muted">{[ref, vendorName].filter(Boolean).join(' · ')}</p>
      <p className="whitespace-pre-line">{purpose || 'What it is used for is not written down yet.'}</p>
      {children}
    </Card>
  )
}

/** The answers and the safeguards that a review confirms. */
function Known({ system }: { system: SystemToReview }) {
  return (
    <Section title="What is written down now">
      <div className="grid gap-6">
        <SystemAnswers system={system} />
        <Safeguards system={system} />
      </div>
    </Section>
  )
}

function FlowsToCheck({ system, from }: { system: SystemToReview; from: string }) {
  const { flows } = system
  if (flows.length === 0) return <p className="pt-3">No flow is described yet.</p>
  return (
    <>
      <h3 className="pt-4">{count(flows.length, 'described flow')}</h3>
      <ul className="consequences">
        {flows.map((flow) => (
          <li key={flow.id}>
            {system.isReadable ? (
              <a href={withReturn(`/ai-systems/${system.id}/flows/${flow.id}`, from)}>
                {shorten(flow.purpose, 100)}
              </a>
            ) : (
              shorten(flow.purpose, 100)
            )}
            {`: ${count(flow.identifiers.length, 'identifier')}, to ${flow.destination || 'somewhere not said'}`}
          </li>
        ))}
      </ul>
    </>
  )
}
