import { DecisionFrame, type Frame } from '../decision-frame.tsx'
import type { LoadedQuestionnaire } from './load-questionnaire.ts'

/** The frame of a page that decides one thing about a questionnaire. */
export function DecisionPage({
  loaded: { questionnaire, recordHref, listHref },
  ...frame
}: Frame & { loaded: LoadedQuestionnaire }) {
  const crumbs = [
    { href: listHref, label: 'Questionnaires' },
    { href: recordHref, label: `${questionnaire.ref} ${questionnaire.vendorName}` },
  ]
  return <DecisionFrame crumbs={crumbs} {...frame} />
}
