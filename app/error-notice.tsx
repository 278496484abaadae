import { PublicShell } from '#components/shell/public-shell'
import { Button, ButtonLink } from '#components/ui/button'

/** What is shown in place of a page that failed; `digest` is the id that finds the line in the log. */
export function ErrorNotice({ digest }: { digest: string | undefined }) {
  return (
    <PublicShell title="Something went wrong">
      <div className="mt-2 grid gap-4">
        <p>The page could not be shown. This is not your fault, and what was saved before is still there.</p>
        {digest ? (
          <p>
            If it happens again, tell whoever looks after Plumbline this error number:{' '}
            <strong>{digest}</strong>
          </p>
        ) : null}
        <p className="actions">
          <Button variant="primary" onClick={() => window.location.reload()}>
            Try again
          </Button>
          <ButtonLink href="/">Go to the start</ButtonLink>
        </p>
      </div>
    </PublicShell>
  )
}
