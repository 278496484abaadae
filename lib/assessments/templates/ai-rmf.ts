import { nistAi600 } from '#lib/law/frameworks/nist-ai-600-1'
import { nistAiRmf } from '#lib/law/frameworks/nist-ai-rmf'
import type { SkipRule } from '../skip.ts'
import { asking, type Part, type Question, type Template } from '../template.ts'

type Chosen = string | readonly [string, SkipRule]

/**
 * The subcategories that a practice answers anew for each system that it bought; what is asked once for the whole practice is
 * answered by controls. Why these: docs/decisions/0019-assessments.md.
 */
const chosen: readonly Chosen[] = [
  'GOVERN 1.1',
  'GOVERN 1.5',
  'GOVERN 1.7',
  'GOVERN 2.2',
  'GOVERN 2.3',
  'GOVERN 3.2',
  ['GOVERN 6.1', 'vendor'],
  ['GOVERN 6.2', 'vendor'],
  'MAP 1.1',
  'MAP 1.6',
  'MAP 2.1',
  'MAP 2.2',
  ['MAP 2.3', 'care'],
  'MAP 3.1',
  'MAP 3.3',
  'MAP 3.4',
  'MAP 3.5',
  ['MAP 4.1', 'vendor'],
  'MAP 5.1',
  'MEASURE 1.1',
  'MEASURE 2.3',
  'MEASURE 2.4',
  'MEASURE 2.5',
  ['MEASURE 2.6', 'care'],
  'MEASURE 2.7',
  'MEASURE 2.8',
  'MEASURE 2.9',
  ['MEASURE 2.10', 'patient-data'],
  ['MEASURE 2.11', 'care'],
  'MEASURE 3.3',
  'MEASURE 4.3',
  'MANAGE 1.1',
  'MANAGE 1.3',
  'MANAGE 2.3',
  'MANAGE 2.4',
  ['MANAGE 3.1', 'vendor'],
  ['MANAGE 3.2', 'vendor'],
  'MANAGE 4.1',
  'MANAGE 4.3',
]

/** Of the twelve risks of the generative profile, those that no question above asks about. */
const generative: readonly Chosen[] = [
  ['2.2', 'generative'],
  ['2.4', 'patient-data-and-generative'],
  ['2.7', 'generative'],
  ['2.8', 'generative'],
  ['2.9', 'generative'],
]

const generativePart: Part = {
  key: 'generative',
  title: 'Generative AI',
  says: 'For systems that write, draw or talk: what they add to the risks above.',
}

const functions: Part[] = nistAiRmf.groups.flatMap(({ id, parent, title, says }) =>
  parent === null ? { key: id.toLowerCase(), title, says } : [],
)

const idOf = (one: Chosen) => (typeof one === 'string' ? one : one[0])
const skipOf = (one: Chosen) => (typeof one === 'string' ? null : one[1])
const functionOf = (id: string) => (id.split(' ')[0] ?? '').toLowerCase()

const questions: Question[] = [
  ...chosen.map((one) =>
    asking(nistAiRmf, idOf(one), { prefix: 'rmf', part: functionOf(idOf(one)), skip: skipOf(one) }),
  ),
  ...generative.map((one) =>
    asking(nistAi600, idOf(one), { prefix: 'gai', part: generativePart.key, skip: skipOf(one) }),
  ),
]

/** One bought AI system against NIST’s AI RMF. */
export const aiRmf: Template = {
  kind: 'ai-rmf',
  version: 1,
  name: 'AI risk profile',
  about:
    'How well one AI system is governed, understood, measured and managed, by the four functions of NIST’s AI RMF.',
  parts: [...functions, generativePart],
  questions,
}
