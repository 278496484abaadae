import { DecisionFrame, type Frame } from '../decision-frame.tsx'
import type { LoadedAssessment } from './load-assessment.ts'

/** The frame of a page that decides one thing about an assessment. */
export function DecisionPage({
  loaded: { assessment, recordHref, listHref },
  ...frame
}: Frame & { loaded: LoadedAssessment }) {
  const crumbs = [
    { href: listHref, label: 'Assessments' },
    { href: recordHref, label: assessment.title },
  ]
  return <DecisionFrame crumbs={crumbs} {...frame} />
}
