import type { Metadata } from 'next'
import { FileField } from '#components/form/file-field'
import { UploadBox } from '#components/form/upload-box'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Card, PageHeader, Section } from '#components/ui/section'
import { SHEET_LIMITS } from '#lib/base/spreadsheet/sheet-table'
import { listInWords } from '#lib/base/text'
import { can } from '#lib/kernel/access'
import type { Field } from '#lib/kernel/table'
import '../import.css'
import { importHelp, requireRegister } from '../registers.ts'
import { ImportSteps } from '../steps.tsx'

export const metadata: Metadata = { title: 'Choose a file' }

const megabytes = SHEET_LIMITS.bytes / 1024 / 1024

export default async function UploadPage({ params }: { params: Promise<{ kind: string }> }) {
  const { kind, register, actor } = await requireRegister((await params).kind)
  const { table } = register.record
  const template = `/import/${kind}/template`
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/import', label: 'Import' }]} />}
        title={`Bring in ${table.many}`}
        lede={importHelp[kind]}
      />
      <ImportSteps current="File" />
      <div className="grid grid-cols-1 gap-8">
        <form
          className="form"
          action={`/import/upload?kind=${kind}`}
          method="post"
          encType="multipart/form-data"
        >
          <UploadBox
            inputId="file"
            limit={SHEET_LIMITS.bytes}
            tooLarge={tooLarge}
            label="Upload and match columns"
            pendingLabel="Reading…"
          >
            <FileField
              name="file"
              label="Your spreadsheet"
              accept=".csv,.tsv,.txt,.xlsx"
              required
              hint={`CSV or Excel (XLSX), up to ${megabytes} MB, ${SHEET_LIMITS.rows.toLocaleString('en-US')} rows and ${SHEET_LIMITS.columns} columns. The first row has the column names; they need not be ours, and other columns do no harm.`}
            />
          </UploadBox>
        </form>
        {can(actor, register.record.exportPermission) ? (
          <Section
            title="Change many at once"
            lede={`Take out all ${table.many}, edit them in Excel, and bring the file back: rows that you did not touch change nothing.`}
          >
            <div className="actions">
              <ButtonLink href={`/export/${kind}?format=xlsx&all=yes`} icon="download" size="small" data-hard>
                Download all {table.many}
              </ButtonLink>
            </div>
          </Section>
        ) : null}
        <Section
          title="No list yet?"
          lede="A template has our column names. Fill in what you know; only the name has to be there."
        >
          <div className="actions">
            <ButtonLink href={`${template}?format=xlsx`} icon="download" size="small" data-hard>
              Excel template
            </ButtonLink>
            <ButtonLink href={`${template}?format=csv`} icon="download" size="small" data-hard>
              CSV template
            </ButtonLink>
          </div>
          <details className="cite mt-3">
            <summary>What each column takes</summary>
            <Card>
              <dl className="import-columns">
                {Object.entries<Field<never, unknown>>(table.fields)
                  .filter(([, field]) => field.import)
                  .map(([key, field]) => (
                    <div key={key}>
                      <dt>{field.label}</dt>
                      <dd>{takes(field)}</dd>
                    </div>
                  ))}
              </dl>
            </Card>
          </details>
        </Section>
      </div>
    </>
  )
}

const tooLarge = `This file is larger than ${megabytes} MB, which is the most that can be read. Split it into several files.`

function takes({ import: rules, options }: Field<never, unknown>): string {
  const labels = (options ?? []).map(({ label }) => label)
  const says = {
    text: 'Text.',
    option: `One of ${listInWords(labels)}.`,
    options: `Any of ${listInWords(labels)}, separated by semicolons.`,
    day: 'A date, such as 11/22/2026.',
    person: 'An e-mail address, a reference or a name from the directory.',
    sites: 'Site names separated by semicolons; empty means the whole practice.',
    system: 'The reference (AI-014) or the name of an AI system.',
    systems: 'References (AI-014) or names of AI systems, separated by semicolons.',
    flows: 'References of patient data flows (FLOW-003), separated by semicolons.',
    vendor: 'The reference (V-014) or the name of a vendor.',
    vendors: 'References (V-014) or names of vendors, separated by semicolons.',
    controls: 'References (CTL-003) or titles of controls, separated by semicolons.',
    lines: 'One on each line.',
    requirements:
      'Ids of requirements, such as GOVERN 6.1; 164.308(a)(1)(ii)(A), separated by semicolons. Where an id stands in two frameworks: NIST AI RMF: GOVERN 6.1.',
    key: 'Leave it empty for new rows. It finds the record that a row changes.',
  }
  return `${rules?.required ? 'Needed. ' : ''}${says[rules?.parse ?? 'text']}`
}
