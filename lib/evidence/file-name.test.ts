import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanFileName } from './file-name.ts'

it('keeps ordinary names as they are', () => {
  for (const name of ['SOC 2 report 2026.pdf', 'Genehmigung für Köln.docx', '契約.pdf', 'no ending'])
    expect(cleanFileName(name)).toBe(name)
})

it('leaves no folder, control character, turned writing or invisible letter in a name', () => {
  expect(cleanFileName('C:\\Users\\dana\\report.pdf')).toBe('report.pdf')
  expect(cleanFileName('../../etc/passwd')).toBe('passwd')
  expect(cleanFileName('a\0b\r\nc.pdf')).toBe('abc.pdf')
  expect(cleanFileName('report\u202Efdp.exe')).toBe('reportfdp.exe')
  expect(cleanFileName('in\u200Bvi\uFEFFsible\u2066.txt')).toBe('invisible.txt')
  expect(cleanFileName('what? "this": <that>.pdf')).toBe('what this that.pdf')
})

it('always gives a name that can be shown and saved', () => {
  for (const name of ['', '.', '...', '/', '\u202E', ' . ']) expect(cleanFileName(name)).toBe('file')
  expect(cleanFileName('.pdf')).not.toBe('')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (name) => {
      const clean = cleanFileName(name)
      expect(clean).toMatch(/^[^\p{Cc}\p{Cf}\\/]+$/u)
      expect(Array.from(clean).length).toBeLessThanOrEqual(161)
    }),
  )
})
