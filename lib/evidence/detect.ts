import { detectVideo } from './detect-video.ts'
import { detectZip, zipEnd } from './detect-zip.ts'
import { type FileTypeKey, fileTypes, typesInWords } from './file-types.ts'
import { finds, refuse, type Source } from './source.ts'

const damaged = (what: string) =>
  refuse(`This ${what} is damaged or was cut off on its way. Save or scan it again, and choose that file.`)
const program = () => refuse('This is a program or a script. Plumbline does not take those.')

/** First bytes of what is refused, and the words for it. */
const unwelcome: readonly (readonly [start: string, words: string])[] = [
  ['MZ', ''],
  ['\x7fELF', ''],
  ['\xca\xfe\xba\xbe', ''],
  ['\xfe\xed\xfa\xce', ''],
  ['\xfe\xed\xfa\xcf', ''],
  ['\xce\xfa\xed\xfe', ''],
  ['\xcf\xfa\xed\xfe', ''],
  ['\0asm', ''],
  ['dex\n', ''],
  ['L\0\0\0\x01\x14\x02\0', ''],
  ['#!', ''],
  ['\x1f\x8b', 'packed'],
  ['7z\xbc\xaf\x27\x1c', 'packed'],
  ['Rar!\x1a\x07', 'packed'],
  ['BZh', 'packed'],
  ['\xfd7zXZ', 'packed'],
  ['{\\rtf', 'This is an RTF document. Save it as PDF or .docx, and choose that file.'],
  ['PK\x05\x06', 'This is an empty zip archive.'],
]
const packed = 'This is a packed archive. Unpack it, and add the files one by one.'

/** Endings of names that make a computer run what looks like text. */
const runs =
  /\.(?:exe|com|scr|pif|bat|cmd|ps1|psm1|vbs|vbe|js|jse|mjs|cjs|ts|wsf|wsh|hta|msi|dll|sh|bash|py|pyw|pl|rb|php|jar|app|lnk|reg|inf|url|desktop|applescript|scpt)$/i

/**
 * What a file is, by its content. Throws a refusal in plain words for what is not taken: empty, damaged, locked, of another
 * kind, several kinds at once, or called something that it is not.
 */
export async function detectType(source: Source, fileName: string): Promise<FileTypeKey> {
  if (source.size === 0) throw refuse('This file is empty.')
  if (runs.test(fileName)) throw program()
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase()
  const byBytes = await byContent(source)
  // Captions are text: the name asks for them, the content has to be them.
  const found = byBytes === 'text' && ending === 'vtt' ? await captions(source) : byBytes
  const { label, endings }: { label: string; endings: readonly string[] } = fileTypes[found]
  if (ending && !endings.includes(ending))
    throw refuse(
      `The name of this file ends in .${ending}, but its content is ${label === 'Text' ? 'plain text' : `a ${label}`}. Call it what it is (.${endings[0]}), if you trust where it came from.`,
    )
  return found
}

async function byContent(source: Source): Promise<FileTypeKey> {
  const head = (await source.read(0, 64 * 1024)).toString('latin1')
  if (head.startsWith('PK\x03\x04')) return detectZip(source)
  const known = (await pictureOrPdf(source, head)) ?? (await detectVideo(source, head))
  if (known) {
    if (await zipEnd(source))
      throw refuse('This file is two files at once: an archive hides behind the other. It was not taken.')
    return known
  }
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw await oldOffice(source)
  const refused = unwelcome.find(([start]) => head.startsWith(start))
  if (refused) throw refused[1] === '' ? program() : refuse(refused[1] === 'packed' ? packed : refused[1])
  if (head.slice(257, 262) === 'ustar') throw refuse(packed)
  return text(source)
}

async function pictureOrPdf(source: Source, head: string): Promise<FileTypeKey | null> {
  if (head.startsWith('%PDF-')) return pdf(source, head)
  const tail = (await source.read(source.size - 12, 12)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) {
    // Nothing may follow the last chunk: what does is a second file.
    if (head.slice(12, 16) !== 'IHDR' || tail !== '\0\0\0\0IEND\xaeB`\x82') throw damaged('picture')
    return 'png'
  }
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) {
    if (!tail.endsWith(';')) throw damaged('picture')
    return 'gif'
  }
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') {
    if ((await source.read(4, 4)).readUInt32LE(0) + 8 !== source.size) throw damaged('picture')
    return 'webp'
  }
  if (head.startsWith('\xff\xd8\xff')) {
    if (!(await isJpeg(source))) throw damaged('picture')
    return 'jpeg'
  }
  return null
}

/** Walks the segments up to the picture itself. Cameras append films and maps behind it, so the end is not looked at. */
async function isJpeg(source: Source): Promise<boolean> {
  for (let at = 2, frames = 0; at < source.size; ) {
    const segment = await source.read(at, 4)
    if (segment.length < 4 || segment.readUInt8(0) !== 0xff) return false
    const marker = segment.readUInt8(1)
    if (marker === 0xda) return frames > 0 && (await finds(source, /\xff\xd9/, 2))
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) frames += 1
    const length = segment.readUInt16BE(2)
    if (marker === 0xff) at += 1
    else if (length < 2) return false
    else at += 2 + length
  }
  return false
}

async function pdf(source: Source, head: string): Promise<FileTypeKey> {
  const tail = (await source.read(source.size - 4_096, 4_096)).toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(head) || !/startxref\s+\d+\s+%%EOF/.test(tail)) throw damaged('PDF')
  if (/<(?:html|script|svg|!doctype)/i.test(head.slice(0, 1024)))
    throw refuse('This PDF is a web page at the same time. It was not taken.')
  if (await finds(source, /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/, 64))
    throw refuse(
      'This PDF is locked: with a password, or against copying. Print it to a new PDF, or ask for one that is not locked, and choose that.',
    )
  return 'pdf'
}

const cue =
  /^(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}(?:[ \t].*)?$/m

/** WebVTT as browsers read it: in UTF-8, with its word at the start, and something said at some time. */
async function captions(source: Source): Promise<FileTypeKey> {
  const head = (await source.read(0, 64 * 1024)).toString('utf8').replace(/\r\n?/g, '\n')
  if (!/^\ufeff?WEBVTT(?:[ \t\n]|$)/.test(head) || !cue.test(head))
    throw refuse(
      'This file ends in .vtt but holds no captions. It begins with the word WEBVTT, and each line that is said has its times above it: 00:01.000 --> 00:04.000. Export it as WebVTT, in UTF-8.',
    )
  return 'vtt'
}

async function oldOffice(source: Source) {
  const utf16 = (words: string) => new RegExp(words.split('').join('\\0'))
  if (await finds(source, utf16('EncryptedPackage'), 64))
    return refuse(
      'This file is protected with a password. Save a copy without the password, and choose that one.',
    )
  return refuse(
    'This is an old Office file, or an installer. Save it as .docx, .xlsx, .pptx or PDF, and choose that file.',
  )
}

const BOM = { utf8: '\xef\xbb\xbf', utf16le: '\xff\xfe', utf16be: '\xfe\xff' }

/** Text must be text from end to end: one byte that is none, and it is something else. */
async function text(source: Source): Promise<FileTypeKey> {
  const start = (await source.read(0, 3)).toString('latin1')
  const encoding = start.startsWith(BOM.utf16le)
    ? 'utf-16le'
    : start.startsWith(BOM.utf16be)
      ? 'utf-16be'
      : 'utf-8'
  const decoder = new TextDecoder(encoding, { fatal: true })
  const unknown = () =>
    refuse(
      `Plumbline does not know this kind of file. It takes ${typesInWords}. A text with strange letters must be saved as UTF-8.`,
    )
  let seen = ''
  try {
    for await (const piece of source.pieces(1024 * 1024)) check(decoder.decode(piece, { stream: true }))
    check(decoder.decode())
  } catch (error) {
    throw error instanceof TypeError ? unknown() : error
  }
  if (/^(?:\s|<!--.*?-->)*<(?:!doctype|html|head|body|script|svg|\?xml|\w+[^>]*\sxmlns)/is.test(seen))
    throw refuse('This is a web page or a drawing in code. Save it as PDF or as a picture, and choose that.')
  return 'text'

  function check(part: string) {
    if (seen.length < 4_096) seen += part.slice(0, 4_096)
    // Tab, line feed, form feed and carriage return are text; other control characters are not.
    if (/(?![\t\n\f\r\x80-\x9f])\p{Cc}/u.test(part)) throw unknown()
  }
}
