import { describe, expect, it } from 'vitest'
import { hitrust, hitrustAssessments } from './hitrust.ts'
import { iso42001 } from './iso-42001.ts'
import { nistAi600 } from './nist-ai-600-1.ts'
import { nistAiRmf } from './nist-ai-rmf.ts'

const frameworks = [nistAiRmf, nistAi600, iso42001, hitrust]
const explained = [nistAiRmf, nistAi600]
const namesOnly = [iso42001, hitrust]

describe.each(frameworks)('$shortName', (framework) => {
  it('gives every group and every requirement an id of its own, a title and a place', () => {
    const groups = framework.groups.map(({ id }) => id)
    const requirements = framework.requirements.map(({ id }) => id)
    expect(new Set([...groups, ...requirements]).size).toBe(groups.length + requirements.length)
    expect(framework.requirements.filter(({ group }) => !groups.includes(group))).toEqual([])
    expect(framework.groups.filter(({ parent }) => parent !== null && !groups.includes(parent))).toEqual([])
    for (const { title } of [...framework.groups, ...framework.requirements])
      expect(title.trim()).not.toBe('')
  })

  it('cites each requirement by its own number', () => {
    const citations = framework.requirements.map(({ citation }) => citation)
    expect(new Set(citations).size).toBe(citations.length)
    for (const { id, citation } of framework.requirements)
      expect(citation.endsWith(` ${id.replace(/^(category|domain) /, '')}`)).toBe(true)
  })

  it('is voluntary, says what to know about it, and judges no practice', () => {
    expect([framework.status, framework.note === '']).toEqual(['voluntary', false])
    expect(JSON.stringify(framework)).not.toMatch(/\b(compliant|certified)\b/i)
  })
})

describe.each(explained)('the words of $shortName', (framework) => {
  const sentences = framework.requirements.flatMap(({ says, good, asks }) => [says, good, asks])
  const all = [...sentences, ...framework.groups.map(({ says }) => says)]

  it('are all there, short, and said once', () => {
    expect(all.filter((text) => text.trim() === '')).toEqual([])
    expect(all.filter((text) => text.length > 240)).toEqual([])
    expect(new Set(all).size).toBe(all.length)
    const titles = framework.requirements.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles.filter((title) => title.length > 60)).toEqual([])
  })

  it('ask one question, which yes, partly or no answers, and otherwise state', () => {
    const questions = framework.requirements.map(({ asks }) => asks)
    const unanswerable = questions.filter(
      (asks) => !/^(Are|Can|Could|Did|Do|Does|Has|Have|Is|Was|Were) [^?]+\?$/.test(asks),
    )
    expect(unanswerable).toEqual([])
    const stated = framework.requirements.flatMap(({ says, good }) => [says, good])
    expect(stated.filter((text) => !/[.?]$/.test(text))).toEqual([])
  })

  it('have typographic apostrophes and no double spaces', () => {
    expect(all.filter((text) => /['"]| {2}|^\s|\s$/.test(text))).toEqual([])
  })
})

describe.each(namesOnly)('the names of $shortName', (framework) => {
  it('stand alone: what is under license is neither explained nor asked', () => {
    const filled = framework.requirements.filter(({ says, good, asks }) => says + good + asks !== '')
    expect(filled).toEqual([])
  })

  it('are marked as not held against their source', () => {
    expect(framework.checkedOn).toBeNull()
  })
})

describe('ISO/IEC 42001, Annex A', () => {
  it('has 9 objectives and 38 controls, each under the objective whose number it carries', () => {
    expect([iso42001.groups.length, iso42001.requirements.length]).toEqual([9, 38])
    for (const { id, group } of iso42001.requirements) expect(id.startsWith(`${group}.`)).toBe(true)
    const sizes = iso42001.groups.map(
      ({ id }) => iso42001.requirements.filter(({ group }) => group === id).length,
    )
    expect(sizes).toEqual([3, 2, 5, 4, 9, 5, 4, 3, 3])
  })
})

describe('HITRUST', () => {
  it('has 14 control categories from 0 and 19 assessment domains from 1', () => {
    const ids = (of: string) =>
      hitrust.requirements.filter(({ group }) => group === of).map(({ id, title }) => `${id}: ${title}`)
    const [categories, domains] = [ids('categories'), ids('domains')]
    expect([categories.length, domains.length]).toEqual([14, 19])
    expect([categories[0], categories[13]]).toEqual([
      'category 0: Information Security Management Program',
      'category 13: Privacy Practices',
    ])
    expect([domains[0], domains[18]]).toEqual([
      'domain 1: Information Protection Program',
      'domain 19: Data Protection & Privacy',
    ])
  })

  it('keeps the two 44s and the 51 apart, and gives AI risk management no certification', () => {
    const sizes = hitrustAssessments.map(({ key, statements }) => [
      key,
      statements && [statements.fewest, statements.most],
    ])
    expect(Object.fromEntries(sizes)).toEqual({
      e1: [44, 44],
      i1: [182, 182],
      r2: null,
      ai1: [27, 44],
      ai2: [27, 44],
      'ai-risk-management': [51, 51],
    })
    expect(hitrustAssessments.filter(({ certification }) => !certification).map(({ key }) => key)).toEqual([
      'ai-risk-management',
    ])
  })

  it('says of an assessment that it was held against its source only where we are sure', () => {
    const checked = hitrustAssessments.filter(({ checkedOn }) => checkedOn !== null)
    expect(checked).toEqual(hitrustAssessments.filter(({ confidence }) => confidence === 'high'))
  })
})
