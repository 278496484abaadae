import { FileField } from '#components/form/file-field'
import { UploadBox } from '#components/form/upload-box'
import { EvidenceList } from '#components/record/evidence-list'
import { Section } from '#components/ui/section'
import { sizeInWords } from '#lib/base/bytes'
import { dayIn, formatDay } from '#lib/base/days'
import { fileTypes, typesInWords } from '#lib/evidence/file-types'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { env } from '#lib/platform/env'
import { evidence } from '#lib/registry'
import { sheetKind } from '#lib/training/paper-schema'

/** The scans of a sheet and the way to add one. Says whether there is one that counts. */
export async function scansOf(actor: Actor, sheetId: string) {
  const found = await evidence.list(actor, sheetKind, sheetId)
  return {
    files: found?.files ?? [],
    mayAdd: found?.mayAdd ?? false,
    mayWithdraw: found?.mayWithdraw ?? false,
  }
}

export function ScanSection({
  actor,
  path,
  scans: { files, mayAdd, mayWithdraw },
}: {
  actor: Actor
  path: string
  scans: Awaited<ReturnType<typeof scansOf>>
}) {
  const limit = env().maxFileBytes
  const megabytes = Math.floor(limit / 1024 / 1024)
  return (
    <Section title="Scan of the signed sheet" id="scan">
      {files.length > 0 ? (
        <EvidenceList
          today={todayFor(actor)}
          items={files.map(({ id, title, fileName, type, size, addedAt, addedByName, withdrawn }) => ({
            id,
            title,
            href: `/evidence/${id}/view`,
            meta: [
              fileName,
              type ? fileTypes[type].label : 'Unknown kind',
              sizeInWords(size),
              `added ${formatDay(dayIn(actor.timeZone, addedAt))} by ${addedByName}`,
            ].join(' · '),
            state: withdrawn ? `Withdrawn by ${withdrawn.byName}: ${withdrawn.reason}` : undefined,
            validUntil: undefined,
            downloadHref: !withdrawn || mayWithdraw ? `/evidence/${id}` : undefined,
            renewHref: undefined,
            withdrawHref: mayWithdraw && !withdrawn ? `/evidence/${id}/withdraw` : undefined,
          }))}
        />
      ) : null}
      {mayAdd ? (
        <form className="form mt-4" action={`${path}/scan`} method="post" encType="multipart/form-data">
          <UploadBox
            inputId="file"
            limit={limit}
            tooLarge={`This file is larger than ${megabytes} MB, which is the most that is taken.`}
            label="Add the scan"
            pendingLabel="Adding…"
          >
            <FileField
              name="file"
              label={files.length > 0 ? 'Another page or a better scan' : 'The scan, or a photo of it'}
              hint={`${typesInWords}, up to ${megabytes} MB.`}
              required
            />
          </UploadBox>
        </form>
      ) : null}
    </Section>
  )
}
