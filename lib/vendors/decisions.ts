import { dateOf, formatDay } from '#lib/base/days'
import { requireAt } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import { forbidden, invalid } from '#lib/kernel/errors'
import { optionLabel } from '#lib/kernel/table'
import { determinationReasons } from '#lib/law/business-associate'
import { handedTo } from '#lib/people/handed-duties'
import { answersFor, mayReview, visibleToReviewer } from './policy.ts'
import { determineInput, reviewInput, vendorKind } from './schema.ts'
import { lockForEdit, recordOf, settle } from './store.ts'

const wrongDay = (message: string) => invalid('Please check the marked fields.', { on: message })

const says: Readonly<Record<string, string>> = {
  yes: 'Determined that it is a business associate',
  no: 'Determined that it is not a business associate',
  unknown: 'Left open whether it is a business associate',
}

/** Whether a vendor is a business associate. The last one stands on the record; the history keeps them all, with reasons. */
export const determineVendor = defineCommand({
  name: 'vendor.determine',
  permission: 'vendor.determine',
  input: determineInput,
  run: async (context, { id, version, answer, reasons, note, on }) => {
    const { tx, actor, now, today } = context
    const vendor = await lockForEdit(context, id, version)
    requireAt(actor, 'vendor.determine', [])
    if (on > today) throw wrongDay('This day has not come yet.')
    if (vendor.determinedOn && dateOf(on) < vendor.determinedOn)
      throw wrongDay('There is a later one already.')
    if (answer === 'no' && reasons.includes('no-patient-data') && vendor.patientData === 'yes')
      throw invalid('Please check the marked fields.', {
        reasons:
          'The register says that it has patient data. Change that first if it is wrong, or choose another reason.',
      })
    await tx.vendor.update({
      where: { id },
      data: {
        businessAssociate: answer,
        determinationReasons: reasons,
        determinationNote: note,
        determinedOn: dateOf(on),
        determinedById: actor.personId,
        updatedAt: now,
        version: { increment: 1 },
      },
    })
    const why = [
      ...reasons.map((reason) => optionLabel(determinationReasons, reason)),
      ...(note ? [note] : []),
    ]
    return {
      value: { id },
      events: [
        { sentence: `${says[answer]} on ${formatDay(on)}`, record: recordOf(vendor), reason: why.join('. ') },
      ],
      due: await settle(context, { id }),
    }
  },
})

/** Whoever may record reviews does it here: its owner and its backup may without its page. */
export const reviewVendor = defineCommand({
  name: 'vendor.review',
  permission: 'vendor.review-own',
  input: reviewInput,
  run: async (context, { id, version, on, note }) => {
    const { tx, actor, now, today } = context
    const handed = await handedTo(tx, actor, vendorKind)
    const vendor = await lockForEdit(context, id, version, visibleToReviewer(actor, handed))
    if (!mayReview(actor, handed.includes(id) || answersFor(actor, vendor))) throw forbidden()
    if (on > today) throw wrongDay('This day has not come yet.')
    if (vendor.reviewedOn && dateOf(on) < vendor.reviewedOn) throw wrongDay('There is a later one already.')
    await tx.vendor.update({
      where: { id },
      data: { reviewedOn: dateOf(on), updatedAt: now, version: { increment: 1 } },
    })
    return {
      value: { id },
      events: [{ sentence: `Reviewed it on ${formatDay(on)}`, record: recordOf(vendor), reason: note }],
      due: await settle(context, { id }),
    }
  },
})
