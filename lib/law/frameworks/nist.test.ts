import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generativeRiskAliases, generativeRiskId, nistAi600 } from './nist-ai-600-1.ts'
import { actionCounts, actionGists, suggestedActions } from './nist-ai-600-1-actions.ts'
import { nistAiRmf } from './nist-ai-rmf.ts'

describe('the AI RMF', () => {
  it('has 4 functions, 19 categories and 72 subcategories', () => {
    const functions = nistAiRmf.groups.filter(({ parent }) => parent === null).map(({ id }) => id)
    expect(functions).toEqual(['GOVERN', 'MAP', 'MEASURE', 'MANAGE'])
    const counts = functions.map((id) => {
      const categories = nistAiRmf.groups.filter(({ parent }) => parent === id).map((group) => group.id)
      return [
        categories.length,
        nistAiRmf.requirements.filter(({ group }) => categories.includes(group)).length,
      ]
    })
    expect(counts).toEqual([
      [6, 19],
      [5, 18],
      [4, 22],
      [4, 13],
    ])
    expect(nistAiRmf.groups).toHaveLength(23)
    expect(nistAiRmf.requirements).toHaveLength(72)
  })

  it('puts each subcategory under the category whose number it carries', () => {
    const measured = nistAiRmf.requirements.find(({ id }) => id === 'MEASURE 2.10')
    expect([measured?.group, measured?.citation]).toEqual(['MEASURE 2', 'NIST AI 100-1, MEASURE 2.10'])
  })
})

describe('the generative AI profile', () => {
  it('has 12 risks, 2.1 to 2.12', () => {
    expect(nistAi600.requirements.map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, at) => `2.${at + 1}`),
    )
  })

  it('knows each risk by its id, its title and its other spellings, and none by two', () => {
    for (const { id, title } of nistAi600.requirements) {
      const spellings = [id, title, title.toUpperCase(), ...(generativeRiskAliases[id] ?? [])]
      expect(spellings.map(generativeRiskId)).toEqual(spellings.map(() => id))
    }
    expect(Object.keys(generativeRiskAliases)).toEqual(nistAi600.requirements.map(({ id }) => id))
    expect(generativeRiskId('Value chain & component integration')).toBe('2.12')
    expect(generativeRiskId('Weather')).toBeNull()
  })

  it('has 212 actions: 58, 39, 72 and 43 by function', () => {
    const of = (prefix: string) => suggestedActions.filter(({ id }) => id.startsWith(`${prefix}-`)).length
    expect(suggestedActions).toHaveLength(212)
    expect(['GV', 'MP', 'MS', 'MG'].map(of)).toEqual([58, 39, 72, 43])
    expect(new Set(suggestedActions.map(({ id }) => id)).size).toBe(212)
    expect(suggestedActions.map(({ id }) => id)).not.toContain('GV-1.1-002')
    for (const { id } of suggestedActions) expect(id).toMatch(/^(GV|MP|MS|MG)-\d\.\d{1,2}-\d{3}$/)
  })

  it('hangs its actions on 49 subcategories that exist, each once', () => {
    const subcategories = actionCounts.map(([subcategory]) => subcategory)
    expect([subcategories.length, new Set(subcategories).size]).toEqual([49, 49])
    const known = nistAiRmf.requirements.map(({ id }) => id)
    expect(subcategories.filter((id) => !known.includes(id))).toEqual([])
  })

  it('has a short summary only for actions that exist', () => {
    const ids = suggestedActions.map(({ id }) => id)
    expect(Object.keys(actionGists).filter((id) => !ids.includes(id))).toEqual([])
    expect(Object.values(actionGists).filter((gist) => gist.length > 140 || !gist.endsWith('.'))).toEqual([])
    expect(suggestedActions.filter(({ gist }) => gist !== null)).toHaveLength(Object.keys(actionGists).length)
  })
})

interface Facts {
  functions: { id: string; text: string }[]
  categories: { id: string; text: string }[]
  subcategories: { id: string; text: string; nist_ai_600_1_actions: string[] }[]
}

const rmfFile = new URL('../../../../shared/facts/nist_ai_rmf.json', import.meta.url)
const profileFile = new URL('../../../../shared/facts/nist_600_1.md', import.meta.url)
const here = existsSync(rmfFile) && existsSync(profileFile)
const readRmf = () => JSON.parse(readFileSync(rmfFile, 'utf8')) as Facts
const readProfile = () => readFileSync(profileFile, 'utf8')

describe.skipIf(!here)(`NIST, held against the facts${here ? '' : ' (left out: they are not here)'}`, () => {
  it('has the groups and subcategories of the AI RMF, in its order', () => {
    const { functions, categories, subcategories } = readRmf()
    expect(nistAiRmf.requirements.map(({ id }) => id)).toEqual(subcategories.map(({ id }) => id))
    expect(nistAiRmf.groups.map(({ id }) => id).sort()).toEqual(
      [...functions, ...categories].map(({ id }) => id).sort(),
    )
  })

  it('has the action ids of both files', () => {
    const ids = suggestedActions.map(({ id }) => id)
    const tables = readProfile().match(/^\| (GOVERN|MAP|MEASURE|MANAGE) .*$/gm) ?? []
    expect(ids).toEqual(tables.join(' ').match(/\b(GV|MP|MS|MG)-\d\.\d+-\d{3}\b/g))
    expect(ids).toEqual(readRmf().subcategories.flatMap((each) => each.nist_ai_600_1_actions))
  })

  it('summarizes the actions that a small practice uses, all of them and no others', () => {
    expect(Object.keys(actionGists).sort()).toEqual(usedBySmallPractices(readProfile()).sort())
  })

  it('has the risks under the names of section 2', () => {
    const rows = [...readProfile().matchAll(/^\| \d+ \| (2\.\d+) \| ([^|]+) \|/gm)]
    expect(nistAi600.requirements.map(({ id, title }) => [id, title])).toEqual(
      rows.map(([, id, title]) => [id, title]),
    )
  })

  it('copies nothing: no six words in a row are those of the official text', () => {
    const { functions, categories, subcategories } = readRmf()
    const official = new Set(
      [...functions, ...categories, ...subcategories].flatMap(({ text }) => runs(text)),
    )
    const ours = [nistAiRmf, nistAi600].flatMap(({ note, groups, requirements }) => [
      note,
      ...groups.flatMap(({ title, says }) => [title, says]),
      ...requirements.flatMap(({ title, says, good, asks }) => [title, says, good, asks]),
    ])
    const copied = [...ours, ...Object.values(actionGists)].flatMap(runs).filter((run) => official.has(run))
    expect(official.size).toBeGreaterThan(1000)
    expect(copied).toEqual([])
  })
})

function runs(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return words.slice(5).map((_, at) => words.slice(at, at + 6).join(' '))
}

/** The ids in the first column of the table of that name: “GV-1.5-001 / -002 / -003”, “GV-6.2-001 .. -007”. */
function usedBySmallPractices(profile: string): string[] {
  const table = profile.split('## The ids a small practice will actually use')[1]?.split('\n## ')[0] ?? ''
  return [...table.matchAll(/^\| ((?:GV|MP|MS|MG)-[^|]+) \|/gm)].flatMap(([, cell = '']) =>
    cell.split(', ').flatMap((part) => {
      const [first = '', ...others] = part.match(/(?:(?:GV|MP|MS|MG)-\d\.\d+)?-\d{3}/g) ?? []
      const stem = first.slice(0, -3)
      const numbers = [first, ...others].map((id) => Number(id.slice(-3)))
      const [from = 0, to = 0] = numbers
      const listed = part.includes('..')
        ? Array.from({ length: to - from + 1 }, (_, at) => from + at)
        : numbers
      return listed.map((number) => `${stem}${String(number).padStart(3, '0')}`)
    }),
  )
}
