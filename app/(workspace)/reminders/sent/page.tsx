import type { Metadata } from 'next'
import { StatusBadge } from '#components/ui/badge'
import { EmptyState } from '#components/ui/empty-state'
import { Pagination } from '#components/ui/pagination'
import { formatInstant } from '#lib/base/days'
import { count } from '#lib/base/text'
import type { SearchParams } from '#lib/kernel/table'
import { type MailRow, mailsPerPage, reminderSettings, sentMails } from '#lib/reminders/sent-queries'
import { outcomeInWords } from '../mail-words.ts'
import { ReminderFrame, requireReader } from '../reminder-frame.tsx'

export const metadata: Metadata = { title: 'What was sent' }

export default async function SentPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireReader()
  const asked = (await searchParams)['page']
  const page = Math.max(1, Math.min(100_000, Math.floor(Number(typeof asked === 'string' ? asked : '')) || 1))
  const [{ rules, isMailSetUp }, { rows, hasMore }] = await Promise.all([
    reminderSettings(actor),
    sentMails(actor, page),
  ])
  const figure = (value: number) => value.toLocaleString('en-US')
  return (
    <ReminderFrame actor={actor} current="/reminders/sent" rules={rules} isMailSetUp={isMailSetUp}>
      {rows.length === 0 ? (
        <EmptyState
          title={page === 1 ? 'No mail has gone out yet' : 'The list ends before this page'}
          icon="bell"
        >
          Every mail will stand here with what became of it: when it was sent, or why not.
        </EmptyState>
      ) : (
        <>
          <div className="table-wrap">
            <table className="table">
              <caption className="sr-only">Mails, the newest first</caption>
              <thead>
                <tr>
                  <th scope="col">To</th>
                  <th scope="col">What</th>
                  <th scope="col">What became of it</th>
                  <th scope="col">When</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Mail key={row.id} row={row} timeZone={actor.timeZone} />
                ))}
              </tbody>
            </table>
          </div>
          {page > 1 || hasMore ? (
            <Pagination
              summary={`${figure((page - 1) * mailsPerPage + 1)}–${figure((page - 1) * mailsPerPage + rows.length)}`}
              previous={page > 1 ? `/reminders/sent?page=${page - 1}` : undefined}
              next={hasMore ? `/reminders/sent?page=${page + 1}` : undefined}
            />
          ) : null}
        </>
      )}
    </ReminderFrame>
  )
}

function Mail({ row, timeZone }: { row: MailRow; timeZone: string }) {
  const { label, tone } = outcomeInWords(row, timeZone)
  const isTrouble = row.state !== 'sent' && row.answer !== ''
  return (
    <tr>
      <th scope="row">
        {row.toName}
        <br />
        <span className="due-plain">{row.toAddress}</span>
      </th>
      <td>
        {row.subject || 'Daily reminders'}
        {row.steps > 0 ? (
          <>
            <br />
            <span className="due-plain">{dutiesInWords(row)}</span>
          </>
        ) : null}
      </td>
      <td>
        <StatusBadge tone={tone}>{label}</StatusBadge>
        {isTrouble ? (
          <>
            <br />
            <span className="due-plain">{row.answer}</span>
          </>
        ) : null}
      </td>
      <td>
        <time dateTime={(row.endedAt ?? row.queuedAt).toISOString()}>
          {formatInstant(row.endedAt ?? row.queuedAt, timeZone)}
        </time>
      </td>
    </tr>
  )
}

/** '4 duties, 1 left out because it was done or changed, 2 earlier reminders passed over'. */
function dutiesInWords({ steps, leftOut, passedOver }: MailRow): string {
  return [
    count(steps, 'duty', 'duties'),
    ...(leftOut > 0 ? [`${leftOut} left out because of what was done since`] : []),
    ...(passedOver > 0 ? [`${count(passedOver, 'earlier reminder')} passed over`] : []),
  ].join(', ')
}
