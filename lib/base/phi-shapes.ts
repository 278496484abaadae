/** The kinds of patient detail that can be told by their shape. */
export type PhiShape = 'ssn' | 'record-number' | 'birth-date' | 'phone'

/** What each kind is called on screen, to be read after "This looks like". */
export const phiShapeWords: Readonly<Record<PhiShape, string>> = {
  ssn: 'a Social Security number',
  'record-number': 'a medical record or member number',
  'birth-date': 'a date of birth',
  phone: 'a phone number',
}

const day = String.raw`(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4})`
const gap = String.raw`(?: is| was|:|=|#|,)?[ \t]*`

// A date, a long number or ten digits alone prove nothing: the word before them, or their punctuation, does.
const shapes: readonly (readonly [PhiShape, RegExp])[] = [
  // Area numbers 000, 666 and 9xx, group 00 and serial 0000 were never issued (SSA, POMS RM 10201.035).
  ['ssn', /(?<![\d-])(?!000|666|9\d\d)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/],
  [
    'ssn',
    /\b(?:ssn|social security (?:number|no\.?|#))(?: is|:|=|#)?[ \t]*(?!000|666|9)\d{3}[- ]?\d{2}[- ]?\d{4}(?!\d)/i,
  ],
  [
    'record-number',
    /\b(?:mrn|medical record(?: (?:number|no\.?))?|chart (?:number|no\.?)|patient (?:id|number|no\.?)|member (?:id|number)|medicare (?:id|number|no\.?))(?: is|:|=|#)*[ \t]*(?=[a-z-]*\d)[a-z0-9-]{5,14}\b/i,
  ],
  [
    'birth-date',
    new RegExp(
      String.raw`\b(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born(?: on)?)${gap}${day}`,
      'i',
    ),
  ],
  ['phone', /(?<![\w(])(?:\+?1[ .-]?)?\([2-9]\d{2}\)[ .-]?\d{3}[ .-]\d{4}(?!\d)/],
  ['phone', /(?<![\w./-])(?:\+?1[ .-])?[2-9]\d{2}([ .-])[2-9]\d{2}\1\d{4}(?![\w-])/],
  [
    'phone',
    /\b(?:phone|tel|cell|mobile|call(?:ed)?)(?: (?:number|no\.?))?(?: is| at| on|:|\.)*[ \t]*\+?1?[2-9]\d{2}[2-9]\d{6}\b/i,
  ],
]

/** Which kinds of patient detail a text seems to hold; empty when it looks clean. Each kind once, in a fixed order. */
export function phiShapes(text: string): PhiShape[] {
  const found = new Set<PhiShape>()
  for (const [shape, pattern] of shapes) if (pattern.test(text)) found.add(shape)
  return [...found]
}
