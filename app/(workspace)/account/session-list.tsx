import { SubmitButton } from '#components/form/submit-button'
import { Badge } from '#components/ui/badge'
import { formatInstant } from '#lib/base/days'
import type { OpenSession } from '#lib/people/sessions'
import { endOtherSessions, endOwnSession } from './actions.ts'

export function SessionList({ sessions, timeZone }: { sessions: readonly OpenSession[]; timeZone: string }) {
  return (
    <div className="grid max-w-3xl gap-4">
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                {session.browser} {session.isThis ? <Badge>This one</Badge> : null}
              </p>
              <p className="text-muted">
                Signed in {formatInstant(session.since, timeZone)} from {session.address}, last used{' '}
                {formatInstant(session.lastSeen, timeZone)}
              </p>
            </div>
            {session.isThis ? null : (
              <form action={endOwnSession}>
                <input type="hidden" name="sessionId" value={session.id} />
                <SubmitButton variant="secondary" size="small" pendingLabel="Ending…">
                  End<span className="sr-only"> the session of {session.browser}</span>
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form action={endOtherSessions}>
          <SubmitButton variant="secondary" pendingLabel="Ending…">
            End all others
          </SubmitButton>
        </form>
      ) : null}
    </div>
  )
}
