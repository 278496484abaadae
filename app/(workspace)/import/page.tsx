import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button'
import { Card, PageHeader, Section } from '#components/ui/section'
import { formatInstant } from '#lib/base/days'
import { requireActor } from '#lib/kernel/require-actor'
import { registry } from '#lib/registry'
import { undoDays } from '#lib/transfer/batch'
import { listBatches } from '#lib/transfer/queries'
import { BatchStateBadge, countsInWords } from './batch-state.tsx'
import './import.css'
import { batchHref, importHelp, openRegisters } from './registers.ts'

export const metadata: Metadata = { title: 'Import' }

const shown = 100

export default async function ImportPage() {
  const actor = await requireActor('workspace.enter')
  const registers = openRegisters(actor)
  if (registers.length === 0) notFound()
  const batches = await listBatches(
    actor,
    registers.map(({ register }) => register.record),
    shown,
  )
  return (
    <>
      <PageHeader
        title="Import"
        lede={`Bring in the spreadsheets you keep elsewhere. You see what would happen to each row before anything changes, and you can take an import back for ${undoDays} days.`}
      />
      <div className="grid grid-cols-1 gap-8">
        <Section title="What do you want to bring in?">
          <Card padded={false}>
            <ul className="import-choices">
              {registers.map(({ kind, register }) => (
                <li key={kind}>
                  <div>
                    <h3>{capital(register.record.table.many)}</h3>
                    <p className="text-muted">{importHelp[kind]}</p>
                  </div>
                  <ButtonLink href={`/import/${kind}`} icon="upload">
                    Choose a file<span className="sr-only"> of {register.record.table.many}</span>
                  </ButtonLink>
                </li>
              ))}
            </ul>
          </Card>
        </Section>
        <Section title="Imports so far">
          {batches.length === 0 ? (
            <p className="text-muted">
              None yet. Every file that is uploaded will stand here, with what became of it.
            </p>
          ) : (
            <div className="table-wrap import-table">
              <table className="table">
                <caption className="sr-only">Imports so far, newest first</caption>
                <thead>
                  <tr>
                    <th scope="col">File</th>
                    <th scope="col">What</th>
                    <th scope="col">State</th>
                    <th scope="col">Rows</th>
                    <th scope="col">Uploaded by</th>
                    <th scope="col">On</th>
                    <th scope="col">Can be undone until</th>
                  </tr>
                </thead>
                <tbody>
                  {batches.map((batch) => (
                    <tr key={batch.id}>
                      <th scope="row">
                        <a href={batchHref(batch)} className="wrap-anywhere">
                          {batch.fileName}
                        </a>
                      </th>
                      <td data-label="What">{manyOf(batch.kind)}</td>
                      <td data-label="State">
                        <BatchStateBadge state={batch.state} />
                      </td>
                      <td data-label="Rows">{countsInWords(batch)}</td>
                      <td data-label="Uploaded by">{batch.createdByName}</td>
                      <td data-label="On">{formatInstant(batch.createdAt, actor.timeZone)}</td>
                      <td data-label="Can be undone until">
                        {batch.undoUntil ? formatInstant(batch.undoUntil, actor.timeZone) : '–'}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Section>
      </div>
    </>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function manyOf(kind: string): string {
  const register = Object.entries(registry).find(([known]) => known === kind)?.[1]
  return register ? capital(register.record.table.many) : kind
}
