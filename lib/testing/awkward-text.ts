import fc from 'fast-check'

/** Texts that have broken spreadsheets before, and whatever a generator thinks of. */
const awkward = [
  '=HYPERLINK("http://x","y")',
  '+1 555 0100',
  '-5',
  "'quoted",
  "'=1+1",
  '@import',
  'a "quote", a comma; a semicolon',
  'line one\nline two\r\nline three',
  '\ttab first',
  '  spaces  ',
  'no-break\u00a0space',
  '007',
  '1e5',
  '3/4/2026',
  'TRUE',
  '["a","b"]',
  '[not json',
  'Zoë Ångström 日本語 🩺 مرحبا',
  'e\u0301 and é',
  'x'.repeat(900),
  '_x0041_ & <b>',
  '—',
  'sep=;',
  '＝fullwidth',
  'end with quote"',
  '__proto__',
]
/** A text that an export has to bring back as it was. */
export const awkwardText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...awkward) },
  fc.string({ unit: 'grapheme', maxLength: 60 }).map((value) => value.replaceAll(/[\0\ud800-\udfff]/gu, '')),
)
