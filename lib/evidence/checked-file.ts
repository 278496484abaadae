import { Spool } from '#lib/platform/spool'
import { scanForViruses } from '#lib/platform/virus-scan'
import { detectType } from './detect.ts'
import { cleanFileName } from './file-name.ts'
import type { FileTypeKey } from './file-types.ts'
import { refuse } from './source.ts'

/** A file that has been looked at and may be kept. Only `checkFile` makes one. */
export class CheckedFile {
  readonly spool: Spool
  readonly fileName: string
  readonly type: FileTypeKey
  readonly scan: 'clean' | 'not-scanned'

  constructor(spool: Spool, fileName: string, type: FileTypeKey, scan: 'clean' | 'not-scanned') {
    this.spool = spool
    this.fileName = fileName
    this.type = type
    this.scan = scan
  }
}

/** clamd takes pieces of any size; this many bytes are in memory at a time. */
const SCAN_PIECE = 256 * 1024

/** What the scanner found in a file; null when it may be kept. */
export interface Infected {
  fileName: string
  signature: string
}

/**
 * Looks at a file before anything is kept of it: what it is, and what the virus scanner says where there is one. Throws a
 * refusal in plain words; an infected file is given back by name, so that it can be noted.
 */
export async function checkFile(
  spool: Spool,
  givenName: string,
  typeOf: (spool: Spool, fileName: string) => Promise<FileTypeKey> = detectType,
): Promise<CheckedFile | Infected> {
  const fileName = cleanFileName(givenName)
  const type = await typeOf(spool, fileName)
  const verdict = await scanForViruses(spool.pieces(SCAN_PIECE))
  if (verdict.state === 'unreachable')
    throw refuse(
      'The virus scanner does not answer, so the file was not taken. Try again later, and tell whoever looks after this server.',
    )
  if (verdict.state === 'infected') return { fileName, signature: verdict.signature }
  return new CheckedFile(spool, fileName, type, verdict.state)
}

/** A spool of these bytes: for files that are made here. */
export async function spoolOf(bytes: Uint8Array): Promise<Spool> {
  const spool = await Spool.create()
  await spool.append(bytes)
  return spool
}
