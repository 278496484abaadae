/** A file to be saved under this name. Nothing on the way keeps it. */
export function savedAnswer(body: BodyInit, name: string, type: string): Response {
  const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
  const plain = safe.normalize('NFKD').replaceAll(/[^\x20-\x7e]/g, '')
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(safe).replaceAll("'", '%27')}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
