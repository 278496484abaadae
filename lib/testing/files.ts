import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

// Small files of every kind, sound and unsound, made here: no test needs a file of somebody else's.

export interface ZipPart {
  name: string
  text?: string
  /** What the parts list says it unpacks to, when that is not the truth. */
  claims?: number
  locked?: boolean
}

/** A zip file of these parts. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const { name, text = name, claims, locked = false } of parts) {
    const body = deflateRawSync(text)
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(20, 6)
    head.writeUInt16LE(locked ? 1 : 0, 8)
    head.writeUInt16LE(8, 10)
    head.writeUInt32LE(crc32(text), 16)
    head.writeUInt32LE(body.length, 20)
    head.writeUInt32LE(claims ?? Buffer.byteLength(text), 24)
    head.writeUInt16LE(Buffer.byteLength(name), 28)
    head.writeUInt32LE(offset, 42)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head.subarray(6, 32), Buffer.from(name), body])
    locals.push(local)
    list.push(head, Buffer.from(name))
    offset += local.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const main = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' } as const

/** An Office file in outline, with more parts when asked. */
export function officeFile(kind: keyof typeof main, more: readonly ZipPart[] = []): Buffer {
  return zip([{ name: '[Content_Types].xml' }, { name: main[kind] }, ...more])
}

/** A PDF of one page with one line of text. */
export function pdfFile(words: string, trailer = ''): Buffer {
  const content = `BT /F1 18 Tf 40 100 Td (${words}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = body.length
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(
    `${body}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  )
}

/** A PNG of one colour. */
export function pngFile(side = 8, grey = 128): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.writeUInt8(8, 8)
  const rows = Buffer.alloc(side * (side + 1), grey)
  for (let row = 0; row < side; row += 1) rows.writeUInt8(0, row * (side + 1))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const latin1 = (text: string) => Buffer.from(text, 'latin1')

export const gifFile = latin1('GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;')
export const webpFile = latin1('RIFF\x12\0\0\0WEBPVP8L\x05\0\0\0/\0\0\0\0\0')
/** SOI, an empty frame, a scan, EOI. */
export const jpegFile = latin1(
  '\xff\xd8\xff\xe0\0\x04JF\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0\x12\x34\xff\xd9',
)

/** A box of an MP4. */
const box = (kind: string, body: Buffer = Buffer.alloc(0)) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length, 0)
  head.write(kind, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** An MP4 in outline: no player shows it, its boxes are sound. */
export function mp4File(brand = 'isom', boxes: readonly string[] = ['moov', 'mdat']): Buffer {
  const start = box('ftyp', latin1(`${brand}\0\0\x02\0isommp41`))
  return Buffer.concat([start, ...boxes.map((kind) => box(kind, Buffer.alloc(24, 1)))])
}

/** A WebM in outline. `length`: how its segment says how long it is. */
export function webmFile(kind = 'webm', length: 'said' | 'open' = 'said'): Buffer {
  const type = latin1(`\x42\x82${String.fromCharCode(0x80 + kind.length)}${kind}`)
  const header = Buffer.concat([latin1(`\x1a\x45\xdf\xa3${String.fromCharCode(0x80 + type.length)}`), type])
  const segment =
    length === 'open' ? '\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff' : '\x18\x53\x80\x67\x90'
  return Buffer.concat([header, latin1(segment), Buffer.alloc(16, 1)])
}
