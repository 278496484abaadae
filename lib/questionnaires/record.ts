import type { RecordKind } from '#lib/kernel/record'
import type { Prisma } from '#lib/platform/prisma/client'
import * as commands from './commands.ts'
import { getQuestionnaire } from './detail-queries.ts'
import { listQuestionnaires, questionnairesForFile } from './queries.ts'
import { questionnaireKind, questionnairePrefix } from './schema.ts'
import { finishScoring, scoreAnswer, settleGap } from './score-commands.ts'
import { settle } from './store.ts'
import { type QuestionnaireRow, questionnaireTable } from './table.ts'
import { retireTemplate, saveTemplate } from './template-commands.ts'

/** The register of questionnaires as the rest of the house knows it. What outsiders answered is never brought in by a file. */
export const questionnaireRecord: RecordKind<QuestionnaireRow, Prisma.QuestionnaireWhereInput> = {
  kind: questionnaireKind,
  prefix: questionnairePrefix,
  table: questionnaireTable,
  readPermission: 'questionnaire.read',
  href: (id) => `/questionnaires/${id}`,
  list: listQuestionnaires,
  get: getQuestionnaire,
  exportPermission: 'questionnaire.export',
  rowsForFile: questionnairesForFile,
  commands: [
    commands.sendQuestionnaire,
    commands.changeDates,
    commands.revokeLink,
    commands.renewLink,
    commands.reopenQuestionnaire,
    commands.archiveQuestionnaire,
    commands.restoreQuestionnaire,
    scoreAnswer,
    finishScoring,
    settleGap,
    saveTemplate,
    retireTemplate,
  ],
  duties: (context) => settle(context, {}),
}
