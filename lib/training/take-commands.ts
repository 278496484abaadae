import type { z } from 'zod'
import type { Events } from '#lib/kernel/audit'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { conflict } from '#lib/kernel/errors'
import { textIn } from '#lib/law/lessons/course-content'
import { grade } from './grade.ts'
import * as schema from './schema.ts'
import { asRead, assignmentRecord, lockTaking, sign } from './sign.ts'

/** What the reader is told after answering. */
export interface Checked {
  passed: boolean
  right: number
  asked: number
  wrong: string[]
  open: string[]
}

/** Looks at somebody's answers before they sign. A try with too few right is counted. */
export async function check(
  context: Pick<CommandContext, 'tx' | 'actor' | 'now' | 'today'>,
  personId: string,
  { id, versionId, language, answers }: z.output<typeof schema.checkInput>,
): Promise<{ value: Checked; events: Events }> {
  const { tx, now } = context
  const taking = await lockTaking(context, id, personId)
  const { content } = asRead(taking, versionId)
  const { questions } = textIn(content, language).text
  const { passed, right, asked, wrong, open } = grade(questions, answers, content.passPercent)
  const isMiss = !passed && open.length === 0 && taking.signedAt === null
  if (isMiss || taking.startedAt === null)
    await tx.assignment.update({
      where: { id },
      data: { startedAt: taking.startedAt ?? now, ...(isMiss ? { misses: { increment: 1 } } : {}) },
    })
  const sentence = `Answered the questions: ${right} of ${asked} right${passed ? '' : ', not enough yet'}`
  return {
    value: { passed, right, asked, wrong, open },
    events: [{ sentence, record: assignmentRecord(taking) }],
  }
}

/** Looks at the answers of an own training before it is signed. */
export const checkAnswers = defineCommand({
  name: 'training.check',
  permission: 'training.take-own',
  input: schema.checkInput,
  run: (context, input) => check(context, context.actor.personId, input),
})

/** Signs an own training. Sent twice it signs once. */
export const signTraining = defineCommand({
  name: 'training.sign',
  permission: 'training.take-own',
  input: schema.signInput,
  run: async (context, input) => {
    await refuseOutside(context, input.id)
    const signer = { personId: context.actor.personId, method: 'own-device' } as const
    const { value, events, due } = await sign(context, signer, input)
    const [first, ...rest] = events
    if (first) return { value, events: [first, ...rest], due }
    return { value, events: [{ sentence: 'Sent a signature a second time; the first one stands' }] }
  },
})

/** What is held elsewhere is signed with its certificate alone: lib/flows/outside-certificate.ts. */
async function refuseOutside({ tx, actor }: CommandContext, id: string): Promise<void> {
  const isOutside = await tx.assignment.count({
    where: { id, personId: actor.personId, campaign: { course: { kind: 'outside' } } },
  })
  if (isOutside > 0) throw conflict('Add your certificate first.')
}
