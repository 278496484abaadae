import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import {
  type AssessmentDetail,
  type AssessmentToAnswer,
  assessmentToAnswer,
  getAssessment,
} from '#lib/assessments/detail-queries'
import { may, mayAnswer } from '#lib/assessments/policy'
import { assessmentTable } from '#lib/assessments/table'
import type { Actor } from '#lib/kernel/access'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { currentActor, requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'

/** What Next gives to every page below one assessment. */
export interface AssessmentPage<Extra extends object = object> {
  params: Promise<{ id: string } & Extra>
  searchParams: Promise<SearchParams>
}

type Deed = 'read' | 'edit' | 'sign' | 'archive'

export interface LoadedAssessment {
  actor: Actor
  assessment: AssessmentDetail
  /** The list’s query that the way back leads to. */
  from: string
  /** The record’s page, and the list, with the way back kept. */
  recordHref: string
  listHref: string
}

/** The assessment for those who may do this to it, read once per request; null for everybody else. */
const find = cache(async (deed: Deed, id: string) => {
  const actor = await currentActor()
  const assessment = actor && (await getAssessment(actor, id))
  if (!actor || !assessment || !(deed === 'read' || may(actor, deed, assessment))) return null
  return { actor, assessment }
})

/** The title of a page below an assessment; nothing of it for those who may not open the page. */
export async function assessmentTitle(
  { params }: Pick<AssessmentPage, 'params'>,
  deed: Deed,
  titleOf: (assessment: AssessmentDetail) => string,
): Promise<Metadata> {
  const found = await find(deed, (await params).id)
  return { title: found ? titleOf(found.assessment) : 'Assessment' }
}

async function ways(id: string, searchParams: Promise<SearchParams>) {
  const from = returnQuery(assessmentTable, (await searchParams).from)
  return {
    from,
    recordHref: withReturn(`/assessments/${id}`, from),
    listHref: `${assessmentTable.path}${from}`,
  }
}

/** The assessment of the address, for those who may do this to it; null when there is none. */
export async function findAssessment(page: AssessmentPage, deed: Deed): Promise<LoadedAssessment | null> {
  await requireActor(`assessment.${deed}`)
  const found = await find(deed, (await page.params).id)
  return found && { ...found, ...(await ways(found.assessment.id, page.searchParams)) }
}

/** As `findAssessment`; the page for what does not exist otherwise. */
export async function loadAssessment(page: AssessmentPage, deed: Deed): Promise<LoadedAssessment> {
  return (await findAssessment(page, deed)) ?? notFound()
}

export interface LoadedToAnswer extends Omit<LoadedAssessment, 'assessment'> {
  assessment: AssessmentToAnswer
  /** Keys of the parts that this person may answer. */
  parts: string[]
  /** Whether they may open the record’s page. */
  isReadable: boolean
}

const findToAnswer = cache(async (id: string) => {
  const actor = await currentActor()
  const assessment = actor && (await assessmentToAnswer(actor, id))
  return actor && assessment ? { actor, assessment } : null
})

/** Which parts somebody may answer: of a colleague’s, only those that were given to them. */
function answerable(actor: Actor, assessment: AssessmentToAnswer): string[] {
  const personOf = new Map(assessment.givenParts.map(({ part, personId }) => [part, personId]))
  return assessment.progress.flatMap(({ key }) =>
    mayAnswer(actor, assessment, personOf.get(key) ?? null) ? key : [],
  )
}

/** The assessment for those who may answer something of it, also where they cannot open its page. */
export async function loadToAnswer({ params, searchParams }: AssessmentPage): Promise<LoadedToAnswer> {
  await requireActor('assessment.answer-part')
  const found = await findToAnswer((await params).id)
  const parts = found ? answerable(found.actor, found.assessment) : []
  if (!found || parts.length === 0) notFound()
  const isReadable =
    may(found.actor, 'read', found.assessment) ||
    (await getAssessment(found.actor, found.assessment.id)) !== null
  return { ...found, parts, isReadable, ...(await ways(found.assessment.id, searchParams)) }
}

/** The title of a page on which something is answered. */
export async function answerTitle(
  { params }: Pick<AssessmentPage, 'params'>,
  titleOf: (assessment: AssessmentToAnswer) => string,
): Promise<Metadata> {
  const found = await findToAnswer((await params).id)
  const mayOpen = found && answerable(found.actor, found.assessment).length > 0
  return { title: mayOpen ? titleOf(found.assessment) : 'Assessment' }
}
