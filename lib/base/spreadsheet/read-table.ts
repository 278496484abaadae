import { shorten } from '../text.ts'
import { fileKind } from './file-kind.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { SHEET_LIMITS, SheetError, type SheetLimits, type SheetTable } from './sheet-table.ts'

/** Other limits than the usual ones, and which sheet of a workbook to read: else the first visible one with rows. */
export type ReadOptions = Partial<SheetLimits> & { sheet?: string }

/**
 * Reads an uploaded spreadsheet, typed by its content; the name serves the message only. Every cell comes as
 * text, as it stands in the file. A file that cannot be read is an answer; only a fault of ours throws.
 */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  { sheet, ...changed }: ReadOptions = {},
): Promise<{ ok: true; table: SheetTable } | { ok: false; message: string }> {
  const limits = { ...SHEET_LIMITS, ...changed }
  try {
    if (bytes.length === 0) throw new SheetError('It is empty.')
    if (bytes.length > limits.bytes) throw fileTooLarge(limits)
    const table =
      fileKind(bytes) === 'zip' ? await readXlsx(bytes, limits, sheet) : await readCsv(bytes, limits)
    return { ok: true, table }
  } catch (error) {
    if (!(error instanceof SheetError)) throw error
    return { ok: false, message: `“${shorten(fileName, 80)}” cannot be read. ${error.message}` }
  }
}

const fileTooLarge = (limits: SheetLimits) =>
  new SheetError(
    `It is larger than ${Math.floor(limits.bytes / 1024 / 1024)} MB, which is the most that can be read. Split it into several files.`,
  )
