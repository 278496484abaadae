import { DateField } from '#components/form/date-field'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FileField } from '#components/form/file-field'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { UploadBox } from '#components/form/upload-box'
import { ButtonLink } from '#components/ui/button'
import { typesInWords } from '#lib/evidence/file-types'
import type { FormDraft } from '#lib/people/drafts'
import { env } from '#lib/platform/env'
import { hasScanner } from '#lib/platform/virus-scan'

/** A file and what it is. Sent as a plain form: it works without script, and a file cannot be sent otherwise in one go. */
export function FileForm({
  kind,
  recordId,
  renews = '',
  title = '',
  draft,
  backHref,
}: {
  kind: string
  recordId: string
  renews?: string
  /** What it is called unless somebody says otherwise. */
  title?: string
  draft: FormDraft
  backHref: string
}) {
  const limit = env().maxFileBytes
  const megabytes = Math.floor(limit / 1024 / 1024)
  const typed = (name: string) => draft.kept?.values[name]?.[0]
  const query = new URLSearchParams({ kind, record: recordId, ...(renews ? { renews } : {}) })
  return (
    <form className="form" action={`/evidence/upload?${query}`} method="post" encType="multipart/form-data">
      <DraftKeeper form={draft.form} draft={draft.kept} />
      <TextField
        name="title"
        label="What is it?"
        hint="As people here call it: “SOC 2 report 2026”, “Screenshot of the consent setting”."
        defaultValue={typed('title') ?? title}
        required
        watchPhi
      />
      <DateField
        name="validUntil"
        label="Valid until"
        hint="Its last day. Renewing it will be due by then."
        defaultValue={typed('validUntil')}
      />
      <TextArea name="note" label="What does it show?" limit={1000} rows={2} defaultValue={typed('note')} />
      <UploadBox
        inputId="file"
        limit={limit}
        tooLarge={`This file is larger than ${megabytes} MB, which is the most that is taken.`}
        label="Add the file"
        pendingLabel="Adding…"
      >
        <FileField
          name="file"
          label="The file"
          required
          hint={`${typesInWords}, up to ${megabytes} MB. It must not show patients. ${
            hasScanner() ? 'It is scanned for viruses.' : 'Files are not scanned for viruses here.'
          }`}
        />
      </UploadBox>
      <div className="actions">
        <ButtonLink href={backHref}>Cancel</ButtonLink>
      </div>
    </form>
  )
}
