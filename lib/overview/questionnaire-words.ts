import { verdicts } from '#lib/questionnaires/options'
import { questionnaireTable } from '#lib/questionnaires/table'
import { columnsOf, type TableWords } from './column-words.ts'

const kind = 'questionnaire'

/** The tables of questionnaires in words, as `tableWords` has them. */
export const questionnaireWords: Readonly<Record<string, TableWords>> = {
  QuestionTemplate: {
    one: 'set of questions for vendors',
    kind: 'question-template',
    columns: {
      name: { label: 'Name' },
      about: { label: 'What for' },
      shipped: { label: 'Came with the product as' },
      archivedAt: { label: 'Taken out of use' },
    },
  },
  TemplateVersion: {
    one: 'version of questions for vendors',
    kind: 'question-template',
    columns: {
      number: { label: 'Version' },
      name: { label: 'Name' },
      questions: { label: 'Questions' },
      savedByName: { label: 'Saved by' },
    },
  },
  Questionnaire: {
    one: 'questionnaire',
    kind,
    columns: columnsOf(
      questionnaireTable,
      {
        contact: 'contactName',
        sender: 'senderId',
        nextDue: 'nextDueOn',
        vendor: 'vendorId',
        gapsOpen: 'openGaps',
      },
      {
        gaps: { label: 'Gaps found' },
        templateVersionId: { label: 'Questions' },
        previousId: { label: 'Begins with the answers of' },
        note: { label: 'Note to the vendor' },
        startedAt: { label: 'First answer' },
        submittedAt: { label: 'Submitted' },
        submittedByName: { label: 'Signed by' },
        submittedByTitle: { label: 'Title of whoever signed' },
        scoredAt: { label: 'Looked through' },
        archivedAt: { label: 'Archived' },
      },
    ),
  },
  QuestionnaireLink: {
    one: 'link to a questionnaire',
    kind,
    columns: {
      origin: { label: 'Address of this installation' },
      expiresAt: { label: 'Works until' },
      revokedAt: { label: 'Withdrawn' },
    },
  },
  QuestionnaireFile: {
    one: 'file with an answer',
    kind,
    columns: {
      question: { label: 'Question' },
      fileName: { label: 'File' },
      evidenceId: { label: 'Kept as' },
      removedAt: { label: 'Taken back' },
    },
  },
  QuestionnaireScore: {
    one: 'opinion on an answer',
    kind,
    columns: {
      question: { label: 'Question' },
      asked: { label: 'What was asked' },
      verdict: { label: 'Found to be', options: verdicts },
      note: { label: 'Note' },
      scoredOn: { label: 'Looked at on' },
      scoredByName: { label: 'Looked at by' },
      carried: { label: 'From the year before' },
      gapOwnerId: { label: 'Who settles it' },
      settleBy: { label: 'To be settled by' },
      settledOn: { label: 'Settled on' },
      settledByName: { label: 'Settled by' },
      settledHow: { label: 'How it was settled' },
      goesOn: { label: 'Goes on in the next questionnaire' },
    },
  },
}
