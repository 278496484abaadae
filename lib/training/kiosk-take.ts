import { z } from 'zod'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { Refusal } from '#lib/kernel/errors'
import { type Language, languages } from '#lib/law/lessons/lesson'
import { saveDraft } from '#lib/people/drafts'
import type { Origin } from '#lib/platform/auth'
import { begin } from './begin.ts'
import { atKiosk, type KioskContext, readAtKiosk } from './kiosk-door.ts'
import { listedAt, playedElsewhere, signableHere } from './kiosk-people.ts'
import type { Secrets } from './kiosk-turn.ts'
import { speak } from './language-commands.ts'
import { checkInput, signInput } from './schema.ts'
import { sign } from './sign.ts'
import { check } from './take-commands.ts'
import { draftKey, receiptFor, type TakeAnswer } from './take-door.ts'
import { reasonOf } from './take-refusal.ts'
import { type Seen, seeTaking } from './take-view.ts'

/** Most names on one tablet: the largest site of a group, and more than anybody scrolls. */
const mostNames = 1_000

interface KioskItem {
  id: string
  title: string
  minutes: number
}

/** What a tablet shows: the names, the choice of a PIN, what somebody has to sign, or one training. */
export type KioskView = { siteName: string } & (
  | { at: 'names'; people: { id: string; name: string }[] }
  | { at: 'choose'; name: string; language: Language }
  /** `elsewhere`: how many more take a device of one's own. */
  | { at: 'trainings'; name: string; language: Language; items: KioskItem[]; elsewhere: number }
  | { at: 'training'; seen: Seen; actor: Actor; hasMore: boolean }
)

const languageOf = (language: string): Language => languages.find((one) => one === language) ?? 'en'

/** What a tablet shows now; null when it is not open. `take`: the training that was chosen, if any. */
export function seeKiosk(secrets: Secrets, take: string | null, at: Date): Promise<KioskView | null> {
  return readAtKiosk<KioskView>(secrets, at, async (tx, { kiosk, person, actor }) => {
    const siteName = kiosk.site.name
    if (!person) {
      const people = await tx.person.findMany({
        where: listedAt(kiosk.siteId),
        select: { id: true, name: true },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: mostNames,
      })
      return { siteName, at: 'names', people }
    }
    const [name, language] = [person.name, languageOf(person.language)]
    if (person.kioskPin?.isGivenOut !== false) return { siteName, at: 'choose', name, language }
    const found = await tx.assignment.findMany({
      where: { ...signableHere, personId: person.id },
      select: { id: true, campaign: { select: { course: { select: { title: true, minutes: true } } } } },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    })
    const items = found.map(({ id, campaign }) => ({ id, ...campaign.course }))
    const seen = take && isId(take) ? await seeTaking(tx, actor, take) : null
    if (seen && isForKiosk(seen)) return { siteName, at: 'training', seen, actor, hasMore: items.length > 0 }
    const elsewhere = await tx.assignment.count({ where: { ...playedElsewhere, personId: person.id } })
    return { siteName, at: 'trainings', name, language, items, elsewhere }
  })
}

const isForKiosk = (seen: Seen) =>
  seen.state === 'signed' ||
  (seen.state === 'open' && seen.view.kind === 'lesson' && !seen.view.texts.en.package)

const sentInput = z.object({ what: z.enum(['check', 'sign', 'language', 'draft']) })
const languageInput = z.object({ language: z.enum(languages) })
const readInput = z.object({
  id: z.uuid(),
  versionId: z.string(),
  language: z.enum(languages),
  answers: z.record(z.string(), z.string()),
})

type Outcome = Omit<Awaited<ReturnType<typeof sign>>, 'value'> & { value: TakeAnswer }
const gone: TakeAnswer = { ok: false, reason: 'gone' }

/**
 * Does what the page of a training at a tablet asks, as the person whose turn it is and nobody else. 'gone' when it is nobody's,
 * or when they have not chosen a PIN of their own yet.
 */
export async function fromKiosk(
  secrets: Secrets,
  sent: Record<string, unknown>,
  from: Origin,
  at: Date,
): Promise<TakeAnswer> {
  const asked = sentInput.safeParse(sent)
  if (!asked.success) return gone
  const { what } = asked.data
  if (what === 'draft') return keepDraft(secrets, sent, at)
  try {
    const answer = await atKiosk<TakeAnswer>(secrets, at, `training.${what}`, async (context) => {
      const { person } = context
      if (!person || person.kioskPin?.isGivenOut !== false) return { value: gone }
      if (what === 'language') return speakAt(context, sent)
      return what === 'check' ? checkAt(context, person.id, sent) : signAt(context, person.id, sent, from)
    })
    return answer ?? gone
  } catch (error) {
    if (error instanceof Refusal) return whyNot(secrets, sent, error, at)
    throw error
  }
}

async function speakAt({ tx, actor }: KioskContext, sent: object): Promise<Outcome> {
  const parsed = languageInput.safeParse(sent)
  if (!parsed.success) return { value: gone, events: [], due: [] }
  const sentence = await speak(tx, actor.personId, parsed.data.language)
  return { value: { ok: true }, events: [{ sentence }], due: [] }
}

async function checkAt(context: KioskContext, personId: string, sent: object): Promise<Outcome> {
  const parsed = checkInput.safeParse(sent)
  if (!parsed.success) return { value: { ok: false, reason: 'fault' }, events: [], due: [] }
  const { events } = await check(context, personId, parsed.data)
  return { value: { ok: true }, events: [...events], due: [] }
}

async function signAt(
  context: KioskContext,
  personId: string,
  sent: object,
  { address, userAgent: browser }: Origin,
): Promise<Outcome> {
  const parsed = signInput.safeParse({ ...sent, address, browser })
  if (!parsed.success) {
    const paths = new Set(parsed.error.issues.map(({ path }) => path[0]))
    const reason = paths.has('stated') ? 'tick' : paths.has('name') ? 'name' : 'fault'
    return { value: { ok: false, reason }, events: [], due: [] }
  }
  const { tx, actor } = context
  const isLesson = await tx.assignment.count({
    where: { id: parsed.data.id, personId, campaign: { course: { kind: 'lesson', hasPackage: false } } },
  })
  if (isLesson === 0) return { value: gone, events: [], due: [] }
  const { value, events, due } = await sign(context, { personId, method: 'kiosk' }, parsed.data)
  await tx.draft.deleteMany({ where: { personId, form: draftKey(parsed.data.id) } })
  return { value: { ok: true, receipt: await receiptFor(tx, actor, value.attestationId) }, events, due }
}

async function whyNot(secrets: Secrets, sent: object, refusal: Refusal, at: Date): Promise<TakeAnswer> {
  const parsed = readInput.safeParse(sent)
  const reason = await readAtKiosk(secrets, at, (tx, { actor }) =>
    reasonOf(tx, actor.personId, refusal, parsed.success ? parsed.data : {}),
  )
  return { ok: false, reason: reason ?? 'gone' }
}

/** Keeps how far somebody is: on the server alone, because nothing of theirs may stay in a shared tablet. */
async function keepDraft(secrets: Secrets, sent: Record<string, unknown>, at: Date): Promise<TakeAnswer> {
  const { id, basis, values } = sent
  const actor = await atKiosk(secrets, at, 'training.draft', async (context) => ({
    value: context.person ? context.actor : null,
    events: context.person && isId(String(id)) ? await begin(context, context.person.id, String(id)) : [],
  }))
  if (!actor || typeof id !== 'string') return gone
  return (await saveDraft(actor, { form: draftKey(id), basis, values }, at)) ? { ok: true } : gone
}

/** The person at the tablet as somebody who reads, for the files of a lesson; null when it is nobody's turn. */
export function readerAt(secrets: Secrets, at: Date): Promise<Actor | null> {
  return readAtKiosk(secrets, at, async (_, { person, actor }) => (person ? actor : null))
}
