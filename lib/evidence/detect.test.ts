import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#lib/kernel/errors'
import { Spool } from '#lib/platform/spool'
import * as files from '#lib/testing/files'
import { gifFile, jpegFile, officeFile, pdfFile, pngFile, webpFile, zip } from '#lib/testing/files'
import { detectType } from './detect.ts'

/** What it is taken for, or why not. */
async function look(name: string, bytes: Buffer | string): Promise<string> {
  const spool = await Spool.create()
  try {
    await spool.append(Buffer.from(bytes))
    return await detectType(spool, name)
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  } finally {
    await spool.close()
  }
}

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf16 = (text: string) => Buffer.concat([latin1('\xff\xfe'), Buffer.from(text, 'utf16le')])
const oleWith = (words: string) =>
  Buffer.concat([
    latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
    Buffer.alloc(600),
    Buffer.from(words, 'utf16le'),
  ])
const captionsFile =
  'WEBVTT\n\n1\n00:01.000 --> 00:04.000\nHello.\n\n00:01:05.000 --> 00:01:09.500 line:0\nBye.\n'
const longText = `${'word '.repeat(250_000)}ende ü`

describe('what a file is', () => {
  it.each<[string, string, Buffer | string]>([
    ['pdf', 'a.PDF', pdfFile('Hello')],
    ['png', 'a.png', pngFile()],
    ['jpeg', 'a.jpg', jpegFile],
    ['jpeg', 'with a film behind it.jpeg', Buffer.concat([jpegFile, randomBytes(5_000)])],
    ['gif', 'a.gif', gifFile],
    ['webp', 'a.webp', webpFile],
    ['mp4', 'a.mp4', files.mp4File()],
    ['mp4', 'in pieces.m4v', files.mp4File('iso6', ['moov', 'moof', 'mdat'])],
    ['webm', 'a.webm', files.webmFile()],
    ['webm', 'as it was recorded.webm', files.webmFile('webm', 'open')],
    ['docx', 'a.docx', officeFile('docx')],
    ['xlsx', 'a.xlsx', officeFile('xlsx')],
    ['pptx', 'a.pptx', officeFile('pptx')],
    ['docx', 'no ending', officeFile('docx')],
    ['vtt', 'a.vtt', captionsFile],
    ['vtt', 'of windows.VTT', `\ufeff${captionsFile.replaceAll('\n', '\r\n')}`],
    ['text', 'captions.txt', captionsFile],
    ['text', 'a.txt', 'One line\nand another: ü\t1 < 2'],
    ['text', 'a.csv', utf16('a,b\r\n1,2')],
    ['text', 'a.txt', `\ufeff${'x'.repeat(10)}`],
    // A letter of two bytes on the border of two pieces.
    ['text', 'long.txt', `${'x'.repeat(1024 * 1024 - 1)}ü`],
    ['text', 'long.txt', longText],
  ])('is found by its content: %s as %s', async (type, name, bytes) => {
    expect(await look(name, bytes)).toBe(type)
  })

  it.each<[string, Buffer | string, RegExp]>([
    ['empty.pdf', '', /is empty/],
    // Videos that are cut off, have something behind them, or play only on some machines.
    ['cut.mp4', files.mp4File().subarray(0, -5), /video is damaged/],
    ['no film.mp4', files.mp4File('isom', ['free']), /video is damaged/],
    ['more.mp4', Buffer.concat([files.mp4File(), Buffer.from('<script>')]), /video is damaged/],
    ['zip.mp4', Buffer.concat([files.mp4File(), zip([{ name: 'a' }])]), /damaged|two files at once/],
    ['phone.mov', files.mp4File('qt  '), /does not play everywhere/],
    ['photo.heic', files.mp4File('heic'), /HEIC or AVIF picture/],
    ['cut.webm', files.webmFile().subarray(0, -1), /video is damaged/],
    ['more.webm', Buffer.concat([files.webmFile(), Buffer.from('x')]), /video is damaged/],
    ['film.mkv', files.webmFile('matroska'), /does not play everywhere/],
    // Captions that no browser would show.
    ['words.vtt', 'Hello, everybody', /holds no captions/],
    ['no times.vtt', 'WEBVTT\n\nHello', /holds no captions/],
    ['other times.vtt', '1\n00:00:01,000 --> 00:00:04,000\nHello', /holds no captions/],
    ['wide.vtt', utf16(captionsFile), /holds no captions/],
    ['page.vtt', pngFile(), /ends in \.vtt, but its content is a PNG picture/],
    // Called what they are not.
    ['picture.pdf', pngFile(), /ends in \.pdf, but its content is a PNG picture/],
    ['report.png', pdfFile('x'), /ends in \.png, but its content is a PDF/],
    ['words.docx', 'plain words', /ends in \.docx, but its content is plain text/],
    ['sheet.xlsx', officeFile('docx'), /ends in \.xlsx, but its content is a Word document/],
    ['invoice.pdf.exe', pdfFile('x'), /program or a script/],
    // Programs and scripts, whatever they are called.
    ['report.pdf', latin1(`MZ\x90\0${'\0'.repeat(60)}`), /program or a script/],
    ['report.txt', 'MZ but words', /program or a script/],
    ['tool.txt', latin1('\x7fELF\x02\x01'), /program or a script/],
    ['tool.txt', '#!/bin/sh\nrm -rf .', /program or a script/],
    ['run.js', 'alert(1)', /program or a script/],
    ['run.ps1', 'Get-Item', /program or a script/],
    // Web pages and drawings in code.
    ['page.txt', '<!DOCTYPE html><p>', /web page/],
    ['page.txt', '\ufeff  \n<!-- x --><html>', /web page/],
    ['drawing.txt', '<svg onload="alert(1)">', /web page or a drawing/],
    ['drawing.svg', '<?xml version="1.0"?><svg/>', /web page or a drawing/],
    ['page.txt', utf16('<script>alert(1)</script>'), /web page/],
    // Damaged.
    ['cut.pdf', pdfFile('x').subarray(0, 300), /PDF is damaged/],
    ['cut.png', pngFile().subarray(0, -3), /picture is damaged/],
    ['cut.jpg', jpegFile.subarray(0, 12), /picture is damaged/],
    ['cut.gif', gifFile.subarray(0, -1), /picture is damaged/],
    ['cut.webp', webpFile.subarray(0, -1), /picture is damaged/],
    ['cut.docx', officeFile('docx').subarray(0, -30), /damaged/],
    ['off.docx', Buffer.concat([officeFile('docx'), Buffer.from('more')]), /damaged/],
    // Locked.
    ['locked.pdf', pdfFile('x', '/Encrypt 9 0 R '), /PDF is locked/],
    ['locked.docx', oleWith('EncryptedPackage'), /protected with a password/],
    ['locked.xlsx', officeFile('xlsx', [{ name: 'a', locked: true }]), /protected with a password/],
    // Macros, old and foreign formats, archives.
    ['macro.docx', officeFile('docx', [{ name: 'word/vbaProject.bin' }]), /macros/],
    ['macro.xlsm', officeFile('xlsx', [{ name: 'xl/vbaProject.bin' }]), /macros/],
    ['macro.xlsx', officeFile('xlsx', [{ name: 'xl\\macrosheets\\sheet1.xml' }]), /macros/],
    ['old.doc', oleWith('WordDocument'), /old Office file/],
    ['binary.xlsb', zip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.bin' }]), /XLSB/],
    ['open.odt', zip([{ name: 'mimetype' }, { name: 'content.xml' }]), /OpenDocument/],
    ['many.zip', zip([{ name: 'a.txt' }]), /zip archive/],
    ['report.docx', zip([{ name: 'word/document.xml' }]), /zip archive/],
    ['app.jar', zip([{ name: 'META-INF/MANIFEST.MF' }]), /program/],
    ['app.docx', zip([{ name: 'META-INF/MANIFEST.MF' }]), /program/],
    ['packed.gz', latin1('\x1f\x8b\x08\0'), /packed archive/],
    // Bombs.
    ['bomb.docx', officeFile('docx', [{ name: 'a', claims: 2_000_000_000 }]), /unpacks to far more/],
    ['bomb.xlsx', officeFile('xlsx', [{ name: 'a', text: '0'.repeat(30_000_000) }]), /unpacks to far more/],
    // Two files at once.
    ['both.pdf', Buffer.concat([pdfFile('x'), zip([{ name: 'a.txt' }])]), /damaged|two files at once/],
    ['both.jpg', Buffer.concat([jpegFile, zip([{ name: 'a.txt' }])]), /two files at once/],
    ['both.png', Buffer.concat([pngFile(), zip([{ name: 'a.txt' }])]), /picture is damaged/],
    ['both.gif', Buffer.concat([gifFile, Buffer.from('<script>')]), /picture is damaged/],
    ['both.pdf', pdfFile('x').toString('latin1').replace('\n', '\n%<script>alert(1)</script>\n'), /web page/],
    // No kind at all.
    ['noise.bin', latin1('\x01\x02\x03\xfe'), /does not know this kind of file/],
    ['noise.txt', latin1('caf\xe9 in Windows-1252'), /must be saved as UTF-8/],
    ['nul.txt', 'words and \0 more', /does not know/],
    ['late.txt', `${longText}\0`, /does not know/],
    ['words.rtf', '{\\rtf1 words}', /RTF/],
  ])('that is not taken is said in plain words: %s', async (name, bytes, words) => {
    expect(await look(name, bytes)).toMatch(words)
  })

  it('is never a fault, whatever the bytes', async () => {
    const starts = [
      '%PDF-1.4',
      '\x89PNG\r\n\x1a\n',
      '\xff\xd8\xff',
      'PK\x03\x04',
      'RIFF',
      'GIF89a',
      '\xd0\xcf\x11\xe0',
      '',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', `PK\x05\x06${'\0'.repeat(18)}`, 'startxref 1 %%EOF'),
        async (start, middle, end) => {
          expect(await look('file', Buffer.concat([latin1(start), middle, latin1(end)]))).not.toBe('')
        },
      ),
      { numRuns: 150 },
    )
  })

  it('is never a fault when an Office file was changed anywhere', async () => {
    const sound = officeFile('docx')
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const changed = Buffer.from(sound)
        changed.writeUInt8(byte, at)
        expect(await look('a.docx', changed)).not.toBe('')
      }),
      { numRuns: 150 },
    )
  })
})
