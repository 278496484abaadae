import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { crosswalkCitations, crosswalkLinks, isoPublication } from './crosswalk.ts'
import { crosswalkRows } from './crosswalk-rows.ts'
import { hipaaBreach } from './hipaa-breach.ts'
import { hipaaPrivacy } from './hipaa-privacy.ts'
import { hipaaSecurity } from './hipaa-security.ts'
import { section1557 } from './section-1557.ts'

const shipped = new Map(
  [hipaaSecurity, hipaaPrivacy, hipaaBreach, section1557].map(({ key, requirements }) => [
    key,
    new Set(requirements.map(({ id }) => id)),
  ]),
)
const shapes: Record<string, RegExp> = {
  'iso-42001': /^A[.]([2-9]|10)([.]\d){1,2}$/,
  hitrust: /^category (\d|1[0-3])$/,
}
const toOf = (requirement: string, framework: string) =>
  crosswalkLinks
    .filter(({ from, to }) => from.requirement === requirement && to.framework === framework)
    .map(({ to }) => to.requirement)

describe('the crosswalk', () => {
  it('starts from each of the 72 subcategories', () => {
    const ids = crosswalkRows.map((line) => line.split(' | ')[0] ?? '')
    expect(new Set(ids).size).toBe(72)
    expect(ids.every((id) => /^(GOVERN|MAP|MEASURE|MANAGE) [1-6][.]\d+$/.test(id))).toBe(true)
    expect(crosswalkRows.every((line) => line.split(' | ').length === 4)).toBe(true)
    const linked = new Set(crosswalkLinks.map(({ from }) => from.requirement))
    expect(ids.filter((id) => !linked.has(id))).toEqual([])
  })

  it('leads to requirements that there are', () => {
    for (const { from, to } of crosswalkLinks) {
      const found =
        shipped.get(to.framework)?.has(to.requirement) ?? shapes[to.framework]?.test(to.requirement)
      expect(found, `${from.requirement} to ${to.framework} ${to.requirement}`).toBe(true)
    }
  })

  it('has no link twice', () => {
    const texts = crosswalkLinks.map((link) => JSON.stringify([link.from, link.to]))
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('leads from a whole section to each row of it, and from a paragraph to its one row', () => {
    expect(toOf('MANAGE 4.3', 'hipaa-breach')).toEqual([
      ...['164.404(a)(2)', '164.404(b)', '164.404(c)(1)', '164.404(c)(2)', '164.404(d)', '164.404(d)(3)'],
      ...['164.406', '164.408(b)', '164.408(c)', '164.410(b)', '164.410(c)', '164.414(b)'],
    ])
    expect(toOf('MAP 3.3', 'hipaa-privacy')).toEqual(['164.502(b)(1)', '164.502(b)(2)', '164.508'])
    expect(toOf('GOVERN 2.1', 'hipaa-privacy')).toEqual(['164.530(a)'])
    expect(toOf('MEASURE 2.11', 'section-1557')).toEqual(['92.210(a)', '92.210(b)', '92.210(c)'])
  })

  it('says that a link is ours unless a publication pairs the two, which is so for controls of ISO only', () => {
    const published = crosswalkLinks.filter(({ publishedBy }) => publishedBy !== null)
    expect(new Set(published.map(({ publishedBy }) => publishedBy))).toEqual(new Set([isoPublication.name]))
    expect(new Set(published.map(({ to }) => to.framework))).toEqual(new Set(['iso-42001']))
    expect(isoPublication.note).toContain('may omit items')
  })

  it('keeps what it cites beyond the rows that are shipped', () => {
    expect(crosswalkCitations).toHaveLength(19)
    expect([...new Set(crosswalkCitations.map(({ citation }) => citation))].sort()).toEqual([
      '45 CFR 164.306(a)',
      '45 CFR 164.306(b)(2)',
      '45 CFR 164.306(d)(3)',
      '45 CFR 164.306(e)',
      '45 CFR 164.502(a)',
      '45 CFR 164.502(e)',
      '45 CFR 164.506',
      '45 CFR 164.512(i)',
      '45 CFR 164.520',
      '45 CFR 164.526',
    ])
  })
})

const folder = new URL('../../../../shared/facts/', import.meta.url)
const here = existsSync(new URL('crosswalk.csv', folder))
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')

/** The cells of a line of CSV. */
const cellsOf = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1] ?? match[2] ?? '')

const numbered = (cell: string, pattern: RegExp) => cell.match(pattern) ?? []

describe.skipIf(!here)(`held against the facts${here ? '' : ' (left out: they are not here)'}`, () => {
  it('has every pair of them, and no other', () => {
    const lines = read('crosswalk.csv').trim().split('\n').slice(1)
    const theirs = lines.map(cellsOf).map((cells) => {
      const [id = '', rules = '', , controls = '', source = '', , categories = ''] = cells
      const found = [
        numbered(rules, /\d+[.]\d+[()\w]*/g),
        numbered(controls, /A[.][\d.]+/g),
        numbered(categories, /(?<=^|; )\d+/g),
      ].map((cell) => cell.join(' ') || '-')
      if (source !== 'own' && found[1] !== '-') found[1] += ' *'
      return [id, ...found].join(' | ')
    })
    expect(crosswalkRows).toEqual(theirs)
  })

  it('starts from subcategories and leads to controls and categories that there are', () => {
    const rmf = JSON.parse(read('nist_ai_rmf.json')) as { subcategories: { id: string }[] }
    const froms = new Set(crosswalkLinks.map(({ from }) => from.requirement))
    expect([...froms].sort()).toEqual(rmf.subcategories.map(({ id }) => id).sort())
    const controls = new Set(read('other.md').match(/\bA[.]\d+[.]\d+([.]\d+)?(?= [A-Z])/g))
    expect(controls.size).toBe(38)
    const named = crosswalkLinks.filter(({ to }) => to.framework === 'iso-42001')
    expect(named.filter(({ to }) => !controls.has(to.requirement))).toEqual([])
  })
})
