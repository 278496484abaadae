import { describe, expect, it } from 'vitest'
import { type Findable, nameForms, naturalName, personLookup, siteLookup } from './match-people.ts'

const person = (id: string, name: string, more: Partial<Findable> = {}): Findable => ({
  id,
  ref: `P-${id}`,
  name,
  email: null,
  staffNumber: null,
  active: true,
  ...more,
})

const people = [
  person('001', 'Dana Ellis', { email: 'dana@example.org', staffNumber: '4711' }),
  person('002', 'José Ramírez'),
  person('003', 'Sam Ortiz'),
  person('004', 'Sam Ortiz'),
  person('005', 'Kim Lee', { active: false }),
  person('006', 'Robin Gray', { active: false }),
  person('007', 'Robin Gray'),
]
const find = personLookup(people)

describe('finding a person by what a spreadsheet says', () => {
  it.each([
    ['dana@example.org'],
    ['DANA@Example.org'],
    ['Dana Ellis <dana@example.org>'],
    ['mailto:dana@example.org'],
    ['p-001'],
    ['4711'],
    ['dana  ellis'],
    ['Ellis, Dana'],
    ['ELLIS,DANA'],
    ['Dana Ellis, RN'],
    ['Dana Ellis, MD, MPH'],
    ['Dr. Dana Ellis'],
    ['Dana\u00a0Ellis '],
  ])('“%s” is Dana Ellis', (words) => {
    expect(find(words)).toEqual({ id: '001' })
  })

  it('finds a name with and without its accents', () => {
    expect(find('Jose Ramirez')).toEqual({ id: '002' })
    expect(find('RAMÍREZ, JOSÉ')).toEqual({ id: '002' })
  })

  it('says which references tell two of the same name apart', () => {
    expect(find('sam ortiz')).toEqual({
      problem: '2 people are called “sam ortiz”. Write an e-mail address or a reference (P-003 and P-004).',
    })
  })

  it('says that somebody has left, unless somebody of that name works here', () => {
    expect(find('Kim Lee')).toEqual({ problem: '“Kim Lee” no longer works here. Name somebody who does.' })
    expect(find('Robin Gray')).toEqual({ id: '007' })
  })

  it('says that nobody is called so', () => {
    expect(find('Nobody Known')).toEqual({ problem: 'Nobody called “Nobody Known” is in the directory.' })
    expect(find('x@y.org')).toEqual({ problem: 'Nobody in the directory has the e-mail address “x@y.org”.' })
  })
})

describe('a name from a staff list', () => {
  it('is turned round when it comes last name first, and left alone when the comma means something else', () => {
    expect(naturalName('Ellis, Dana')).toBe('Dana Ellis')
    expect(naturalName('ELLIS, DANA M.')).toBe('DANA M. ELLIS')
    expect(naturalName('Dana Ellis, RN')).toBe('Dana Ellis, RN')
    expect(naturalName('Robert Smith, Jr.')).toBe('Robert Smith, Jr.')
    expect(naturalName('Ellis, Dana, RN')).toBe('Ellis, Dana, RN')
    expect(naturalName(' Dana   Ellis ')).toBe('Dana Ellis')
    expect(naturalName('Ellis,')).toBe('Ellis,')
  })

  it('is not found by its credentials alone', () => {
    expect(nameForms('Dana Ellis, RN')).toEqual(['dana ellis, rn', 'rn dana ellis', 'dana ellis'])
  })
})

describe('finding a site', () => {
  const site = siteLookup([
    { id: 'a', name: 'Downtown', archived: false },
    { id: 'b', name: 'Northside', archived: false },
    { id: 'c', name: 'Old Mill', archived: true },
  ])
  it('ignores capitals and spaces, and names the sites when there is none', () => {
    expect(site(' down town ')).toEqual({
      problem: 'There is no site called “down town”. The sites are Downtown and Northside.',
    })
    expect(site('DOWNTOWN')).toEqual({ id: 'a' })
    expect(site('old mill')).toEqual({ problem: 'The site “old mill” is closed.' })
  })
})
