import { squeeze } from '#lib/base/text'
import { type Actor, can } from '#lib/kernel/access'
import { updateRows } from '#lib/kernel/bulk'
import type { Result } from '#lib/kernel/command'
import { read, type Tx } from '#lib/platform/db'

/** Somebody (null: new) and the address they are to have; '' for none. */
export interface WantedEmail {
  id: string | null
  name: string
  email: string
}

/** The first address that two of these share or that somebody else has, in words; null when all are free. Two queries. */
export async function takenEmail(
  tx: Tx,
  wanted: readonly WantedEmail[],
): Promise<{ name: string; message: string } | null> {
  const given = wanted.filter(({ email }) => email !== '')
  const addresses = given.map(({ email }) => email)
  const owners = new Map(
    (
      await tx.person.findMany({
        where: { email: { in: addresses } },
        select: { id: true, ref: true, name: true, email: true },
      })
    ).map((owner) => [owner.email, owner]),
  )
  const seen = new Map<string, string>()
  for (const { id, name, email } of given) {
    const owner = owners.get(email)
    if (owner && owner.id !== id)
      return { name, message: `${owner.name} (${owner.ref}) has the address ${email} already.` }
    const earlier = seen.get(email)
    if (earlier) return { name, message: `${earlier} has the same address, ${email}.` }
    seen.set(email, name)
  }
  return null
}

/**
 * A refused form of a person, with the address named too when somebody else has it: commands look that up only once all
 * else is right, and a form says everything at once.
 */
export async function alsoTakenEmail<Refused extends Result<unknown> & { ok: false }>(
  actor: Actor,
  result: Refused,
  { id, email }: Readonly<Record<string, unknown>>,
): Promise<Refused> {
  if (result.code !== 'invalid' || result.fields.email || typeof email !== 'string') return result
  if (!can(actor, 'person.edit')) return result
  const wanted = { id: typeof id === 'string' ? id : null, name: '', email: squeeze(email).toLowerCase() }
  const taken = await read(actor, (tx) => takenEmail(tx, [wanted]))
  return taken ? { ...result, fields: { ...result.fields, email: taken.message } } : result
}

/**
 * Changes what account holders sign in with along with their address; those whose address is emptied keep it for that.
 * Returns the first address that cannot be taken over, in words.
 */
export async function followEmails(
  tx: Tx,
  changed: readonly { id: string; name: string; email: string }[],
): Promise<{ name: string; message: string } | null> {
  const accounts = await tx.account.findMany({
    where: { personId: { in: changed.map(({ id }) => id) } },
    select: { id: true, personId: true },
  })
  const byPerson = new Map(accounts.map(({ id, personId }) => [personId, id]))
  const follow = changed.flatMap(({ id, name, email }) => {
    const account = byPerson.get(id)
    return account && email !== '' ? [{ id: account, personId: id, name, email }] : []
  })
  // Sign-in addresses are unique across practices, which this transaction cannot see.
  const holders = await tx.$queryRaw<{ email: string; personId: string }[]>`
    SELECT wanted.email, a."personId"
    FROM unnest(${follow.map(({ email }) => email)}::text[]) AS wanted(email), LATERAL locate_account(wanted.email) a`
  for (const { email, personId, name } of follow)
    if (holders.some((holder) => holder.email === email && holder.personId !== personId))
      return { name, message: 'Somebody signs in with this address already.' }
  await updateRows(
    tx,
    'Account',
    follow.map(({ id, email }) => ({ id, email })),
  )
  return null
}
