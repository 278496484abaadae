import { kinds, practiceKind } from '#lib/assessments/options'
import { assessmentTable } from '#lib/assessments/table'
import type { Day } from '#lib/base/days'
import { countRules } from '#lib/frameworks/gaps'
import { listConditions, parseListState } from '#lib/kernel/table'
import type { Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'

/** What the practice follows, requirement by requirement, as its controls stand. */
interface ControlNumbers {
  rulesInPlace: number
  rulesRequired: number
  rulesAddressable: number
  rulesVoluntary: number
  rulesFailing: number
  rulesPartly: number
}

/** Controls and frameworks belong to the whole practice: who reads one reads all. */
export async function countControls(tx: Tx): Promise<ControlNumbers> {
  const { inPlace, gaps } = await countRules(tx)
  return {
    rulesInPlace: inPlace,
    rulesRequired: gaps.required,
    rulesAddressable: gaps.addressable,
    rulesVoluntary: gaps.voluntary,
    rulesFailing: gaps.failing,
    rulesPartly: gaps.partly,
  }
}

const ofSystems = kinds.flatMap(({ value }) => (value === practiceKind ? [] : [value])).join(',')

/** What the posture asks of the assessments, each as the list's filters say it. */
export const assessmentQueries = {
  assessmentsSigned: { state: 'signed' },
  analysisOverdue: { kind: practiceKind, nextDue: 'overdue' },
  assessmentsOverdue: { kind: ofSystems, nextDue: 'overdue' },
} as const

/** The AI systems for whose patient data the law asks for a risk analysis, as the filters of their list say it. */
export const withPatientData = { stage: 'in-use', patientData: 'yes' } as const

type AssessmentNumbers = Record<keyof typeof assessmentQueries | 'dataUnanalysed', number>

interface Within {
  assessments: Prisma.AssessmentWhereInput
  systems: Prisma.AiSystemWhereInput
}

/** Assessments by what is wrong with them; `dataUnanalysed` are systems, while no analysis was ever signed. Five statements. */
export async function countAssessments(tx: Tx, within: Within, today: Day): Promise<AssessmentNumbers> {
  const count = (query: Readonly<Record<string, string>>) => {
    const state = parseListState(assessmentTable, query)
    const conditions = listConditions(assessmentTable, state, { today, personId: '' })
    return tx.assessment.count({ where: { AND: [within.assessments, { archivedAt: null }, ...conditions] } })
  }
  const signed = await tx.assessment.count({
    where: { kind: practiceKind, archivedAt: null, copies: { some: {} } },
  })
  const holding = await tx.aiSystem.count({
    where: { AND: [within.systems, { archivedAt: null, ...withPatientData }] },
  })
  return {
    assessmentsSigned: await count(assessmentQueries.assessmentsSigned),
    analysisOverdue: await count(assessmentQueries.analysisOverdue),
    assessmentsOverdue: await count(assessmentQueries.assessmentsOverdue),
    dataUnanalysed: signed > 0 ? 0 : holding,
  }
}

export type RuleNumbers = ControlNumbers & AssessmentNumbers
