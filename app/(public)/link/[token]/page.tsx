import type { Metadata } from 'next'
import { PublicShell } from '#components/shell/public-shell'
import { ButtonLink } from '#components/ui/button'
import { usableLink } from '#lib/people/links'
import { now } from '#lib/platform/clock'
import { PasswordForm } from './password-form.tsx'

export const metadata: Metadata = { title: 'Choose your password' }

export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await usableLink(token, now())
  if (!link) return <LinkGone />
  const isInvitation = link.purpose === 'invitation'
  return (
    <PublicShell
      title={isInvitation ? `Welcome, ${link.name}` : 'Choose a new password'}
      lede={
        isInvitation
          ? `${link.practiceName} uses Plumbline to keep its AI in order. Choose a password, and you are in.`
          : `For ${link.name} at ${link.practiceName}. All your other browsers will be signed out.`
      }
    >
      <PasswordForm token={token} email={link.email} />
    </PublicShell>
  )
}

function LinkGone() {
  return (
    <PublicShell title="This link does not work any more">
      <div className="mt-2 grid gap-4">
        <p>
          It was used already, withdrawn, or is too old. Ask whoever gave it to you for a new one, or sign in
          if you have chosen a password.
        </p>
        <p>
          <ButtonLink href="/sign-in" variant="primary">
            Sign in
          </ButtonLink>
        </p>
      </div>
    </PublicShell>
  )
}
