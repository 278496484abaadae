import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { healthGoals } from './health-goals.ts'
import { hicp } from './hicp.ts'
import { hipaaBreach } from './hipaa-breach.ts'
import { hipaaPrivacy } from './hipaa-privacy.ts'
import { hipaaSecurity } from './hipaa-security.ts'
import { hti1 } from './hti-1.ts'
import { section1557 } from './section-1557.ts'
import { securityRuleProposal } from './security-rule-proposal.ts'

const folder = new URL('../../../../shared/facts/', import.meta.url)
const here = existsSync(new URL('hipaa.json', folder))
const left = here ? '' : ' (left out: the facts are not here)'
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')

interface Facts {
  security_rule: { id: string; title: string; designation: string }[]
  breach_notification_rule: { deadlines: { citation: string; days?: number; deadline: string }[] }
}

const numbersIn = (text: string) => text.match(/\d+/g) ?? []
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[a-z0-9']+/g) ?? []

/** Every six words in a row. */
function runsOf(text: string): string[] {
  const words = wordsOf(text)
  return words.slice(5).map((_, at) => words.slice(at, at + 6).join(' '))
}

/** Everything written in it, without the names of its fields. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}

describe.skipIf(!here)(`held against the facts${left}`, () => {
  const parse = () => JSON.parse(read('hipaa.json')) as Facts
  const other = () => read('other.md')
  const section = (number: number) => other().split(/^## /m)[number + 1] ?? ''

  it('the Security Rule has the rows of the rule, in its order, with its designations', () => {
    const ours = hipaaSecurity.requirements.map(({ id, designation }) => [id, designation])
    const theirs = parse().security_rule.map(({ id, designation }) => [
      id,
      designation.split(' ')[0]?.toLowerCase(),
    ])
    expect(ours).toEqual(theirs)
  })

  it('the titles are the printed ones, but for those of 164.314, which prints none for clauses', () => {
    const theirs = new Map(parse().security_rule.map(({ id, title }) => [id, title]))
    const others = hipaaSecurity.requirements.filter(({ id, title }) => theirs.get(id) !== title)
    expect(others.every(({ id }) => /^164[.]314[(](a[)][(]2[)][(]i[)]|b[)])/.test(id))).toBe(true)
  })

  it('every deadline for a breach is in its row', () => {
    for (const { citation, days, deadline } of parse().breach_notification_rule.deadlines) {
      const row = hipaaBreach.requirements.find((one) => one.citation === citation)
      expect(row?.says, citation).toMatch(new RegExp(`${days ?? deadline.match(/\d+ days/)?.[0]}`))
    }
  })

  it('privacy and breaches name no number and no paragraph that the facts do not have', () => {
    const text = read('hipaa.json')
    const known = new Set(numbersIn(text))
    for (const { id, says } of [...hipaaPrivacy.requirements, ...hipaaBreach.requirements]) {
      expect(
        numbersIn(says).filter((number) => !known.has(number)),
        id,
      ).toEqual([])
      const [start = '', rest = ''] = id.replace(' unsecured', '').split(/(?=[(])(.*)/)
      expect([text.includes(start), text.includes(rest)], id).toEqual([true, true])
    }
  })

  it('the attributes have the titles of the regulation, and the star of the 11', () => {
    const part = section(2).slice(section(2).indexOf('### The 31'))
    const listed = [...part.matchAll(/^ [(][ivx]+[)] (.*?)( [*])?$/gm)].map((match) => match[1])
    expect(hti1.requirements.map(({ title }) => title.replaceAll('’', "'"))).toEqual(listed)
    const headings = [...part.matchAll(/^([(]\d[)]) (.*?)( [*])?$/gm)].map((match) => [match[1], match[2]])
    expect(hti1.groups.map(({ id, title }) => [id, title])).toEqual(headings)
  })

  it('goals and practices have their names', () => {
    const text = section(5)
    for (const { title } of healthGoals.requirements) expect(text).toContain(title)
    for (const { id, title } of hicp.requirements) expect(text).toContain(`${id.split(' ')[1]} ${title}`)
  })

  it('the proposal has as many rows as are known, and as many of them in doubt', () => {
    const rows = section(5).match(/^[|] (?!Proposed change|---).*[|]$/gm) ?? []
    expect(rows).toHaveLength(securityRuleProposal.requirements.length)
    const doubted = securityRuleProposal.requirements.filter(({ says }) => /unchecked|Nobody/.test(says))
    expect(rows.filter((row) => /[|] M( [(]mem[)])? [|]$/.test(row))).toHaveLength(doubted.length)
    const known = new Set(numbersIn(section(5)))
    const numbers = securityRuleProposal.requirements.flatMap(({ says }) => numbersIn(says))
    expect(numbers.filter((number) => !known.has(number))).toEqual([])
  })

  it('six words in a row of the official text, or of the facts, are nowhere in ours', () => {
    const theirs = new Set([
      ...stringsIn(JSON.parse(read('hipaa.json'))).flatMap(runsOf),
      ...other().split('\n').flatMap(runsOf),
    ])
    const frameworks = [hipaaSecurity, hipaaPrivacy, hipaaBreach, section1557, hti1, securityRuleProposal]
    const rows = [...frameworks, healthGoals, hicp].flatMap(({ requirements }) => requirements)
    const copied = rows.flatMap(({ id, says, good, asks }) =>
      [says, good, asks].flatMap(runsOf).flatMap((run) => (theirs.has(run) ? [`${id}: ${run}`] : [])),
    )
    expect(copied).toEqual([])
  })
})
