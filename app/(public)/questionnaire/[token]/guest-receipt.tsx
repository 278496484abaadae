import { PublicShell } from '#components/shell/public-shell'
import { Callout } from '#components/ui/callout'
import type { GuestView } from '#lib/questionnaires/guest'
import { inWords } from '#lib/questionnaires/question'

/** What was submitted, to read and to print. */
export function GuestReceipt({
  view,
  submitted,
}: {
  view: GuestView
  submitted: NonNullable<GuestView['submitted']>
}) {
  return (
    <PublicShell
      wide
      title="Your answers are submitted"
      lede={`For ${view.practiceName}: ${view.about}. Receipt ${submitted.ref}.`}
    >
      <div className="mt-4 grid gap-4">
        <Callout tone="ok" title={`Signed by ${submitted.byName}, ${submitted.byTitle}, on ${submitted.at}`}>
          <p>
            Nothing can be changed any more. If something is wrong, tell {view.senderName}, who can open it
            again. Print this page if you want to keep it.
          </p>
        </Callout>
        <dl className="guest-receipt">
          {view.items.map(({ question, value, note, files }) => (
            <div key={question.key}>
              <dt>{question.ask}</dt>
              <dd>
                {value ? <p className="guest-lines">{inWords(question, value)}</p> : null}
                {note ? <p className="guest-lines text-muted">{note}</p> : null}
                {files.map(({ id, fileName }) => (
                  <p key={id}>File: {fileName}</p>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </PublicShell>
  )
}
