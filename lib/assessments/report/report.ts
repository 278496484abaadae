import { formatInstant } from '#lib/base/days'
import { type Block, type Cell, soft, strong } from '#lib/base/paper'
import type { Content } from '../content.ts'
import type { FrozenCopy } from '../detail-queries.ts'
import { answerBlocks } from './answers.ts'
import { dayInWords } from './report-words.ts'
import { riskBlocks } from './risks.ts'
import { systemBlocks } from './systems.ts'

/** What an assessment is reported from: a frozen copy, or how it stands now. */
export interface Report {
  content: Content
  /** Null for a draft. */
  copy: (Omit<FrozenCopy, 'content'> & { isWhole: boolean }) | null
}

/** 'Copy 2, SHA-256 …', or that it is a draft. */
export function standingOf({ copy }: Report): string {
  if (!copy) return 'Draft, not signed'
  return `${copy.isWhole ? '' : 'DAMAGED: this is not what was signed. '}Copy ${copy.number}, SHA-256 ${copy.sha256}`
}

/** The report from its title to its signatures, for the screen and for paper. */
export function reportBlocks(report: Report): Block[] {
  const { content, copy } = report
  const { assessment, practice, template } = content
  const reason = content.copy?.reason
  return [
    { kind: 'paragraph', look: 'soft', words: practice.name },
    { kind: 'heading', level: 1, text: assessment.title },
    {
      kind: 'paragraph',
      words: `${assessment.kindName}, ${assessment.ref}. As of ${dayInWords(content.asOf)}.`,
    },
    {
      kind: 'paragraph',
      look: 'soft',
      words: copy ? standingOf(report) : 'DRAFT, not signed: it shows how things stand today.',
    },
    { kind: 'heading', level: 2, text: '1. Scope' },
    { kind: 'paragraph', words: assessment.scope || 'No scope was written down.' },
    {
      kind: 'facts',
      facts: [
        { label: 'Started on', value: dayInWords(assessment.startedOn) },
        { label: 'Owner', value: assessment.owner || 'Nobody' },
        { label: 'Follows', value: assessment.follows || 'Nothing: it is the first of its kind' },
        { label: 'Questions', value: `${template.name}, version ${template.version}` },
        { label: 'Why another copy', value: reason ?? '' },
      ],
    },
    ...systemBlocks(content),
    ...riskBlocks(content),
    ...answerBlocks(content),
    { kind: 'heading', level: 2, text: '8. Sign-off' },
    ...signOff(report),
  ]
}

function signOff({ content, copy }: Report): Block[] {
  if (!copy) return [{ kind: 'paragraph', words: 'Nobody has signed it: it is a draft.' }]
  const at = (instant: Date) => formatInstant(instant, content.practice.timeZone)
  const frozen = `Frozen on ${at(copy.frozenAt)} by ${copy.frozenByName}. SHA-256 ${copy.sha256}`
  return [
    ...copy.signatures.map(({ name, role, signedAt }, index): Block => {
      const words: Cell = [copy.statements[index] ?? '', [strong(name), `, ${role}, ${at(signedAt)}`]]
      return { kind: 'paragraph', words }
    }),
    { kind: 'paragraph', words: [[soft(frozen)]] },
  ]
}
