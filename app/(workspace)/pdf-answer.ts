import { createHash } from 'node:crypto'
import type { Paper } from '#lib/base/paper'
import type { Result } from '#lib/kernel/command'
import { log } from '#lib/platform/log'
import { makePdf, PdfRefused } from '#lib/platform/pdf'
import { fileAnswer } from './file-answer.ts'

/**
 * A paper as a PDF to be saved under this name. `note` leaves an event with the hash of the file before the first byte
 * leaves; without one nothing does.
 */
export async function pdfAnswer(
  paper: Paper,
  name: string,
  note: (sha256: string) => Promise<Result<unknown>>,
): Promise<Response> {
  try {
    const bytes = await makePdf(paper)
    const noted = await note(createHash('sha256').update(bytes).digest('hex'))
    if (noted.ok) return fileAnswer(bytes, name)
    log('warn', 'PDF refused', { reason: noted.message })
    return new Response(noted.message, { status: 503 })
  } catch (error) {
    if (error instanceof PdfRefused) return new Response(error.message, { status: 503 })
    throw error
  }
}
