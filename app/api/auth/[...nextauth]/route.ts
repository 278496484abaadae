import type { NextRequest } from 'next/server'
import { signOut } from '#lib/people/sessions'
import { signIn } from '#lib/people/sign-in'
import { type AuthDoor, answerAuthRequest } from '#lib/platform/auth'
import { now } from '#lib/platform/clock'

const door: AuthDoor = {
  signIn: async (credentials, from) => {
    const outcome = await signIn(credentials, from, now())
    return outcome.ok ? outcome.token : null
  },
  signOut: (token) => signOut(token, 'signed out', now()),
}

const answer = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) =>
  answerAuthRequest(request, context, door)

export { answer as GET, answer as POST }
