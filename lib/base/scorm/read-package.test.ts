import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { manifestOf, packageOf, zipOf } from '#lib/testing/packages'
import { fileAt, packageFiles, readPackage } from './read-package.ts'
import { type PackageSource, unpackedPart, wholeFile } from './zip-index.ts'

const sourceOf = (bytes: Uint8Array): PackageSource => ({
  size: bytes.length,
  read: async (offset, length) => Buffer.from(bytes.subarray(offset, offset + length)),
})
const readBytes = (bytes: Uint8Array) => readPackage(sourceOf(bytes), true)
const page = { 'index.html': 'x' }
const withManifest = (manifest: string | Uint8Array, files: Record<string, string> = page) =>
  readBytes(zipOf({ 'imsmanifest.xml': manifest, ...files }))

describe('a package', () => {
  it('of SCORM 1.2 is read with its title, what it opens and from how many points it is passed', async () => {
    expect(await readBytes(packageOf({ mastery: 80 }))).toEqual({
      ...{ version: '1.2', title: 'Phishing & you', launch: 'index.html', mastery: 80 },
    })
  })

  it('of SCORM 2004 is read the same way', async () => {
    expect(await readBytes(packageOf({ version: '2004', mastery: 75 }))).toEqual({
      ...{ version: '2004', title: 'Phishing & you', launch: 'index.html', mastery: 75 },
    })
  })

  it.each([
    ['a query of its own', 'index.html?lang=en#p2', undefined, 'index.html?lang=en#p2'],
    ['parameters', 'index.html', '?lang=en', 'index.html?lang=en'],
    ['parameters beside a query', 'index.html?a=1', '&b=2', 'index.html?a=1&b=2'],
    ['a way with dots', './x/../index.html', undefined, 'index.html'],
    ['other capitals', 'Index.HTML', undefined, 'Index.HTML'],
  ])('may open its page with %s', async (_, href, parameters, launch) => {
    const written = parameters === undefined ? { href } : { href, parameters }
    expect((await readBytes(packageOf(written))).launch).toBe(launch)
  })

  it.each([
    ['spaces that are encoded', 'my%20course/st%C3%A4rt.html', 'my course/stärt.html'],
    ['spaces that are not', 'my course/stärt.html', 'my course/stärt.html'],
    ['backslashes', 'my course\\stärt.html', 'my course/stärt.html'],
    ['percent signs in the very name', 'my%20course/a.html', 'my%20course/a.html'],
  ])('is found with %s in its name', async (_, href, name) => {
    const { launch } = await withManifest(manifestOf({ href }), { [name]: 'x' })
    expect(launch.split('/').map(decodeURIComponent).join('/')).toBe(name)
  })

  it('may be packed with backslashes, and in one folder around everything', async () => {
    const bytes = zipOf({
      'course\\imsmanifest.xml': manifestOf({ href: 'pages/a.html' }),
      'course\\pages\\a.html': 'x',
      '__MACOSX/course/._a.html': 'x',
    })
    expect((await readBytes(bytes)).launch).toBe('pages/a.html')
    expect([...(await packageFiles(sourceOf(bytes))).keys()]).toEqual(['imsmanifest.xml', 'pages/a.html'])
  })

  it('may have its manifest in UTF-16, with a mark in front, with prefixes and a base', async () => {
    const text = manifestOf({ title: 'Señales', href: 'a.html' })
      .replaceAll(/<(\/?)(manifest|organization|item|title|resource|metadata|schema)/g, '<$1ims:$2')
      .replace('<ims:resources>', '<ims:resources xml:base="pages/">')
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const utf8 = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])
    for (const manifest of [utf16, utf8])
      expect(await withManifest(manifest, { 'pages/a.html': 'x' })).toMatchObject({
        ...{ title: 'Señales', launch: 'pages/a.html', version: '1.2' },
      })
  })

  it('that does not say its version is known by its namespace', async () => {
    const text = manifestOf({ version: '2004' }).replace(/<metadata>.*<\/metadata>/, '')
    expect((await withManifest(text)).version).toBe('2004')
  })

  it('is handed out in parts, from the middle too', async () => {
    const text = 'abcdefghij'.repeat(50_000)
    for (const level of [0, 6] as const) {
      const bytes = zipSync({ 'a.txt': [Buffer.from(text), { level }] })
      const file = fileAt(await packageFiles(sourceOf(bytes)), 'a.txt')
      if (!file) throw new Error('not there')
      const pieces: Buffer[] = []
      for await (const piece of unpackedPart(sourceOf(bytes), file, { from: 300_005, to: 300_011 }))
        pieces.push(piece)
      expect(Buffer.concat(pieces).toString()).toBe('fghijab')
      expect((await wholeFile(sourceOf(bytes), file, 500_000)).toString()).toBe(text)
    }
  })
})

describe('a package is refused in words', () => {
  const two = manifestOf()
    .replace(
      '</organization>',
      '<item identifier="I2" identifierref="R2"><title>B</title></item></organization>',
    )
    .replace('</resources>', '<resource identifier="R2" adlcp:scormtype="sco" href="b.html"/></resources>')

  it.each([
    ['that is no zip', Buffer.from('not a zip at all'), /no zip/],
    ['that was cut off', packageOf().subarray(0, 400), /no zip/],
    ['with something in front of it', Buffer.concat([Buffer.from('MZ'), packageOf()]), /no zip/],
    ['without a manifest', zipOf(page), /no imsmanifest/],
    ['of xAPI', zipOf({ 'tincan.xml': '<a/>', ...page }), /xAPI/],
    ['of AICC', zipOf({ 'a.au': '', 'a.crs': '', ...page }), /AICC/],
    [
      'with other things beside its folder',
      zipOf({ 'a/imsmanifest.xml': manifestOf(), 'b.txt': '' }),
      /in a folder/,
    ],
    ['with two parts', zipOf({ 'imsmanifest.xml': two, ...page, 'b.html': '' }), /2 parts/],
    [
      'that tracks nothing',
      zipOf({ 'imsmanifest.xml': manifestOf().replace('"sco"', '"asset"'), ...page }),
      /no part/,
    ],
    ['of no known version', zipOf({ 'imsmanifest.xml': '<manifest></manifest>', ...page }), /neither/],
    ['whose page is not in it', packageOf({ href: 'gone.html' }), /gone\.html/],
    ['whose page leads out of it', packageOf({ href: '../../index.html' }), /is not in it/],
    ['that opens the internet', packageOf({ href: 'https://example.org/' }), /internet/],
    [
      'with a document type',
      zipOf({ 'imsmanifest.xml': `<!DOCTYPE a SYSTEM "file:///etc/passwd">${manifestOf()}`, ...page }),
      /cannot be read/,
    ],
    ['with a broken manifest', zipOf({ 'imsmanifest.xml': '<manifest', ...page }), /cannot be read/],
    ['that leads out by a name', packageOf({}, { '../a.js': 'x' }), /leads out/],
    ['that leads out by backslashes', packageOf({}, { '..\\a.js': 'x' }), /leads out/],
    ['with an absolute name', packageOf({}, { '/etc/a.js': 'x' }), /leads out/],
    ['with the name of a drive', packageOf({}, { 'C:\\a.js': 'x' }), /leads out/],
    ['with one name twice', packageOf({}, { 'a/b.js': 'x', 'a\\b.js': 'y' }), /two files/],
    ['that is a bomb', packageOf({}, { 'a.js': Buffer.alloc(12 * 1024 * 1024) }), /far more/],
    [
      'with too many files',
      packageOf({}, Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`${at}`, '']))),
      /5,000/,
    ],
  ])('%s', async (_, bytes, says) => {
    await expect(readBytes(bytes)).rejects.toThrow(says)
  })

  it('with a link in place of a file', async () => {
    const bytes = zipSync({
      'imsmanifest.xml': Buffer.from(manifestOf()),
      'index.html': [Buffer.from('/etc/passwd'), { os: 3, attrs: 0o120777 * 65_536 }],
    })
    await expect(readBytes(bytes)).rejects.toThrow(/leads out/)
  })

  it('with a password', async () => {
    const bytes = packageOf()
    const at = Buffer.from(bytes).indexOf('PK\x01\x02', 0, 'latin1')
    bytes[at + 8] = (bytes[at + 8] ?? 0) | 1
    await expect(readBytes(bytes)).rejects.toThrow(/password/)
  })

  it('one byte of which is another one', async () => {
    const bytes = zipSync({
      'imsmanifest.xml': Buffer.from(manifestOf()),
      'index.html': [Buffer.from('Look twice.'), { level: 0 }],
    })
    const at = Buffer.from(bytes).indexOf('Look twice.')
    bytes[at] = 'H'.charCodeAt(0)
    await expect(readBytes(bytes)).rejects.toThrow(/damaged/)
    expect(await readPackage(sourceOf(bytes))).toMatchObject({ launch: 'index.html' })
  })

  it('that says it is smaller than it is', async () => {
    const bytes = Buffer.from(packageOf({}, { 'a.js': 'x'.repeat(9_000) }))
    const at = bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1')
    bytes.writeUInt32LE(10, at + 24)
    await expect(readBytes(bytes)).rejects.toThrow(/far more/)
  })
})
