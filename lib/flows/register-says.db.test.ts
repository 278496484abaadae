import { describe, expect, it } from 'vitest'
import { createFlow } from '#lib/ai-systems/flow-commands'
import { kinds } from '#lib/assessments/options'
import { questionsFor, templateOf } from '#lib/assessments/templates'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'
import { flowFacts } from '#lib/testing/ai-systems'
import { assessmentDetail, practiceWithAssessment, started } from '#lib/testing/assessments'
import { addControl } from '#lib/testing/controls'
import { valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { systemsIn } from './assessment-systems.ts'
import { behindQuestions, registerSays } from './register-says.ts'

const database = useTestDatabase()

async function setUp() {
  const made = await practiceWithAssessment(database.owner)
  const says = async (id = made.id) => {
    const { items } = await assessmentDetail(made.officer, id)
    return registerSays(made.officer, id, items)
  }
  return { ...made, says }
}

describe('what the register says beside a question', () => {
  it('is asked for by questions that there are, and by facts that a system has', async () => {
    const { officer, systemId } = await setUp()
    valueOf(await createFlow(officer, { ...flowFacts, systemId }))
    const keys = kinds.flatMap(({ value }) => templateOf(value).questions.map(({ key }) => key))
    expect(keys).toEqual(expect.arrayContaining(Object.keys(behindQuestions)))
    const [system] = await read(officer, (tx) => systemsIn(tx, { id: systemId }, todayFor(officer)))
    const labels = (all: readonly { label: string }[] = []) => all.map(({ label }) => label)
    const behind = Object.values(behindQuestions)
    expect(labels(system?.facts)).toEqual(
      expect.arrayContaining(behind.flatMap(({ facts = [] }) => [...facts])),
    )
    expect(labels(system?.flows[0]?.facts)).toEqual(
      expect.arrayContaining(behind.flatMap(({ flows = [] }) => [...flows])),
    )
  })

  it('names the missing cover, the next review and the controls, so that no yes goes against them unseen', async () => {
    const { officer, systemId, says } = await setUp()
    expect((await says()).get('gai-2-4')).toEqual([
      'Cover by agreements: No flow described',
      'No flow of patient data is described',
    ])
    const flow = valueOf(await createFlow(officer, { ...flowFacts, systemId }))
    await addControl(officer, {}, 'nist-ai-rmf:GOVERN 6.1')
    const found = await says()
    const cover = found.get('gai-2-4') ?? []
    expect(cover[0]).toBe('Cover by agreements: Not covered')
    expect(cover[1]).toContain(`${flow.ref}: `)
    expect(found.get('rmf-govern-1-5')?.[0]).toMatch(/^(Next review: |No review of it is planned)/)
    expect(found.get('rmf-govern-6-1')).toContain('CTL-001 Access is reviewed each quarter: In place')
    expect(found.get('rmf-govern-1-7')).toEqual([])
  })

  it('counts risks and missing cover for the analysis of the practice', async () => {
    const { officer, systemId, says } = await setUp()
    valueOf(await createFlow(officer, { ...flowFacts, systemId }))
    const found = await says(
      await started(officer, { kind: 'security-risk-analysis', systemId: '', title: 'Risk analysis' }),
    )
    expect(found.get('sra-164-308-a-1-ii-a')?.[0]).toBe('0 open risks, 0 not scored')
    expect(found.get('sra-164-308-b-1')?.[0]).toBe(
      '1 AI system with patient data: 1 not covered, 0 with no flow described',
    )
    expect(questionsFor('security-risk-analysis', null).map(({ key }) => key)).toContain(
      'sra-164-308-a-1-ii-b',
    )
  })
})
