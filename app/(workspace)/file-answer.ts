import { type ExportFormat, exportFormats } from '#lib/transfer/export'

const types: Readonly<Record<ExportFormat | 'pdf' | 'zip', string>> = {
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

/** The format that an address asks for: CSV when it asks for none, null when there is none of that name. */
export function formatOf(query: URLSearchParams): ExportFormat | null {
  const wanted = query.get('format') ?? 'csv'
  return exportFormats.find((format) => format === wanted) ?? null
}

/** A file to be saved under this name, whose ending is its format. */
export function fileAnswer(
  content: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>,
  name: string,
): Response {
  const format =
    [...exportFormats, 'pdf' as const, 'zip' as const].find((known) => name.endsWith(`.${known}`)) ?? 'csv'
  const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
  const plain = safe.normalize('NFKD').replaceAll(/[^\x20-\x7e]/g, '')
  return new Response(content, {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(safe)}`,
      'cache-control': 'no-store',
    },
  })
}
