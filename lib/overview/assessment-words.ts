import { answerOptions } from '#lib/assessments/options'
import { assessmentTable } from '#lib/assessments/table'
import { columnsOf, type TableWords } from './column-words.ts'

const kind = 'assessment'

/** The tables of assessments in words, as `tableWords` has them. Copies and signatures leave no row changes: nothing changes them. */
export const assessmentWords: Readonly<Record<string, TableWords>> = {
  Assessment: {
    one: 'assessment',
    kind,
    columns: columnsOf(
      assessmentTable,
      {
        owner: 'ownerId',
        backup: 'backupId',
        nextDue: 'nextDueOn',
        system: 'systemId',
        predecessor: 'predecessorId',
        progress: 'answered',
      },
      {
        asked: { label: 'Questions asked' },
        correction: { label: 'Why it was opened again' },
        archivedAt: { label: 'Archived' },
      },
    ),
  },
  AssessmentAnswer: {
    one: 'answer of an assessment',
    kind,
    columns: {
      question: { label: 'Question' },
      answer: { label: 'Answer', options: answerOptions },
      note: { label: 'Note' },
      answeredById: { label: 'Answered by' },
      answeredAt: { label: 'Answered' },
      carriedOver: { label: 'Carried over, to be confirmed' },
    },
  },
  AssessmentPart: {
    one: 'part of an assessment',
    kind,
    columns: {
      part: { label: 'Part' },
      personId: { label: 'Given to' },
      dueOn: { label: 'Answer by' },
      doneOn: { label: 'Answered on' },
    },
  },
  AssessmentFinding: {
    one: 'risk made of an answer',
    kind,
    columns: { question: { label: 'Question' }, riskId: { label: 'Risk' } },
  },
}
