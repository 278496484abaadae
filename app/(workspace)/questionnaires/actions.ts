'use server'

import { headers } from 'next/headers'
import type { FormState } from '#components/form/action-form'
import { formatInstant } from '#lib/base/days'
import { formObject } from '#lib/base/form-data'
import type { Actor, Permission } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { env } from '#lib/platform/env'
import * as commands from '#lib/questionnaires/commands'
import { getQuestionnaire } from '#lib/questionnaires/detail-queries'
import { finishScoring, scoreAnswer, settleGap } from '#lib/questionnaires/score-commands'
import { questionnaireTable } from '#lib/questionnaires/table'
import { draftKeyOf, type EntryState, refusedEntry } from '../form-values.ts'
import { leaveWith } from '../leave-with.ts'
import type { DecisionState } from '../question-form.tsx'
import { type Refused, refusedOnRecord } from '../refused-form.ts'

/** A link that was just made, to be shown this once. */
export interface SentState extends EntryState {
  address?: string
  until?: string
  /** Whether it went out by mail as well. */
  mailed?: boolean
  /** The questionnaire's page. */
  href?: string
  ref?: string
}

/** The address under which people reach this installation: the one that is set, else that of this request. */
async function originHere(): Promise<string> {
  return env().appUrl ?? (await headers()).get('origin') ?? ''
}

async function shown(
  actor: Actor,
  result: Result<commands.SentLink>,
  form: FormData,
  origin: string,
): Promise<SentState> {
  if (!result.ok) return refusedEntry(result, form)
  const { id, ref, path, expiresAt, mailed } = result.value
  await dropDraft(actor, draftKeyOf(form))
  return {
    ok: true,
    address: `${origin}${path}`,
    until: formatInstant(expiresAt, actor.timeZone),
    ...{ mailed, ref },
    href: `/questionnaires/${id}`,
  }
}

export async function sendAction(_: SentState, form: FormData): Promise<SentState> {
  const actor = await requireActor('questionnaire.send')
  const origin = await originHere()
  return shown(actor, await commands.sendQuestionnaire(actor, { ...formObject(form), origin }), form, origin)
}

export async function renewLinkAction(_: SentState, form: FormData): Promise<SentState> {
  const actor = await requireActor('questionnaire.send')
  const origin = await originHere()
  const { from: _from, ...input } = formObject(form)
  return shown(actor, await commands.renewLink(actor, { ...input, origin }), form, origin)
}

/** A refused decision as the form's state. When somebody else was quicker it says who and what. */
function refused(actor: Actor, id: unknown, result: Refused, form: FormData): Promise<DecisionState> {
  return refusedOnRecord(result, form, () => getQuestionnaire(actor, String(id)))
}

/** Runs a command on the form's questionnaire and goes on, or gives the form its refusal. */
async function decide(
  permission: Permission,
  form: FormData,
  command: (actor: Actor, input: unknown) => Promise<Result<{ id: string }>>,
  says: string,
  to: (id: string) => string = (id) => `/questionnaires/${id}`,
): Promise<DecisionState> {
  const actor = await requireActor(permission)
  const { from, ...input } = formObject(form)
  const result = await command(actor, input)
  if (!result.ok) return refused(actor, input.id, result, form)
  await dropDraft(actor, draftKeyOf(form))
  return leaveWith(says, withReturn(to(result.value.id), returnQuery(questionnaireTable, from)))
}

export async function datesAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('questionnaire.send', form, commands.changeDates, 'Saved the dates.')
}

export async function revokeAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide(
    'questionnaire.send',
    form,
    commands.revokeLink,
    'Withdrawn: the link does not work any more.',
  )
}

export async function reopenAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('questionnaire.send', form, commands.reopenQuestionnaire, 'Opened again.')
}

export async function archiveAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide(
    'questionnaire.send',
    form,
    commands.archiveQuestionnaire,
    'Archived. You can restore it at any time.',
  )
}

export async function restoreAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('questionnaire.send', form, commands.restoreQuestionnaire, 'Restored to the register.')
}

export async function finishAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('questionnaire.score', form, finishScoring, 'Done: every answer was looked at.')
}

/** Keeps what somebody thinks of one answer, and goes on to the next that nobody has looked at. */
export async function scoreAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('questionnaire.score')
  const { from, ...input } = formObject(form)
  const result = await scoreAnswer(actor, input)
  if (!result.ok) return refused(actor, input.id, result, form)
  await dropDraft(actor, draftKeyOf(form))
  const { id } = result.value
  const items = (await getQuestionnaire(actor, id))?.items ?? []
  const here = items.findIndex(({ question }) => question.key === input.question)
  const open = ({ score }: (typeof items)[number]) => score === null || score.outdated
  const next = items.slice(here + 1).find(open) ?? items.find(open)
  const query = returnQuery(questionnaireTable, from)
  return next
    ? leaveWith('Saved. The next one:', withReturn(`/questionnaires/${id}/score/${next.question.key}`, query))
    : leaveWith('Saved. That was the last one.', withReturn(`/questionnaires/${id}`, query))
}

/** Says how a gap was settled, and goes back to the questionnaire, or for those who may not open that to their own work. */
export async function settleAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor('questionnaire.settle-own')
  const { gapId, how, back } = formObject(form)
  const result = await settleGap(actor, { gapId, how })
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, draftKeyOf(form))
  return leaveWith(
    'Recorded: the gap is settled.',
    back === 'yes' ? `/questionnaires/${result.value.id}` : '/',
  )
}
