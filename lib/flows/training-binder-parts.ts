import { type Cell, csvStream } from '#lib/base/spreadsheet/write-table'
import type { ZipPart } from '#lib/base/spreadsheet/write-zip'
import { openContent } from '#lib/evidence/content'
import type { StoredContent } from '#lib/evidence/store'
import type { Actor } from '#lib/kernel/access'
import { optionLabel } from '#lib/kernel/table'
import { contentOf, languagesOf } from '#lib/law/lessons/course-content'
import { read } from '#lib/platform/db'
import {
  binderHistory,
  binderSheets,
  decidedAbout,
  proofs,
  type TaughtVersion,
  taughtVersions,
} from '#lib/training/binder-queries'
import { doneCells, doneColumns, everyDone } from '#lib/training/done-export'
import { stepKinds } from '#lib/training/exception-schema'
import { sheetKind } from '#lib/training/paper-schema'
import { campaignKind } from '#lib/training/schema'

const utf8 = (text: string) => [Buffer.from(text)]
/** Names that every system can unpack and `sha256sum -c` can read. */
const safe = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+|-+$/g, '') || 'file'

async function* rows(list: readonly Cell[][]): AsyncGenerator<Cell[]> {
  yield* list
}

const table = (name: string, headers: readonly string[], list: readonly Cell[][]): ZipPart => ({
  name,
  content: csvStream(
    headers.map((header) => ({ header })),
    rows(list),
  ),
})

/** Who was assigned, with dates, state and the hash of the signature. */
export async function* rosterPart(actor: Actor, campaignId: string): AsyncGenerator<ZipPart> {
  async function* cells(): AsyncGenerator<Cell[]> {
    for await (const row of everyDone(actor, campaignId)) yield doneCells(row)
  }
  yield { name: 'roster.csv', content: csvStream(doneColumns, cells()) }
}

/** Extensions, excuses, measures, and what was said of signatures later; then what happened with the campaign itself. */
export async function* decisionParts(actor: Actor, campaignId: string): AsyncGenerator<ZipPart> {
  const decided = await decidedAbout(actor, campaignId)
  const kinds = [
    ...stepKinds,
    { value: 'signature-taken-back', label: 'Signature does not count' },
    { value: 'correction', label: 'Correction beside a signature' },
  ]
  yield table(
    'exceptions-and-measures.csv',
    [
      'At (UTC)',
      'Reference',
      'Person',
      'What',
      'Reason',
      'Due before',
      'Due after',
      'By',
      'SHA-256 of the signature',
    ],
    decided.map((one) => [
      ...[one.at.toISOString(), one.personRef, one.personName, optionLabel(kinds, one.kind), one.reason],
      ...[one.before && { day: one.before }, one.after && { day: one.after }, one.byName, one.sha256 || null],
    ]),
  )
  const history = await binderHistory(actor, campaignId)
  yield table(
    'history.csv',
    ['At (UTC)', 'Who', 'Role', 'What', 'Why'],
    history.map((one) => [one.at.toISOString(), one.actorName, one.actorRole, one.sentence, one.reason]),
  )
}

/** A stored file as it comes out of the store, verified on the way; a damaged one breaks the binder off. */
async function* storedFile(actor: Actor, content: StoredContent): AsyncGenerator<Uint8Array> {
  const stream = await openContent(actor, content, () => Promise.resolve())
  if (!stream) throw new Error(`the stored file ${content.sha256} is damaged`)
  for await (const piece of stream) yield piece
}

const contentSelect = { id: true, sha256: true, size: true, chunkCount: true } as const

/** Every version that was signed: exactly what was hashed, the same to read, and the files that it shows and plays. */
export async function* materialParts(actor: Actor, campaignId: string): AsyncGenerator<ZipPart> {
  for (const version of await taughtVersions(actor, campaignId)) yield* versionParts(actor, version)
}

async function* versionParts(actor: Actor, version: TaughtVersion): AsyncGenerator<ZipPart> {
  const content = contentOf(version.content)
  const folder = `materials/${safe(content.ref)}-version-${version.number}`
  yield { name: `${folder}/content.json`, content: utf8(version.content) }
  for (const language of languagesOf(content)) {
    const text = content.texts[language]
    if (!text) continue
    const asked = text.questions.map(
      ({ ask, options }, index) =>
        `${index + 1}. ${ask}\n${options.map((one) => `   ${one.right ? '[right]' : '[wrong]'} ${one.text} (${one.why})`).join('\n')}`,
    )
    yield {
      name: `${folder}/lesson-${language}.md`,
      content: utf8(
        `# ${text.title}\n\n${text.body}\n\n${text.package ? `## Package\n\n${text.package.title} (${text.package.fileName}, SCORM ${text.package.version}), SHA-256 ${text.package.sha256}\n\n` : ''}## Questions\n\n${asked.join('\n\n')}\n`,
      ),
    }
  }
  const files = [
    ...content.files,
    ...languagesOf(content).flatMap((language) => content.texts[language]?.package ?? []),
  ]
  const stored = await read(actor, (tx) =>
    tx.fileContent.findMany({
      where: { id: { in: files.map(({ contentId }) => contentId) } },
      select: contentSelect,
    }),
  )
  for (const [index, file] of files.entries()) {
    const found = stored.find(({ id }) => id === file.contentId)
    if (!found) throw new Error(`the file ${file.sha256} of a lesson is not there`)
    yield { name: `${folder}/files/${index + 1}-${safe(file.fileName)}`, content: storedFile(actor, found) }
  }
}

/** Each signature as a file that holds exactly what was hashed. */
export async function* proofParts(actor: Actor, campaignId: string): AsyncGenerator<ZipPart> {
  for await (const { personRef, round, content, sha256 } of proofs(actor, campaignId))
    yield {
      name: `proofs/${safe(personRef)}-round-${round}-${sha256.slice(0, 8)}.json`,
      content: utf8(content),
    }
}

/** The sheets with what was printed on them, their scans, and the files on the campaign. */
export async function* paperParts(actor: Actor, campaignId: string): AsyncGenerator<ZipPart> {
  for (const { lines, attestations, id, code, ...sheet } of await binderSheets(actor, campaignId)) {
    const folder = `paper/${safe(code)}`
    const entered = new Map(attestations.map((one) => [one.assignmentId, one.sha256]))
    const printed = lines.map(({ place, personName, personRef, assignmentId }) => ({
      ...{ place, personName, personRef },
      sha256: entered.get(assignmentId) ?? null,
    }))
    yield {
      name: `${folder}/sheet.json`,
      content: utf8(`${JSON.stringify({ code, ...sheet, lines: printed }, null, 2)}\n`),
    }
    yield* filesOn(actor, sheetKind, id, folder)
  }
  yield* filesOn(actor, campaignKind, campaignId, 'files')
}

async function* filesOn(
  actor: Actor,
  recordKind: string,
  recordId: string,
  folder: string,
): AsyncGenerator<ZipPart> {
  const files = await read(actor, (tx) =>
    tx.evidence.findMany({
      where: { recordKind, recordId, withdrawnAt: null },
      select: { fileName: true, content: { select: contentSelect } },
      orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    }),
  )
  for (const [index, { fileName, content }] of files.entries())
    yield { name: `${folder}/${index + 1}-${safe(fileName)}`, content: storedFile(actor, content) }
}
