export type Upload =
  | { ok: true; file: { fileName: string; content: Uint8Array } }
  | { ok: false; message: string }

/** What a form adds around a file: boundaries, names, other fields. */
const AROUND = 64 * 1024

/** The file of a multipart form, never holding more than `limit` bytes of it, whatever the request claims. */
export async function readUpload(request: Request, field: string, limit: number): Promise<Upload> {
  const megabytes = Math.floor(limit / 1024 / 1024)
  const tooLarge: Upload = {
    ok: false,
    message: `This file is larger than ${megabytes} MB, which is the most that can be read. Nothing was changed. Split it into several files.`,
  }
  if (Number(request.headers.get('content-length') ?? 0) > limit + AROUND) return tooLarge
  const counter = limited(limit + AROUND)
  const type = request.headers.get('content-type') ?? ''
  try {
    const body = new Response(request.body?.pipeThrough(counter.stream), {
      headers: { 'content-type': type },
    })
    const file = (await body.formData()).get(field)
    if (!(file instanceof File) || file.name === '') return { ok: false, message: 'Choose a file first.' }
    if (file.size > limit) return tooLarge
    return { ok: true, file: { fileName: nameOf(file), content: new Uint8Array(await file.arrayBuffer()) } }
  } catch {
    if (counter.isOver()) return tooLarge
    return {
      ok: false,
      message:
        'The file did not arrive whole. Nothing was changed. Try again; if it stays so, look at the connection.',
    }
  }
}

/** Passes bytes on until there are too many, then breaks off. */
function limited(most: number) {
  let seen = 0
  const stream = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      seen += chunk.byteLength
      if (seen > most) controller.error(new RangeError('too large'))
      else controller.enqueue(chunk)
    },
  })
  return { stream, isOver: () => seen > most }
}

/** Some browsers send a whole path. */
function nameOf(file: File): string {
  return (file.name.split(/[\\/]/).at(-1) ?? '').slice(-255) || 'file'
}
