import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FileField } from '#components/form/file-field'
import { UploadBox } from '#components/form/upload-box'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader, Section } from '#components/ui/section'
import { replaceable } from '#lib/flows/import-framework'
import { OWN_LIMITS } from '#lib/frameworks/own-rows'
import { canAt } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import '../../../import/import.css'

export const metadata: Metadata = { title: 'Bring in a framework' }

const megabytes = OWN_LIMITS.bytes / 1024 / 1024

export default async function NewFrameworkPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('framework.import')
  if (!canAt(actor, 'framework.import', [])) notFound()
  const { replaces } = await searchParams
  const old = (await replaceable(actor)).find(({ id }) => id === replaces)
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/frameworks', label: 'Frameworks' }]} />}
        title={old ? `Bring in a newer edition of ${old.name}` : 'Bring in a framework'}
        lede="A list of requirements that you hold yourself to: a payer’s, an insurer’s, your own, or one whose text is licensed to you. It stays in this database."
      />
      <div className="grid gap-8">
        <form
          className="form"
          action={`/frameworks/own/upload${old ? `?replaces=${old.id}` : ''}`}
          method="post"
          encType="multipart/form-data"
        >
          <UploadBox
            inputId="file"
            limit={OWN_LIMITS.bytes}
            tooLarge={`This file is larger than ${megabytes} MB, which is the most that can be read.`}
            label="Upload and look at it"
            pendingLabel="Reading…"
          >
            <FileField
              name="file"
              label="Your file"
              accept=".csv,.tsv,.txt,.xlsx,.json"
              required
              hint={`CSV, Excel (XLSX) or a catalog in NIST’s OSCAL JSON, up to ${megabytes} MB and ${OWN_LIMITS.requirements.toLocaleString('en-US')} requirements. Nothing is taken in before you have seen it.`}
            />
          </UploadBox>
        </form>
        <Section title="What the file needs">
          <ul className="consequences">
            <li>
              A spreadsheet: one row for each requirement, with an id and a title; text and group if it has
              them.
            </li>
            <li>An export from HITRUST MyCSF comes in the same way, under your own license.</li>
            <li>
              An OSCAL catalog: groups, controls and enhancements are found. Profiles and plans cannot be
              read.
            </li>
          </ul>
        </Section>
      </div>
    </>
  )
}
