import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { type Actor, can } from '#lib/kernel/access'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { currentActor, requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { getQuestionnaire, type QuestionnaireDetail } from '#lib/questionnaires/detail-queries'
import { may } from '#lib/questionnaires/policy'
import { questionnaireTable } from '#lib/questionnaires/table'

/** What Next gives to every page below one questionnaire. */
export interface QuestionnairePage<Extra extends object = object> {
  params: Promise<{ id: string } & Extra>
  searchParams: Promise<SearchParams>
}

type Deed = 'read' | 'send' | 'score'

export interface LoadedQuestionnaire {
  actor: Actor
  questionnaire: QuestionnaireDetail
  /** The list's query that the way back leads to. */
  from: string
  /** The record's page, and the list, with the way back kept. */
  recordHref: string
  listHref: string
}

/** The questionnaire for those who may do this to it, read once per request; null for everybody else. */
const find = cache(async (deed: Deed, id: string) => {
  const actor = await currentActor()
  if (!actor || !(deed === 'read' ? can(actor, 'questionnaire.read') : may(actor, deed))) return null
  const questionnaire = await getQuestionnaire(actor, id)
  return questionnaire && { actor, questionnaire }
})

/** The title of a page below a questionnaire; nothing of it for those who may not open the page. */
export async function questionnaireTitle(
  { params }: Pick<QuestionnairePage, 'params'>,
  deed: Deed,
  titleOf: (questionnaire: QuestionnaireDetail) => string,
): Promise<Metadata> {
  const found = await find(deed, (await params).id)
  return { title: found ? titleOf(found.questionnaire) : 'Questionnaire' }
}

/** The questionnaire of the address, for those who may do this to it; null when there is none. */
export async function findQuestionnaire(
  { params, searchParams }: QuestionnairePage,
  deed: Deed,
): Promise<LoadedQuestionnaire | null> {
  await requireActor(`questionnaire.${deed}`)
  const { id } = await params
  const found = await find(deed, id)
  if (!found) return null
  const from = returnQuery(questionnaireTable, (await searchParams).from)
  const recordHref = withReturn(`/questionnaires/${id}`, from)
  return { ...found, from, recordHref, listHref: `${questionnaireTable.path}${from}` }
}

/** As `findQuestionnaire`; the page for what does not exist otherwise. */
export async function loadQuestionnaire(page: QuestionnairePage, deed: Deed): Promise<LoadedQuestionnaire> {
  return (await findQuestionnaire(page, deed)) ?? notFound()
}
