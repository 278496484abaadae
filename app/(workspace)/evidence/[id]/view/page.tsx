import type { Metadata } from 'next'
import Image from 'next/image'
import { Video } from '#components/record/video'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { DescriptionList } from '#components/ui/description-list'
import { Card, PageHeader, Section } from '#components/ui/section'
import { sizeInWords } from '#lib/base/bytes'
import { formatDay, formatInstant } from '#lib/base/days'
import { type FileType, fileTypes } from '#lib/evidence/file-types'
import type { EvidenceFile, FileOnRecord } from '#lib/evidence/queries'
import { type FilePage, loadFile } from '../../load-file.tsx'
import '../../evidence.css'

export const metadata: Metadata = { title: 'File' }

export default async function FileViewPage(page: FilePage) {
  const loaded = await loadFile(page, 'evidence.read')
  const { actor, file, record, mayOpen, crumbs } = loaded
  const { timeZone } = actor
  return (
    <>
      <PageHeader title={file.title} lede={file.note} crumbs={crumbs} actions={<Actions {...loaded} />} />
      <div className="grid gap-8">
        {file.withdrawn ? (
          <Callout title={`${file.withdrawn.byName} withdrew this file.`}>
            <p>
              {file.withdrawn.reason} ({formatInstant(file.withdrawn.at, timeZone)})
            </p>
          </Callout>
        ) : null}
        {file.renewedById ? (
          <Callout
            title="A newer file took its place."
            actions={
              <ButtonLink href={`/evidence/${file.renewedById}/view`} size="small">
                See the newer one
              </ButtonLink>
            }
          />
        ) : null}
        {mayOpen ? <Preview file={file} /> : null}
        <Section title="About it">
          <Card>
            <DescriptionList
              facts={[
                { label: 'Evidence for', value: record.label },
                { label: 'File', value: file.fileName },
                { label: 'Kind', value: `${typeOf(file)?.label ?? 'Unknown'}, ${sizeInWords(file.size)}` },
                { label: 'Valid until', value: file.validUntil ? formatDay(file.validUntil) : 'No end' },
                { label: 'Added', value: `${formatInstant(file.addedAt, timeZone)} by ${file.addedByName}` },
                {
                  label: 'Virus scan',
                  value: file.scan === 'clean' ? 'Nothing found when it was added' : 'Not scanned',
                },
                { label: 'SHA-256', value: <code className="evidence-hash">{file.sha256}</code> },
              ]}
            />
          </Card>
        </Section>
      </div>
    </>
  )
}

const typeOf = ({ type }: EvidenceFile): FileType | null => (type ? fileTypes[type] : null)

function Actions({ file, mayAdd, mayWithdraw, mayOpen }: FileOnRecord) {
  const counts = !file.withdrawn
  return (
    <>
      {mayOpen ? (
        <ButtonLink href={`/evidence/${file.id}`} icon="download" variant="primary" data-hard>
          Download
        </ButtonLink>
      ) : null}
      {mayAdd && counts && file.validUntil && !file.renewedById ? (
        <ButtonLink href={`/evidence/${file.id}/renew`} icon="restore">
          Renew
        </ButtonLink>
      ) : null}
      {mayWithdraw && counts ? (
        <ButtonLink href={`/evidence/${file.id}/withdraw`}>Withdraw</ButtonLink>
      ) : null}
    </>
  )
}

/** The file itself where the browser can show it without running anything of it. */
function Preview({ file }: { file: EvidenceFile }) {
  const href = `/evidence/${file.id}/preview`
  const preview = typeOf(file)?.preview
  if (!preview) return null
  return (
    <Section
      title="Preview"
      id="preview"
      lede={preview === 'pdf' ? 'Phones may show nothing here: download it there.' : undefined}
    >
      {preview === 'image' ? (
        <Image
          className="evidence-picture"
          src={href}
          alt={`${file.title} (${file.fileName})`}
          width={1200}
          height={800}
          unoptimized
        />
      ) : preview === 'video' ? (
        <Video className="evidence-picture" src={href} title={file.title} />
      ) : (
        <iframe
          className="evidence-frame"
          src={href}
          title={`${file.title} (${file.fileName})`}
          sandbox={preview === 'text' ? '' : undefined}
        />
      )}
    </Section>
  )
}
