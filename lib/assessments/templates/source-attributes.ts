import { hti1 } from '#lib/law/frameworks/hti-1'
import type { AnswerValue } from '../options.ts'
import { asking, type Template } from '../template.ts'

const plain: readonly AnswerValue[] = ['given', 'not-given']
const orMissing: readonly AnswerValue[] = [...plain, 'not-available']

/** The 11 for which the software may say that there is nothing, 45 CFR 170.315(b)(11)(v)(A)(2). */
const mayBeMissing = new Set([
  ...['(6)(i)', '(6)(ii)', '(6)(iii)', '(6)(iv)'],
  ...['(7)(iii)', '(7)(iv)', '(7)(v)', '(8)(ii)', '(8)(iv)', '(9)(i)', '(9)(ii)'],
])

/** What the vendor of a predictive tool says about it: the 31 attributes. */
export const sourceAttributes: Template = {
  kind: 'source-attributes',
  version: 1,
  name: 'Vendor source attributes',
  about:
    'What the vendor of a predictive tool says about it: the 31 attributes that certified health IT has to show. The rule binds developers, not the practice; for you they are good questions.',
  parts: hti1.groups.map(({ id, title, says }) => ({
    key: `part-${id.replaceAll(/[()]/g, '')}`,
    title,
    says,
  })),
  questions: hti1.requirements.map(({ id, group }) =>
    asking(hti1, id, {
      prefix: 'hti',
      part: `part-${group.replaceAll(/[()]/g, '')}`,
      answers: mayBeMissing.has(id) ? orMissing : plain,
      noteNeededFor: ['given', 'not-applicable'],
    }),
  ),
}
