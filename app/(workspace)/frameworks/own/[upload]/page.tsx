import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { buttonClass } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { PageHeader, Section } from '#components/ui/section'
import { isId } from '#lib/base/ids'
import { count, shorten } from '#lib/base/text'
import { replaceable } from '#lib/flows/import-framework'
import { getUpload, type ReadUpload } from '#lib/frameworks/own-upload'
import { fieldsOfSheet, type SheetColumns, type SheetField } from '#lib/frameworks/read-sheet'
import { columnsInput } from '#lib/frameworks/schema'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { importFrameworkAction } from '../own-actions.ts'
import { ImportForm } from './import-form.tsx'
import '../../../vendors/vendors.css'
import '../../frameworks.css'

export const metadata: Metadata = { title: 'Look at the framework' }

const shownRows = 20

const labels: Readonly<Record<SheetField, string>> = {
  code: 'Id',
  title: 'Title',
  text: 'Text',
  group: 'Group',
}

/** Which column is which, as the address says it; undefined while nobody has said. */
function chosenColumns(params: SearchParams): SheetColumns | undefined {
  if (fieldsOfSheet.every((field) => params[field] === undefined)) return undefined
  const parsed = columnsInput.safeParse(
    Object.fromEntries(fieldsOfSheet.map((field) => [field, params[field]])),
  )
  return parsed.success ? parsed.data : undefined
}

export default async function UploadedFrameworkPage({
  params,
  searchParams,
}: {
  params: Promise<{ upload: string }>
  searchParams: Promise<SearchParams>
}) {
  const actor = await requireActor('framework.import')
  const { upload } = await params
  const query = await searchParams
  const chosen = chosenColumns(query)
  const found = isId(upload) ? await getUpload(actor, upload, chosen) : null
  if (!found) notFound()
  const editions = await replaceable(actor)
  const replaces = editions.find(({ id }) => id === query['replaces'])
  const isRight = found.problems.length === 0
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: '/frameworks', label: 'Frameworks' },
              { href: '/frameworks/own/new', label: 'Bring in a framework' },
            ]}
          />
        }
        title={`What is in “${shorten(found.fileName, 80)}”`}
        lede={isRight ? inWords(found) : 'Nothing has come in yet.'}
      />
      <div className="grid gap-8">
        {isRight ? null : (
          <Callout tone="danger" title="It cannot come in like this">
            <ul className="consequences">
              {found.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </Callout>
        )}
        {found.source === 'sheet' ? <Columns upload={found} replaces={replaces?.id ?? null} /> : null}
        {found.rows.length > 0 ? <Preview upload={found} /> : null}
        {isRight ? (
          <Section title="What is it?">
            <ImportForm
              action={importFrameworkAction}
              hidden={{
                upload: found.id,
                ...(found.source === 'sheet'
                  ? Object.fromEntries(
                      fieldsOfSheet.map((field) => [`columns.${field}`, String(found.columns[field] ?? '')]),
                    )
                  : {}),
              }}
              values={{
                name: replaces?.name ?? found.name,
                edition: found.edition,
                publisher: found.publisher,
                replaces: replaces?.id ?? '',
              }}
              editions={editions.map(({ id, ref, name, edition }) => ({
                value: id,
                label: `${name}${edition ? `, ${edition}` : ''} (${ref})`,
              }))}
            />
          </Section>
        ) : null}
      </div>
    </>
  )
}

function inWords({ rows, withdrawn }: ReadUpload): string {
  const groups = new Set(rows.map(({ group }) => group).filter(Boolean)).size
  return [
    `${count(rows.length, 'requirement')}${groups > 0 ? ` in ${count(groups, 'group')}` : ''} will come in.`,
    ...(withdrawn > 0
      ? [`${count(withdrawn, 'control is', 'controls are')} marked as withdrawn and left out.`]
      : []),
    'Nothing has come in yet.',
  ].join(' ')
}

/** Which column is which: a form that only asks the page again. */
function Columns({
  upload: { headers, columns },
  replaces,
}: {
  upload: ReadUpload
  replaces: string | null
}) {
  return (
    <Section title="Which column is which?" lede="Guessed from the column names. Change what is wrong.">
      <form method="get" className="framework-filters">
        {replaces ? <input type="hidden" name="replaces" value={replaces} /> : null}
        {fieldsOfSheet.map((field) => (
          <label key={field} className="column-choice">
            {labels[field]}
            <select name={field} className="control" defaultValue={String(columns[field] ?? '')}>
              <option value="">None</option>
              {headers.map(({ index, label }) => (
                <option key={index} value={index}>
                  {shorten(label, 60)}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" className={buttonClass({})}>
          Look again
        </button>
      </form>
    </Section>
  )
}

function Preview({ upload: { rows } }: { upload: ReadUpload }) {
  return (
    <Section
      title={
        rows.length > shownRows
          ? `The first ${shownRows} of ${rows.length.toLocaleString('en-US')}`
          : 'All of it'
      }
    >
      <ul className="entries">
        {rows.slice(0, shownRows).map(({ code, title, text, group, where }) => (
          <li key={where + code}>
            <p className="entry-title">
              {shorten(code, 80)} <span>{shorten(title, 160)}</span>
            </p>
            {text ? <p className="text-muted whitespace-pre-line">{shorten(text, 240)}</p> : null}
            {group ? <p className="text-muted">{shorten(group, 80)}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
