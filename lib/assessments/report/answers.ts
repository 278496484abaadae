import { dayIn, formatDay } from '#lib/base/days'
import { type Block, type Cell, soft, type Words } from '#lib/base/paper'
import { count } from '#lib/base/text'
import { optionLabel } from '#lib/kernel/table'
import { type RequirementStatus, requirementStatusLabels } from '#lib/law/framework'
import type { Content } from '../content.ts'
import { maturityInWords, maturityOfParts, method } from '../maturity.ts'
import { type AnswerValue, answerOptions } from '../options.ts'

type Question = Content['questions'][number]

const statusOf = (status: string) => requirementStatusLabels[status as RequirementStatus] ?? status

/** Every question with its answer, who gave it and when, part by part, and what was not asked and why. */
export function answerBlocks(content: Content): Block[] {
  const { questions, template } = content
  const skipped = questions.filter((question) => question.skipped !== null)
  return [
    { kind: 'heading', level: 2, text: '7. Answers' },
    inShort(content),
    { kind: 'paragraph', look: 'soft', words: method },
    ...template.parts.flatMap(({ key, title }) => {
      const asked = questions.filter((question) => question.part === key && question.skipped === null)
      return asked.length > 0 ? [partTable(title, asked, content)] : []
    }),
    ...(skipped.length > 0 ? [skippedTable(skipped)] : []),
  ]
}

function inShort({ template, questions }: Content): Block {
  const shares = maturityOfParts(
    template.parts,
    questions.map(({ part, skipped, answer }) => ({ part, skipped, answer: answer as AnswerValue | null })),
  )
  return {
    kind: 'table',
    caption: 'In short',
    columns: [
      { head: '', share: 24 },
      { head: '', share: 18 },
      { head: '', share: 58 },
    ],
    rowHeads: true,
    rows: shares.map((row) => [
      row.title,
      row.share === null ? 'Too few to say' : `${row.share} %`,
      maturityInWords(row),
    ]),
  }
}

function partTable(caption: string, asked: readonly Question[], content: Content): Block {
  const { findings, practice } = content
  return {
    kind: 'table',
    caption,
    columns: [
      { head: 'Question', share: 40 },
      { head: 'Answer', share: 14 },
      { head: 'Note', share: 28 },
      { head: 'Who and when', share: 18 },
    ],
    rowHeads: true,
    rows: asked.map(({ key, text, citation, status, answer, note, answeredBy, answeredAt }): Cell[] => {
      const risks = findings.flatMap(({ question, risk }): Words[] =>
        question === key ? [[soft(risk)]] : [],
      )
      return [
        [text, [soft(`${citation}. ${statusOf(status)}.`)]],
        [answer === null ? 'Not answered' : optionLabel(answerOptions, answer), ...risks],
        note,
        answeredAt ? [answeredBy, [soft(formatDay(dayIn(practice.timeZone, new Date(answeredAt))))]] : '',
      ]
    }),
  }
}

function skippedTable(skipped: readonly Question[]): Block {
  return {
    kind: 'table',
    caption: `${count(skipped.length, 'question')} not asked`,
    columns: [
      { head: '', share: 5 },
      { head: '', share: 5 },
    ],
    rowHeads: true,
    rows: skipped.map(({ text, skipped: reason }) => [text, reason ?? '']),
  }
}
