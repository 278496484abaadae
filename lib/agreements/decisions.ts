import { dateOf, dayOrNull, formatDay } from '#lib/base/days'
import { count, listInWords } from '#lib/base/text'
import { type Actor, requireAt } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import { conflict, forbidden, invalid } from '#lib/kernel/errors'
import { optionLabel } from '#lib/kernel/table'
import { agreementClauses } from '#lib/law/agreement-clauses'
import { missingClauses, termOn } from '#lib/law/agreement-terms'
import { termsOf } from '#lib/law/stored-terms'
import { clauseStates, dataReturns } from './options.ts'
import { mayKeep } from './policy.ts'
import { clausesInput, letRenewInput, returnInput, terminateInput } from './schema.ts'
import { type LockedAgreement, lockForEdit, putClauses, recordOf, settle } from './store.ts'

function requireKeep(actor: Actor, agreement: LockedAgreement): void {
  if (!mayKeep(actor, agreement)) throw forbidden()
}

const wrong = (field: string, message: string) =>
  invalid('Please check the marked fields.', { [field]: message })

/** What was found of the clauses, with the agreement's own words. Whether it counts as complete follows from it. */
export const saveClauses = defineCommand({
  name: 'agreement.save-clauses',
  permission: 'agreement.keep-own',
  input: clausesInput,
  run: async (context, { id, version, clauses }) => {
    const { tx, actor, now, today } = context
    const found = await lockForEdit(context, id, version)
    requireKeep(actor, found)
    for (const { key, onlyIf } of agreementClauses)
      if (clauses[key]?.state === 'not-needed' && onlyIf === undefined)
        throw wrong(`clauses.${key}.state`, 'The law always asks for this one.')
    const before = new Map(found.clauses.map(({ key, state }) => [key, state]))
    const entries = Object.entries(clauses).flatMap(([key, clause]) =>
      clause ? [{ agreementId: id, key, ...clause }] : [],
    )
    await putClauses(context, entries)
    await tx.agreement.update({
      where: { id },
      data: { clausesOn: dateOf(today), updatedAt: now, version: { increment: 1 } },
    })
    const changed = agreementClauses.flatMap(({ key, label }) => {
      const state = clauses[key]?.state
      return state !== undefined && state !== (before.get(key) ?? 'unknown')
        ? [`${label}: ${optionLabel(clauseStates, state).toLowerCase()}`]
        : []
    })
    const due = await settle(context, { id })
    const after = await tx.agreementClause.findMany({
      where: { agreementId: id },
      select: { key: true, state: true },
    })
    const missing = missingClauses(after).length
    const stands =
      missing === 0
        ? 'It has every clause that the law requires'
        : `${count(missing, 'required clause')} missing`
    return {
      value: { id },
      events: [
        {
          sentence: `Went through its clauses on ${formatDay(today)}`,
          record: recordOf(found),
          reason: `${changesInWords(changed)}. ${stands}.`,
        },
      ],
      due,
    }
  },
})

/** What was found anew, told one by one unless that would be a list that nobody reads. */
function changesInWords(changed: readonly string[]): string {
  if (changed.length === 0) return 'Nothing changed'
  return changed.length <= mostTold ? listInWords(changed) : `${changed.length} clauses answered`
}
const mostTold = 5

/** Ends an agreement before its term, from a day on. Patient data then has to be returned or destroyed. */
export const terminateAgreement = defineCommand({
  name: 'agreement.terminate',
  permission: 'agreement.edit',
  input: terminateInput,
  run: async (context, { id, version, on, reason }) => {
    const { tx, actor, now } = context
    const found = await lockForEdit(context, id, version)
    requireAt(actor, 'agreement.edit', [])
    const { signedOn, effectiveOn } = termsOf(found)
    if (!signedOn) throw conflict('It was never signed, so there is nothing to end. Archive it instead.')
    if (on < (effectiveOn ?? signedOn)) throw wrong('on', 'It had not begun by then.')
    await tx.agreement.update({
      where: { id },
      data: {
        terminatedOn: dateOf(on),
        terminationReason: reason,
        updatedAt: now,
        version: { increment: 1 },
      },
    })
    return {
      value: { id },
      events: [
        { sentence: `Ended it: no longer in force from ${formatDay(on)}`, record: recordOf(found), reason },
      ],
      due: await settle(context, { id }),
    }
  },
})

/** What became of the patient data after the end: the vendor's certificate is a file on the agreement. */
export const recordDataReturn = defineCommand({
  name: 'agreement.record-data-return',
  permission: 'agreement.keep-own',
  input: returnInput,
  run: async (context, { id, version, how, on, note }) => {
    const { tx, actor, now, today } = context
    const found = await lockForEdit(context, id, version)
    requireKeep(actor, found)
    if (!found.terminatedOn) throw conflict('It has not been ended.')
    if (on > today) throw wrong('on', 'This day has not come yet.')
    if (how === 'kept-protected' && note.length < 3) throw wrong('note', 'Say why neither was feasible.')
    await tx.agreement.update({
      where: { id },
      data: {
        dataReturn: how,
        dataReturnedOn: dateOf(on),
        dataReturnNote: note,
        updatedAt: now,
        version: { increment: 1 },
      },
    })
    const sentence = `Noted what became of the patient data on ${formatDay(on)}: ${optionLabel(dataReturns, how)}`
    return {
      value: { id },
      events: [{ sentence, record: recordOf(found), ...(note ? { reason: note } : {}) }],
      due: await settle(context, { id }),
    }
  },
})

/** The decision to let an agreement renew, for the term that runs. */
export const letRenew = defineCommand({
  name: 'agreement.let-renew',
  permission: 'agreement.keep-own',
  input: letRenewInput,
  run: async (context, { id, version, note }) => {
    const { tx, actor, now, today } = context
    const found = await lockForEdit(context, id, version)
    requireKeep(actor, found)
    const term = termOn(termsOf(found), today)
    if (found.renewal !== 'renews' || !term) throw conflict('It does not renew by itself.')
    if (dayOrNull(found.renewalDecidedFor) === term.to)
      throw conflict('This is decided already for the term that runs.')
    await tx.agreement.update({
      where: { id },
      data: {
        renewalDecidedOn: dateOf(today),
        renewalDecidedFor: dateOf(term.to),
        updatedAt: now,
        version: { increment: 1 },
      },
    })
    return {
      value: { id },
      events: [
        {
          sentence: `Decided to let it renew after ${formatDay(term.to)}`,
          record: recordOf(found),
          ...(note ? { reason: note } : {}),
        },
      ],
      due: await settle(context, { id }),
    }
  },
})
