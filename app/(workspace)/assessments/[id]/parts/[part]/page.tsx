import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { addDays } from '#lib/base/days'
import { todayFor } from '#lib/kernel/today'
import { personChoices } from '#lib/people/directory'
import { DecisionPage } from '../../../decision-page.tsx'
import { type AssessmentPage, assessmentTitle, loadAssessment } from '../../../load-assessment.ts'
import { PartForm } from '../../../part-form.tsx'

type GivePage = AssessmentPage<{ part: string }>

export async function generateMetadata(page: GivePage): Promise<Metadata> {
  const { part } = await page.params
  return assessmentTitle(page, 'edit', ({ progress }) => {
    const title = progress.find(({ key }) => key === part)?.title
    return title ? `Give the part “${title}” to somebody` : 'Assessment'
  })
}

/** Days that a colleague usually has. */
const usualDays = 14

export default async function GivePartPage(page: GivePage) {
  const loaded = await loadAssessment(page, 'edit')
  const { actor, assessment, from, recordHref } = loaded
  const { part: key } = await page.params
  const part = assessment.progress.find((one) => one.key === key)
  if (!part || assessment.state === 'signed' || assessment.archived) notFound()
  const given = assessment.givenParts.find((one) => one.part === key)
  const people = await personChoices(actor, { stored: [given?.personId ?? null] })
  return (
    <DecisionPage
      loaded={loaded}
      title={`Give the part “${part.title}” to somebody`}
      lede={`${part.asked - part.answered} of ${part.asked} questions are open. Whoever gets it may answer this part, whatever else they may see, and finds it in their work.`}
    >
      <PartForm
        hidden={{ id: assessment.id, part: key, from }}
        people={people}
        personId={given?.personId ?? ''}
        dueOn={given?.dueOn ?? addDays(todayFor(actor), usualDays)}
        isGiven={given !== undefined}
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
