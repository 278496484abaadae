import { dateOf, dayOrNull, formatDay } from '#lib/base/days'
import { isId, newId } from '#lib/base/ids'
import { requireAt } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { invalid, notFound } from '#lib/kernel/errors'
import { optionLabel } from '#lib/kernel/table'
import { wayBetween } from './chain.ts'
import { linksBehind } from './chain-queries.ts'
import { certificateKinds } from './options.ts'
import { certificateInput, contactInput, linkInput, removeInput, vendorKind } from './schema.ts'
import { type LockedVendor, lockForEdit, recordOf, settle } from './store.ts'

const wrong = (field: string, message: string) =>
  invalid('Please check the marked fields.', { [field]: message })

/** The vendor, locked for somebody who may change it, with a new version: others who have it open are told. */
async function vendorToChange(
  context: CommandContext,
  { id, version }: { id: string; version: number },
): Promise<LockedVendor> {
  const vendor = await lockForEdit(context, id, version)
  requireAt(context.actor, 'vendor.edit', [])
  await context.tx.vendor.update({
    where: { id },
    data: { updatedAt: context.now, version: { increment: 1 } },
  })
  return vendor
}

export const saveContact = defineCommand({
  name: 'vendor.save-contact',
  permission: 'vendor.edit',
  input: contactInput,
  run: async (context, { id, version, partId, ...facts }) => {
    const { tx, actor, now } = context
    const vendor = await vendorToChange(context, { id, version })
    if (partId) {
      const { count } = await tx.vendorContact.updateMany({
        where: { id: partId, vendorId: id },
        data: facts,
      })
      if (count === 0) throw notFound()
    } else
      await tx.vendorContact.create({
        data: { ...facts, id: newId(now.getTime()), practiceId: actor.practiceId, vendorId: id },
      })
    const about = facts.about ? ` (${facts.about})` : ''
    const sentence = `${partId ? 'Changed' : 'Added'} the contact ${facts.name}${about}`
    return { value: { id }, events: [{ sentence, record: recordOf(vendor) }] }
  },
})

export const removeContact = defineCommand({
  name: 'vendor.remove-contact',
  permission: 'vendor.edit',
  input: removeInput,
  run: async (context, { id, version, partId }) => {
    const vendor = await vendorToChange(context, { id, version })
    const [contact] = await context.tx.vendorContact.findMany({ where: { id: partId, vendorId: id } })
    if (!contact) throw notFound()
    await context.tx.vendorContact.delete({ where: { id: partId } })
    return {
      value: { id },
      events: [{ sentence: `Removed the contact ${contact.name}`, record: recordOf(vendor) }],
    }
  },
})

const named = { id: true, ref: true, name: true } as const

/** The vendor that words or a choice name as a sub-processor; refused when the chain would lead back to where it starts. */
async function subProcessorOf({ tx }: CommandContext, vendor: LockedVendor, words: string) {
  const by = isId(words) ? { id: words } : { ref: { equals: words, mode: 'insensitive' as const } }
  const found = await tx.vendor.findFirst({ where: { ...by, archivedAt: null }, select: named })
  if (!found) throw wrong('subProcessor', words ? `There is no vendor ${words}.` : 'Choose the vendor.')
  if (found.id === vendor.id) throw wrong('subProcessor', 'A vendor does not stand behind itself.')
  const links = await linksBehind(tx, found.id)
  const way = wayBetween(found.id, vendor.id, links)
  if (way) {
    const vendors = await tx.vendor.findMany({ where: { id: { in: way } }, select: named })
    const names = way.map((id) => vendors.find((one) => one.id === id)?.name ?? '')
    throw wrong(
      'subProcessor',
      `${vendor.name} already stands behind ${found.name} (${names.join(' → ')}). A chain cannot lead back to where it starts.`,
    )
  }
  const there = await tx.vendorLink.count({ where: { vendorId: vendor.id, subProcessorId: found.id } })
  if (there > 0) throw wrong('subProcessor', `${found.name} is named already.`)
  return found
}

export const saveLink = defineCommand({
  name: 'vendor.save-link',
  permission: 'vendor.edit',
  input: linkInput,
  run: async (context, { id, version, partId, subProcessor, does, patientData }) => {
    const { tx, actor, now } = context
    // Two links that are made at once could close a circle that neither of them sees.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('vendor chain'), hashtext(${actor.practiceId}))`
    const vendor = await vendorToChange(context, { id, version })
    if (partId) {
      const [link] = await tx.vendorLink.findMany({
        where: { id: partId, vendorId: id },
        select: { subProcessor: { select: named } },
      })
      if (!link) throw notFound()
      await tx.vendorLink.update({ where: { id: partId }, data: { does, patientData } })
      const sentence = `Changed what ${recordOf(link.subProcessor).label} does for it as a sub-processor`
      return { value: { id }, events: [{ sentence, record: recordOf(vendor) }] }
    }
    const found = await subProcessorOf(context, vendor, subProcessor)
    const part = { id: newId(now.getTime()), practiceId: actor.practiceId, does, patientData }
    await tx.vendorLink.create({ data: { ...part, vendorId: id, subProcessorId: found.id } })
    return {
      value: { id },
      events: [
        { sentence: `Named ${recordOf(found).label} as its sub-processor`, record: recordOf(vendor) },
        { sentence: `Named as a sub-processor of ${recordOf(vendor).label}`, record: recordOf(found) },
      ],
    }
  },
})

export const removeLink = defineCommand({
  name: 'vendor.remove-link',
  permission: 'vendor.edit',
  input: removeInput,
  run: async (context, { id, version, partId }) => {
    const vendor = await vendorToChange(context, { id, version })
    const [link] = await context.tx.vendorLink.findMany({
      where: { id: partId, vendorId: id },
      select: { subProcessor: { select: named } },
    })
    if (!link) throw notFound()
    await context.tx.vendorLink.delete({ where: { id: partId } })
    const other = recordOf(link.subProcessor)
    return {
      value: { id },
      events: [
        { sentence: `Took ${other.label} off its sub-processors`, record: recordOf(vendor) },
        { sentence: `Taken off the sub-processors of ${recordOf(vendor).label}`, record: other },
      ],
    }
  },
})

const certificateName = ({ kind, scope }: { kind: string; scope: string }) =>
  kind === 'other' ? scope : `${optionLabel(certificateKinds, kind)}${scope ? ` (${scope})` : ''}`

/** The file that is to show a certificate: one on the same vendor that counts, or the one it names already. */
async function proofOf(
  { tx }: CommandContext,
  vendorId: string,
  wanted: string | null,
  before: string | null,
) {
  if (wanted === null) return null
  const file = await tx.evidence.findFirst({
    where: { id: wanted, recordKind: vendorKind, recordId: vendorId },
    select: { id: true, title: true, withdrawnAt: true },
  })
  if (!file || (file.withdrawnAt && file.id !== before))
    throw wrong('evidenceId', 'Choose one of the files on this vendor.')
  return file
}

export const saveCertificate = defineCommand({
  name: 'vendor.save-certificate',
  permission: 'vendor.edit',
  input: certificateInput,
  run: async (context, { id, version, partId, issuedOn, validUntil, evidenceId, ...facts }) => {
    const { tx, actor, now, today } = context
    const vendor = await vendorToChange(context, { id, version })
    if (issuedOn && issuedOn > today) throw wrong('issuedOn', 'This day has not come yet.')
    const [before] = partId
      ? await tx.vendorCertificate.findMany({ where: { id: partId, vendorId: id } })
      : []
    if (partId && !before) throw notFound()
    const proof = await proofOf(context, id, evidenceId, before?.evidenceId ?? null)
    const data = {
      ...facts,
      evidenceId: proof?.id ?? null,
      issuedOn: issuedOn ? dateOf(issuedOn) : null,
      validUntil: validUntil ? dateOf(validUntil) : null,
    }
    if (before) {
      const last = dayOrNull(before.validUntil)
      const renewed = last !== null && validUntil !== null && validUntil > last
      await tx.vendorCertificate.update({
        where: { id: before.id },
        data: { ...data, ...(renewed ? { enteredOn: dateOf(today) } : {}) },
      })
    } else
      await tx.vendorCertificate.create({
        data: {
          ...data,
          id: newId(now.getTime()),
          practiceId: actor.practiceId,
          vendorId: id,
          enteredOn: dateOf(today),
        },
      })
    const until = validUntil ? `, valid until ${formatDay(validUntil)}` : ''
    const shown = proof && proof.id !== before?.evidenceId ? `, shown by the file “${proof.title}”` : ''
    const sentence = `${partId ? 'Changed' : 'Noted'} the certificate ${certificateName(facts)}${until}${shown}`
    return {
      value: { id },
      events: [{ sentence, record: recordOf(vendor) }],
      due: await settle(context, { id }),
    }
  },
})

export const removeCertificate = defineCommand({
  name: 'vendor.remove-certificate',
  permission: 'vendor.edit',
  input: removeInput,
  run: async (context, { id, version, partId }) => {
    const vendor = await vendorToChange(context, { id, version })
    const [found] = await context.tx.vendorCertificate.findMany({ where: { id: partId, vendorId: id } })
    if (!found) throw notFound()
    await context.tx.vendorCertificate.delete({ where: { id: partId } })
    return {
      value: { id },
      events: [{ sentence: `Removed the certificate ${certificateName(found)}`, record: recordOf(vendor) }],
      due: await settle(context, { id }),
    }
  },
})
