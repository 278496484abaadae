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
    ['001'],
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
    expect(find(words)).toMatchObject({ id: '001' })
  })

  it('finds a name with and without its accents', () => {
    expect(find('Jose Ramirez')).toMatchObject({ id: '002' })
    expect(find('RAMÍREZ, JOSÉ')).toMatchObject({ id: '002' })
  })

  it('says which references tell two of the same name apart', () => {
    expect(find('sam ortiz')).toMatchObject({
      problem: '2 people are called “sam ortiz”. Write an e-mail address or a reference (P-003 and P-004).',
    })
  })

  it('says that somebody has left, unless somebody of that name works here', () => {
    expect(find('Kim Lee')).toMatchObject({
      problem: '“Kim Lee” no longer works here. Name somebody who does.',
    })
    expect(find('Robin Gray')).toMatchObject({ id: '007' })
  })

  it('says that nobody is called so', () => {
    expect(find('Nobody Known')).toMatchObject({
      problem: 'Nobody called “Nobody Known” is in the directory.',
    })
    expect(find('x@y.org')).toMatchObject({
      problem: 'Nobody in the directory has the e-mail address “x@y.org”.',
    })
  })
})

const near = (found: ReturnType<typeof find>) => {
  if (!('near' in found)) throw new Error('it was found')
  const { sure, likely } = found.near
  return [sure, likely.map(({ name }) => name)]
}

describe('who words may mean that name nobody', () => {
  const staff = personLookup([
    person('001', 'Dana Whitfield RN'),
    person('002', 'Dana Ellis, MD'),
    person('003', 'Sam Ortiz, NP'),
    person('004', 'Sam Ortiz PA-C'),
    person('005', 'Kim Do'),
    person('006', 'Kim Park DDS', { active: false }),
    person('007', 'Ann Ma Lee'),
  ])
  it.each([
    ['Dana Whitfield'],
    ['Whitfield, Dana'],
    ['WHITFIELD, DANA, RN'],
    ['Dr. Dana Whitfield'],
    ['Dana Whitfield DNP'],
  ])('takes “%s” for Dana Whitfield RN', (words) => {
    expect(near(staff(words))[0]).toBe('001')
  })

  it('guesses nobody where two could be meant, or the name is only alike, and offers those who share words', () => {
    expect(near(staff('Sam Ortiz'))).toEqual([null, ['Sam Ortiz, NP (P-003)', 'Sam Ortiz PA-C (P-004)']])
    expect(near(staff('Dana'))).toEqual([null, ['Dana Whitfield RN (P-001)', 'Dana Ellis, MD (P-002)']])
    expect(near(staff('Ann Ma'))).toEqual([null, ['Ann Ma Lee (P-007)']])
    expect(near(staff('Kim'))).toEqual([null, ['Kim Do (P-005)']])
    expect(near(staff('Front desk'))).toEqual([null, []])
  })

  it('offers a few of thousands', () => {
    const many = personLookup(Array.from({ length: 10_000 }, (_, n) => person(`${n}`, `Maria Number${n}`)))
    const [sure, likely] = near(many('Maria Santos'))
    expect([sure, likely?.length]).toEqual([null, 8])
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
    expect(site(' down town ')).toMatchObject({
      problem: 'There is no site called “down town”. The sites are Downtown and Northside.',
    })
    expect(site('DOWNTOWN')).toMatchObject({ id: 'a' })
    expect(site('old mill')).toMatchObject({ problem: 'The site “old mill” is closed.' })
  })

  it('guesses a site only when one can be meant, and offers the others', () => {
    const places = siteLookup(
      ['Main Street', 'North Avenue', 'North Hill'].map((name) => ({ id: name, name, archived: false })),
    )
    expect(near(places('Main St'))[0]).toBe('Main Street')
    expect(near(places('main'))[0]).toBe('Main Street')
    expect(near(places('N. Ave'))).toEqual(['North Avenue', ['North Avenue', 'North Hill', 'Main Street']])
    expect(near(places('S. Ave'))[0]).toBeNull()
    expect(near(places('North'))).toEqual([null, ['North Avenue', 'North Hill', 'Main Street']])
    expect(near(places('Elsewhere'))[0]).toBeNull()
    expect(places('Main Street')).toEqual({ id: 'Main Street' })
    expect(places.names.get('North Hill')).toBe('North Hill')
  })
})
