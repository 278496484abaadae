import { createHash } from 'node:crypto'
import { formatDay, formatInstant } from '#lib/base/days'
import { byteStream } from '#lib/base/spreadsheet/write-table'
import { type ZipPart, zipPieces } from '#lib/base/spreadsheet/write-zip'
import { listInWords } from '#lib/base/text'
import type { Actor } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { optionLabel } from '#lib/kernel/table'
import { jobGroupOptions } from '#lib/law/lessons/job-group-names'
import { now } from '#lib/platform/clock'
import { noteBinder } from '#lib/training/binder-command'
import { type BinderCampaign, binderCampaign } from '#lib/training/binder-queries'
import { occasions } from '#lib/training/options'
import { decisionParts, materialParts, paperParts, proofParts, rosterPart } from './training-binder-parts.ts'

const sums = 'SHA256SUMS'

/** Everything about a campaign as a ZIP, made as it is read; that it was taken is in the trail before the first byte leaves. */
export async function openBinder(
  actor: Actor,
  campaignId: string,
): Promise<Result<{ name: string; stream: ReadableStream<Uint8Array> }>> {
  const noted = await noteBinder(actor, { id: campaignId, format: 'zip' })
  if (!noted.ok) return noted
  const stream = byteStream(zipPieces(withSums(parts(actor, campaignId))))
  return { ok: true, value: { name: `${noted.value.ref} ${noted.value.title} binder.zip`, stream } }
}

async function* parts(actor: Actor, campaignId: string): AsyncGenerator<ZipPart> {
  const campaign = await binderCampaign(actor, campaignId)
  if (!campaign) return
  yield { name: 'README.txt', content: [Buffer.from(readme(actor, campaign, now()))] }
  yield { name: 'campaign.txt', content: [Buffer.from(factsOf(campaign))] }
  yield* rosterPart(actor, campaignId)
  yield* decisionParts(actor, campaignId)
  yield* materialParts(actor, campaignId)
  yield* paperParts(actor, campaignId)
  yield* proofParts(actor, campaignId)
}

/** The parts, and after them the hash of each, in the form that `sha256sum -c` reads. */
async function* withSums(list: AsyncIterable<ZipPart>): AsyncGenerator<ZipPart> {
  let lines = ''
  for await (const { name, content } of list) {
    const hash = createHash('sha256')
    if (Array.isArray(content)) {
      for (const piece of content as Uint8Array[]) hash.update(piece)
      yield { name, content }
    } else yield { name, content: hashed(content, hash) }
    lines += `${hash.digest('hex')}  ${name}\n`
  }
  yield { name: sums, content: [Buffer.from(lines)] }
}

async function* hashed(content: ZipPart['content'], hash: ReturnType<typeof createHash>) {
  for await (const piece of content) {
    hash.update(piece)
    yield piece
  }
}

/** The facts of a campaign, one in a line. */
export function binderFacts(campaign: BinderCampaign): { label: string; value: string }[] {
  const { ref, title, courseRef, courseTitle, occasion, reason, groups, siteNames } = campaign
  const { changedOn, opensOn, dueOn, closedOn, closedReason, ownerName } = campaign
  return [
    { label: 'Campaign', value: `${ref} ${title}` },
    { label: 'Course', value: `${courseRef} ${courseTitle}` },
    { label: 'Occasion', value: optionLabel(occasions, occasion) },
    { label: 'What changed or happened', value: reason },
    { label: 'Since', value: changedOn ? formatDay(changedOn) : '' },
    {
      label: 'For',
      value: `${groups.length > 0 ? listInWords(groups.map((one) => optionLabel(jobGroupOptions, one))) : 'everybody'}${siteNames.length > 0 ? ` at ${listInWords(siteNames)}` : ''}`,
    },
    { label: 'Opened on', value: formatDay(opensOn) },
    { label: 'Sign by', value: dueOn ? formatDay(dueOn) : 'so many days from joining' },
    { label: 'Closed on', value: closedOn ? `${formatDay(closedOn)}: ${closedReason}` : 'still open' },
    { label: 'Looked after by', value: ownerName ?? '' },
  ].filter(({ value }) => value !== '')
}

const factsOf = (campaign: BinderCampaign) =>
  binderFacts(campaign)
    .map(({ label, value }) => `${label}: ${value}\n`)
    .join('')

function readme(actor: Actor, { ref, title, limitedTo }: BinderCampaign, at: Date): string {
  const made = `${formatInstant(at, actor.timeZone)} (${at.toISOString()})`
  const only = limitedTo === null ? '' : `It holds the people of ${listInWords(limitedTo)} only.\n`
  return `Training records of ${actor.practiceName}: ${ref} ${title}
Made on ${made} by ${actor.name}.
${only}
What is in here
  campaign.txt                 what was taught, to whom, why and when
  roster.csv                   who was assigned, with dates, state and the hash of the signature
  exceptions-and-measures.csv  who got more time or was excused and why, corrections, measures
  history.csv                  who did what with the campaign
  materials/                   each version that was signed: content.json is exactly what was hashed,
                               lesson-en.md and lesson-es.md are the same to read, files/ what it shows
  proofs/                      one file for each signature: person, version, exact sentence, answers, time
  paper/                       sheets that were signed by hand, with their scans
  files/                       other files on the campaign
  ${sums}                   the hash of every file

How to check that nothing was changed
  1. Unpack the ZIP into a folder of its own.
  2. In that folder run:  sha256sum -c ${sums}
     (on a Mac: shasum -a 256 -c ${sums}; on Windows compare with: certutil -hashfile FILE SHA256)
     Every line must end with OK.
  3. The hash of a file in proofs/ is the one in the last column of roster.csv, and the one that the person was shown
     after signing. A signature that was taken back stays in proofs/ and is named in exceptions-and-measures.csv.
  4. In a proof, "textSha256" under "course" is the hash of exactly the text that was read, and "sha256" there is the
     hash of content.json of that version.

A hash shows that a file is the one that was kept. It does not show who wrote the list of hashes: compare some of them
with what is kept in Plumbline, or with the certificates that people have.
`
}
