import { cookies, headers } from 'next/headers'
import { z } from 'zod'
import { isSecure } from '#lib/platform/front-door'
import { seal, unseal } from '#lib/platform/secret-box'

const TYPED = 'plumbline-file-form'
const SECONDS = 120
const LONGEST = 1_500

const typedFields = z.object({ title: z.string(), note: z.string(), validUntil: z.string() }).partial()
export type Typed = z.output<typeof typedFields>

/** Keeps what somebody typed beside a file that was refused, so that only the file has to be chosen again. */
export async function keepTyped(personId: string, facts: Readonly<Record<string, string>>): Promise<void> {
  const { title = '', note = '', validUntil = '' } = facts
  const text = JSON.stringify({ title: title.slice(0, 200), note: note.slice(0, LONGEST), validUntil })
  ;(await cookies()).set(TYPED, seal(text, `${TYPED} ${personId}`), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/evidence',
    maxAge: SECONDS,
    secure: isSecure(await headers()),
  })
}

export async function keptTyped(personId: string): Promise<Typed> {
  const value = (await cookies()).get(TYPED)?.value
  const text = value ? unseal(value, `${TYPED} ${personId}`) : null
  return text ? typedFields.parse(JSON.parse(text)) : {}
}

export async function dropTyped(): Promise<void> {
  ;(await cookies()).set(TYPED, '', { path: '/evidence', maxAge: 0 })
}
