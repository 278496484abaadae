import type { Metadata } from 'next'
import { PublicShell } from '#components/shell/public-shell'
import { ButtonLink } from '#components/ui/button'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <PublicShell title="This page does not exist">
      <div className="mt-2 grid gap-4">
        <p>Or it is not shared with you. If you followed a link, it may be old.</p>
        <p>
          <ButtonLink href="/" variant="primary">
            Go to the start
          </ButtonLink>
        </p>
      </div>
    </PublicShell>
  )
}
