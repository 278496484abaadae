import { describe, expect, it } from 'vitest'
import { type RequirementRef, riskCategories, type StarterControl, type StarterRisk } from '../library.ts'
import { starterControls } from './controls.ts'
import { citedFrameworks, refs } from './references.ts'
import { starterRisks } from './risks.ts'

const written = (entry: StarterRisk | StarterControl) =>
  Object.entries(entry).filter((field): field is [string, string] => typeof field[1] === 'string')
const asText = ({ framework, requirement }: RequirementRef) => `${framework} ${requirement}`
const unique = (values: readonly string[]) => new Set(values).size === values.length
const everything = [...starterRisks, ...starterControls]
const controlKeys = starterControls.map(({ key }) => key)

describe('the starter risks', () => {
  it('are about sixty, in all seven categories and of all three kinds', () => {
    expect(starterRisks.length).toBeGreaterThanOrEqual(58)
    expect(starterRisks.length).toBeLessThanOrEqual(64)
    for (const category of Object.keys(riskCategories)) {
      expect(starterRisks.filter((risk) => risk.category === category).length, category).toBeGreaterThan(4)
    }
    for (const concerns of ['ai-system', 'vendor', 'practice']) {
      expect(starterRisks.filter((risk) => risk.concerns === concerns).length, concerns).toBeGreaterThan(7)
    }
  })

  it('name one to four controls of the library, none twice', () => {
    for (const { key, controls } of starterRisks) {
      expect(controls.length, key).toBeGreaterThanOrEqual(1)
      expect(controls.length, key).toBeLessThanOrEqual(4)
      expect(unique(controls), key).toBe(true)
      expect(controlKeys, key).toEqual(expect.arrayContaining([...controls]))
    }
  })

  it('name two to five requirements', () => {
    for (const { key, requirements } of starterRisks) {
      expect(requirements.length, key).toBeGreaterThanOrEqual(2)
      expect(requirements.length, key).toBeLessThanOrEqual(5)
    }
  })

  it('name the generative risk that they belong to among their requirements, and no other', () => {
    for (const { key, requirements, generativeRisk } of starterRisks) {
      const named = requirements
        .filter(({ framework }) => framework === citedFrameworks.generative)
        .map(({ requirement }) => requirement)
      expect(named, key).toEqual(generativeRisk === null ? [] : [generativeRisk])
    }
  })

  it('cover every generative risk but weapons', () => {
    const covered = new Set(starterRisks.map(({ generativeRisk }) => generativeRisk))
    const all = Array.from({ length: 12 }, (_, index) => `2.${index + 1}`)
    expect(all.filter((id) => !covered.has(id))).toEqual(['2.1'])
  })

  it('each have a cause, an event, a consequence, a threat and a weakness that no other has', () => {
    const told = starterRisks.flatMap((risk) => [
      risk.cause,
      risk.event,
      risk.consequence,
      risk.threat,
      risk.vulnerability,
    ])
    expect(told.filter((text, index) => told.indexOf(text) !== index)).toEqual([])
  })

  it('do not resemble each other in their words', () => {
    const words = ({ title, event }: StarterRisk) =>
      new Set(`${title} ${event}`.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
    const alike = starterRisks.flatMap((one, index) =>
      starterRisks.slice(index + 1).flatMap((other) => {
        const [a, b] = [words(one), words(other)]
        const shared = [...a].filter((word) => b.has(word)).length
        return shared / Math.min(a.size, b.size) > 0.5 ? [`${one.key} ~ ${other.key}`] : []
      }),
    )
    expect(alike).toEqual([])
  })
})

describe('the starter controls', () => {
  it('are thirty-six to forty-four, and each lowers a risk and answers a requirement', () => {
    expect(starterControls.length).toBeGreaterThanOrEqual(36)
    expect(starterControls.length).toBeLessThanOrEqual(44)
    const used = new Set(starterRisks.flatMap(({ controls }) => controls))
    expect(controlKeys.filter((key) => !used.has(key))).toEqual([])
    expect(starterControls.filter(({ requirements }) => requirements.length === 0)).toEqual([])
  })

  it('answer every generative risk that has a risk here', () => {
    const answered = new Set(starterControls.flatMap(({ requirements }) => requirements.map(asText)))
    const asked = starterRisks.flatMap(({ generativeRisk }) => generativeRisk ?? [])
    expect(asked.filter((id) => !answered.has(`nist-ai-600-1 ${id}`))).toEqual([])
  })
})

describe('everything in the library', () => {
  it('has a key and a title of its own', () => {
    expect(unique(starterRisks.map(({ key }) => key))).toBe(true)
    expect(unique(controlKeys)).toBe(true)
    expect(unique(everything.map(({ title }) => title.toLowerCase()))).toBe(true)
    for (const { key } of everything) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  it('says something short in every field', () => {
    for (const entry of everything) {
      expect(entry.title.length, entry.key).toBeLessThanOrEqual(80)
      for (const [field, text] of written(entry)) {
        expect(text.trim(), `${entry.key} ${field}`).toBe(text)
        expect(text.length, `${entry.key} ${field}`).toBeGreaterThan(2)
        expect(text.length, `${entry.key} ${field}`).toBeLessThanOrEqual(240)
      }
    }
  })

  it('ends its sentences, and its titles in no period', () => {
    for (const risk of starterRisks) {
      for (const text of [risk.cause, risk.event, risk.consequence]) expect(text, risk.key).toMatch(/[.?]$/)
      for (const text of [risk.threat, risk.vulnerability]) expect(text.length, risk.key).toBeLessThan(60)
    }
    for (const { key, does, evidence } of starterControls) {
      for (const text of [does, evidence]) expect(text, key).toMatch(/[.]$/)
    }
    for (const { title } of everything) expect(title).not.toMatch(/[.]$/)
  })

  it('calls nobody compliant or certified, and uses no straight apostrophes', () => {
    for (const entry of everything) {
      for (const [field, text] of written(entry)) {
        expect(text, `${entry.key} ${field}`).not.toMatch(/complian|certif|['"]/i)
      }
    }
  })

  it('names no requirement twice in one place', () => {
    for (const { key, requirements } of everything) expect(unique(requirements.map(asText)), key).toBe(true)
  })
})

describe('references', () => {
  it('are made from short names, framework by framework', () => {
    expect(refs({ iso: ['A.2.2'], rmf: ['MAP 1.1', 'GOVERN 1.1'] })).toEqual([
      { framework: 'nist-ai-rmf', requirement: 'MAP 1.1' },
      { framework: 'nist-ai-rmf', requirement: 'GOVERN 1.1' },
      { framework: 'iso-42001', requirement: 'A.2.2' },
    ])
  })
})
