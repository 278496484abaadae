import { createHash } from 'node:crypto'
import { z } from 'zod'
import { visible as visibleSystem } from '#lib/ai-systems/policy'
import { systemKind } from '#lib/ai-systems/schema'
import { newId } from '#lib/base/ids'
import { count, listInWords, shorten, squeeze } from '#lib/base/text'
import { type Actor, canAt, requireAt } from '#lib/kernel/access'
import type { EventDraft } from '#lib/kernel/audit'
import { insertRows } from '#lib/kernel/bulk'
import { defineCommand } from '#lib/kernel/command'
import { conflict } from '#lib/kernel/errors'
import { nextReferences } from '#lib/kernel/reference'
import { read, type Tx } from '#lib/platform/db'
import { type Nameable, nearVendors, vendorTextKey } from '#lib/vendors/match-vendors'
import { vendorPrefix } from '#lib/vendors/schema'
import { recordOf, settle } from '#lib/vendors/store'

interface NamedSystem {
  id: string
  ref: string
  name: string
}

/** One vendor text of AI systems that have no link yet. */
export interface UnmatchedText {
  /** As most of the systems write it. */
  text: string
  systems: NamedSystem[]
  /** The vendor it surely means; null when nobody can tell. */
  sure: string | null
  likely: Nameable[]
}

export interface UnmatchedPage {
  texts: UnmatchedText[]
  /** How many texts there are on all pages. */
  total: number
  /** Every vendor, where they are few enough to be listed; else nobody reads through them, and a reference is asked for. */
  vendors: Nameable[] | null
}

/** How many texts stand on one page. */
export const textsPerPage = 25
const mostListed = 60

/** Who may match: whoever keeps both registers for the whole practice. */
export function mayMatch(actor: Actor): boolean {
  return canAt(actor, 'vendor.edit', []) && canAt(actor, 'ai-system.edit', [])
}

const named = { id: true, ref: true, name: true } as const

/** The AI systems without a link by the text they name, most systems first. One statement. */
async function textsOf(tx: Tx, actor: Actor): Promise<{ text: string; systems: NamedSystem[] }[]> {
  const found = await tx.aiSystem.findMany({
    where: { AND: [{ vendorId: null, vendorName: { not: '' }, archivedAt: null }, visibleSystem(actor)] },
    select: { ...named, vendorName: true },
    orderBy: { ref: 'asc' },
  })
  const byText = Map.groupBy(found, ({ vendorName }) => vendorTextKey(vendorName))
  const texts = [...byText.values()].map((systems) => {
    const spellings = Map.groupBy(systems, ({ vendorName }) => squeeze(vendorName))
    const [commonest] = [...spellings].sort(([, a], [, b]) => b.length - a.length)
    return { text: commonest?.[0] ?? '', systems: systems.map(({ id, ref, name }) => ({ id, ref, name })) }
  })
  return texts.sort((a, b) => b.systems.length - a.systems.length || a.text.localeCompare(b.text))
}

const vendorsOf = (tx: Tx): Promise<Nameable[]> =>
  tx.vendor.findMany({
    where: { archivedAt: null },
    select: named,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })

/** How many vendor texts have no link yet; 0 for those who may not match them. */
export async function countUnmatched(actor: Actor): Promise<number> {
  if (!mayMatch(actor)) return 0
  return read(actor, async (tx) => (await textsOf(tx, actor)).length)
}

/** One page, from 1 on, of the vendor texts without a link, each with the vendor it is likely to mean. */
export function unmatchedPage(actor: Actor, page: number): Promise<UnmatchedPage> {
  return read(actor, async (tx) => {
    const all = mayMatch(actor) ? await textsOf(tx, actor) : []
    const vendors = await vendorsOf(tx)
    const near = nearVendors(vendors)
    const texts = all.slice((page - 1) * textsPerPage, page * textsPerPage).map((one) => {
      const { sure, likely } = near(one.text)
      return { ...one, sure: sure?.id ?? null, likely }
    })
    return { texts, total: all.length, vendors: vendors.length <= mostListed ? vendors : null }
  })
}

const text = z.string().trim().min(1).max(200)
const choice = z.object({
  text,
  /** 'new', 'leave', or the id of a vendor. */
  to: z.union([z.enum(['new', 'leave']), z.uuid()], 'Choose from the list.'),
  /** The reference of another vendor; it goes before `to`. */
  ref: z.string().trim().max(20).default(''),
})
const choicesInput = z.record(z.string(), choice)
type Choices = z.output<typeof choicesInput>

interface Step {
  text: string
  systems: NamedSystem[]
  /** Null for a vendor that will be made. */
  vendor: Nameable | null
}

interface MatchPlan {
  steps: Step[]
  problems: Record<string, string>
}

/** What the choices mean for the systems and vendors that there are now. */
async function planOf(tx: Tx, actor: Actor, choices: Choices): Promise<MatchPlan> {
  const systems = new Map((await textsOf(tx, actor)).map((one) => [vendorTextKey(one.text), one]))
  const vendors = await vendorsOf(tx)
  const problems: Record<string, string> = {}
  const steps: Step[] = []
  for (const [key, { text, to, ref }] of Object.entries(choices)) {
    const found = systems.get(vendorTextKey(text))
    if (!found || (to === 'leave' && ref === '') || steps.some((step) => step.text === found.text)) continue
    const vendor = vendors.find((one) =>
      ref === '' ? one.id === to : one.ref.toLowerCase() === ref.toLowerCase(),
    )
    if (ref !== '' && !vendor) problems[`choices.${key}.ref`] = `There is no vendor ${ref}.`
    else if (!vendor && to !== 'new')
      problems[`choices.${key}.to`] = 'This vendor is not in the register any more.'
    else steps.push({ ...found, vendor: vendor ?? null })
  }
  return { steps, problems }
}

/** Names exactly one plan: other systems, other vendors or other choices have another one. */
function fingerprintOf(steps: readonly Step[]): string {
  const plain = steps.map(({ text, systems, vendor }) => [
    text,
    vendor?.id ?? 'new',
    systems.map(({ id }) => id),
  ])
  return createHash('sha256').update(JSON.stringify(plain)).digest('hex')
}

const namedSystems = 5

function stepInWords({ text, systems, vendor }: Step): string {
  const names = systems.slice(0, namedSystems).map(({ ref, name }) => `${ref} ${shorten(name, 60)}`)
  const rest = systems.length - names.length
  const which = listInWords(rest > 0 ? [...names, `${count(rest, 'more AI system')}`] : names)
  return vendor
    ? `${which}: linked to ${vendor.ref} ${vendor.name}${vendorTextKey(vendor.name) === vendorTextKey(text) ? '' : `; the AI ${systems.length === 1 ? 'system goes' : 'systems go'} on saying “${text}”`}.`
    : `A new vendor “${text}” is added, and linked to ${which}.`
}

/** What will be done, in words, and what it is recognised by when it is done. */
export interface MatchPreview {
  says: string[]
  fingerprint: string
  problems: Record<string, string>
}

/** Says exactly what applying these choices does. */
export async function previewMatch(actor: Actor, input: unknown): Promise<MatchPreview> {
  const parsed = z.object({ choices: choicesInput }).safeParse(input)
  if (!parsed.success || !mayMatch(actor)) return { says: [], fingerprint: '', problems: {} }
  const { steps, problems } = await read(actor, (tx) => planOf(tx, actor, parsed.data.choices))
  return { says: steps.map(stepInWords), fingerprint: fingerprintOf(steps), problems }
}

/** Links AI systems to vendors, and makes those that are new: what the preview said, or nothing. */
export const matchVendors = defineCommand({
  name: 'vendor.match',
  permission: 'vendor.edit',
  input: z.object({ choices: choicesInput, fingerprint: z.string() }),
  run: async (context, { choices, fingerprint }) => {
    const { tx, actor, now } = context
    requireAt(actor, 'vendor.edit', [])
    requireAt(actor, 'ai-system.edit', [])
    // Whoever matches at the same time, or writes another name into one of these systems, waits.
    await tx.$executeRaw`SELECT 1 FROM "AiSystem" WHERE "vendorId" IS NULL AND "vendorName" <> '' ORDER BY "id" FOR UPDATE`
    const { steps } = await planOf(tx, actor, choices)
    const [first] = steps
    if (!first || fingerprintOf(steps) !== fingerprint)
      throw conflict(
        'Vendors or AI systems have changed since the preview. Nothing was done; please look again.',
      )
    const fresh = steps.filter(({ vendor }) => vendor === null)
    const refs = await nextReferences(tx, actor.practiceId, vendorPrefix, fresh.length)
    const made = fresh.map(({ text: name }, at) => ({ id: newId(now.getTime()), ref: refs[at] ?? '', name }))
    const stamp = { version: 1, createdAt: now.toISOString(), updatedAt: now.toISOString() }
    await insertRows(
      tx,
      'Vendor',
      made.map((vendor) => ({ ...blank, ...vendor, ...stamp, practiceId: actor.practiceId })),
    )
    const linked: EventDraft[] = []
    for (const { systems, vendor, text } of steps) {
      const target = vendor ?? made.find(({ name }) => name === text)
      if (!target) continue
      await tx.aiSystem.updateMany({
        where: { id: { in: systems.map(({ id }) => id) } },
        data: { vendorId: target.id, updatedAt: now, version: { increment: 1 } },
      })
      for (const { id, ref, name } of systems)
        linked.push({
          sentence: `Linked it to the vendor ${target.ref} ${target.name}`,
          record: { kind: systemKind, id, label: `${ref} ${name}` },
        })
    }
    const added = made.map((vendor): EventDraft => {
      const record = recordOf(vendor)
      return { sentence: `Added ${record.label} to the register, as AI systems name it`, record }
    })
    const [event, ...more] = [...added, ...linked]
    if (!event) throw conflict('There is nothing to do.')
    return {
      value: { systems: linked.length, vendors: made.length },
      events: [event, ...more],
      due: await settle(context, { id: { in: made.map(({ id }) => id) } }),
    }
  },
})

/** What a vendor is of which only the name is known; the columns that the database would fill likewise. */
const blank = {
  website: '',
  services: '',
  criticality: 'unknown',
  patientData: 'unknown',
  notes: '',
  businessAssociate: 'unknown',
  determinationReasons: [],
  determinationNote: '',
}
