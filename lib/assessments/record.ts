import type { RecordKind } from '#lib/kernel/record'
import type { Prisma } from '#lib/platform/prisma/client'
import { answerQuestions, givePart, takePart } from './answer-commands.ts'
import { assessmentBearer } from './bearer.ts'
import * as commands from './commands.ts'
import { getAssessment } from './detail-queries.ts'
import { assessmentsForFile, listAssessments } from './queries.ts'
import { assessmentKind, assessmentPrefix } from './schema.ts'
import { settle } from './store.ts'
import { type AssessmentRow, assessmentTable } from './table.ts'

/** The register of assessments as the rest of the house knows it. What was assessed is never brought in by a file. */
export const assessmentRecord: RecordKind<AssessmentRow, Prisma.AssessmentWhereInput> = {
  kind: assessmentKind,
  prefix: assessmentPrefix,
  table: assessmentTable,
  readPermission: 'assessment.read',
  href: (id) => `/assessments/${id}`,
  list: listAssessments,
  get: getAssessment,
  exportPermission: 'assessment.export',
  rowsForFile: assessmentsForFile,
  bearer: assessmentBearer,
  commands: [
    commands.startAssessment,
    commands.editAssessment,
    commands.correctAssessment,
    commands.archiveAssessment,
    commands.restoreAssessment,
    answerQuestions,
    givePart,
    takePart,
  ],
  duties: (context) => settle(context, {}),
}
