import { EvidenceList } from '#components/record/evidence-list'
import { ButtonLink } from '#components/ui/button'
import { Section } from '#components/ui/section'
import { sizeInWords } from '#lib/base/bytes'
import { dayIn, formatDay } from '#lib/base/days'
import { fileTypes } from '#lib/evidence/file-types'
import type { EvidenceFile, RecordFiles } from '#lib/evidence/queries'
import { type Actor, can } from '#lib/kernel/access'
import { dueStatus } from '#lib/kernel/due'
import { todayFor } from '#lib/kernel/today'
import { hasScanner } from '#lib/platform/virus-scan'
import { evidence, type Kind } from '#lib/registry'

/** The files on a record, and the way to add one; nothing for those who do not read them. */
export async function EvidenceSection({
  actor,
  kind,
  id,
  title = 'Evidence',
  purpose = 'Certificates, reports and screenshots belong here; what runs out is due in time.',
}: {
  actor: Actor
  kind: Kind
  id: string
  title?: string
  /** What belongs here, for those who may add it, as long as nothing is there. */
  purpose?: string
}) {
  const found = can(actor, 'evidence.read') ? await evidence.list(actor, kind, id) : null
  if (!found) return null
  const addHref = `/evidence/new/${kind}/${id}`
  return (
    <Section
      title={title}
      id="evidence"
      lede={found.files.length > 0 ? undefined : nothingYet(found, purpose)}
      actions={
        found.mayAdd ? (
          <ButtonLink href={addHref} size="small" icon="upload">
            Add a file
          </ButtonLink>
        ) : null
      }
    >
      {found.files.length > 0 ? (
        <EvidenceList today={todayFor(actor)} items={found.files.map((file) => item(actor, found, file))} />
      ) : null}
    </Section>
  )
}

function nothingYet({ mayAdd }: RecordFiles, purpose: string): string {
  return mayAdd ? `No files yet. ${purpose}` : 'No files yet.'
}

function item(actor: Actor, { mayAdd, mayWithdraw }: RecordFiles, file: EvidenceFile) {
  const { id, title, fileName, type, size, validUntil, addedAt, addedByName, withdrawn, renewedById } = file
  const today = todayFor(actor)
  const counts = !withdrawn && !renewedById
  return {
    id,
    title,
    href: `/evidence/${id}/view`,
    meta: [
      fileName,
      type ? fileTypes[type].label : 'Unknown kind',
      sizeInWords(size),
      `added ${formatDay(dayIn(actor.timeZone, addedAt))} by ${addedByName}`,
      ...(hasScanner() && file.scan !== 'clean' ? ['not scanned for viruses'] : []),
    ].join(' · '),
    state: withdrawn
      ? `Withdrawn by ${withdrawn.byName}: ${withdrawn.reason}`
      : renewedById
        ? 'Renewed by a newer file'
        : undefined,
    validUntil: counts && validUntil ? { day: validUntil, status: dueStatus(validUntil, today) } : undefined,
    downloadHref: !withdrawn || mayWithdraw ? `/evidence/${id}` : undefined,
    renewHref: mayAdd && counts && validUntil ? `/evidence/${id}/renew` : undefined,
    withdrawHref: mayWithdraw && !withdrawn ? `/evidence/${id}/withdraw` : undefined,
  }
}
