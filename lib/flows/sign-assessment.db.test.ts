import { createHash } from 'node:crypto'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { answerQuestions } from '#lib/assessments/answer-commands'
import { changesBetween } from '#lib/assessments/changes'
import { archiveAssessment, correctAssessment, editAssessment } from '#lib/assessments/commands'
import { contentOf } from '#lib/assessments/content'
import { getCopy } from '#lib/assessments/detail-queries'
import { canonicalJson } from '#lib/base/canonical-json'
import type { Actor } from '#lib/kernel/access'
import { env } from '#lib/platform/env'
import {
  answerEverything,
  assessmentDetail,
  changeSystem,
  firstQuestion,
  practiceWithAssessment,
  seenAssessment,
  signed,
  signFacts,
  started,
  startFacts,
} from '#lib/testing/assessments'
import { valueOf } from '#lib/testing/practice'
import { refusalOf } from '#lib/testing/refusals'
import { useTestDatabase } from '#lib/testing/test-database'
import { comparedWithBefore, comparedWithToday, readDraft } from './assessment-content.ts'
import { makeRiskOfFinding } from './finding-to-risk.ts'
import { countersignAssessment, signAssessment } from './sign-assessment.ts'

const database = useTestDatabase()
const setUp = () => practiceWithAssessment(database.owner)

async function signedOne() {
  const made = await setUp()
  await answerEverything(made.officer, made.id, { [firstQuestion]: 'no' })
  const risk = valueOf(await makeRiskOfFinding(made.officer, { id: made.id, question: firstQuestion }))
  return { ...made, risk, ...(await signed(made.officer, made.id)) }
}
async function copyOf(actor: Actor, id: string, number = 1) {
  const copy = await getCopy(actor, id, number)
  if (!copy) throw new Error('there is no such copy')
  return copy
}
const toSign = async (actor: Actor, id: string) => ({
  ...(await seenAssessment(actor, id)),
  ...signFacts(actor),
})

describe('freezing', () => {
  it('keeps everything the assessment rested on, and the hash of exactly those bytes', async () => {
    const { officer, id, risk, sha256 } = await signedOne()
    const copy = await copyOf(officer, id)
    const hash = createHash('sha256').update(Buffer.from(copy.content, 'utf8')).digest('hex')
    expect([hash, copy.sha256]).toEqual([sha256, sha256])
    const content = contentOf(copy.content)
    expect(canonicalJson(content)).toBe(copy.content)
    expect(content.systems[0]?.name).toBe('Ambient scribe')
    expect(content.systems[0]?.facts).toContainEqual({ label: 'Used for', value: 'Clinical' })
    expect(content.systems[0]?.cover.state).toBe('No flow described')
    expect(content.questions[0]).toMatchObject({ answer: 'no', answeredBy: officer.name, note: 'It is so.' })
    expect(content.findings).toMatchObject([{ question: firstQuestion, risk: risk.ref }])
    expect(content.risks).toMatchObject([{ ref: risk.ref, current: null, owner: officer.name }])
    expect(content.copy).toMatchObject({ number: 1, reason: '', frozenBy: officer.name })
    expect(copy.statements[0]).toContain(`SHA-256 ${sha256}`)
  })

  it('waits until every question that is asked is answered', async () => {
    const { officer, id } = await setUp()
    expect(refusalOf(await signAssessment(officer, await toSign(officer, id)))).toMatch(
      /conflict: .*44 questions not answered/,
    )
  })

  it('wants the signer’s own name and word', async () => {
    const { officer, id } = await setUp()
    await answerEverything(officer, id)
    const input = await toSign(officer, id)
    expect(refusalOf(await signAssessment(officer, { ...input, name: 'Somebody Else' }))).toMatch(/"name":/)
    expect(refusalOf(await signAssessment(officer, { ...input, stated: '' }))).toMatch(/"stated":/)
    valueOf(await signAssessment(officer, { ...input, name: ` ${officer.name.toUpperCase()} ` }))
  })

  it('signs once when somebody clicks twice', async () => {
    const { officer, id } = await setUp()
    await answerEverything(officer, id)
    const input = await toSign(officer, id)
    const results = await Promise.all([signAssessment(officer, input), signAssessment(officer, input)])
    expect(results.map((result) => (result.ok ? 'ok' : result.code)).sort()).toEqual(['conflict', 'ok'])
    const { copies } = await assessmentDetail(officer, id)
    expect(copies).toMatchObject([{ number: 1, signatures: [{ name: officer.name }] }])
    expect(copies[0]?.signatures).toHaveLength(1)
  })

  it('takes a second name under the same copy, once, and leaves the copy as it was', async () => {
    const { owner, officer, id, sha256 } = await signedOne()
    const before = await copyOf(officer, id)
    const input = { id, number: 1, sha256, ...signFacts(owner) }
    const both = await Promise.all([countersignAssessment(owner, input), countersignAssessment(owner, input)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(refusalOf(await countersignAssessment(owner, { ...input, sha256: 'a'.repeat(64) }))).toMatch(
      /conflict: .*not the copy/,
    )
    const after = await copyOf(officer, id)
    expect(after.content).toBe(before.content)
    expect(after.signatures.map(({ name }) => name)).toEqual([officer.name, owner.name])
  })

  it('is for those who may sign, and the practice’s own for those who read everywhere', async () => {
    const { practice, id, officer } = await setUp()
    await answerEverything(officer, id)
    const it = await practice.actor('it')
    expect(await signAssessment(it, await toSign(it, id))).toMatchObject({ code: 'forbidden' })
    const own = await started(officer, { kind: 'security-risk-analysis', title: 'Risk analysis' })
    await answerEverything(officer, own)
    await signed(officer, own)
    const lead = await practice.actor('site-lead', [practice.siteA])
    expect(await getCopy(lead, own, 1)).toBeNull()
    expect(await readDraft(lead, own)).toBeNull()
    expect((await copyOf(officer, own)).content).toContain('Ambient scribe')
  })
})

describe('what is frozen', () => {
  it('is refused by every command that would change it', async () => {
    const { officer, id } = await signedOne()
    const seen = await seenAssessment(officer, id)
    const answers = [{ question: firstQuestion, answer: 'yes', note: '', seen: '' }]
    const { kind: _, systemId: __, ...facts } = startFacts(officer, { title: 'Another name' })
    for (const result of [
      await answerQuestions(officer, { id, answers }),
      await editAssessment(officer, { ...facts, ...seen }),
      await signAssessment(officer, { ...seen, ...signFacts(officer) }),
    ])
      expect(refusalOf(result)).toMatch(/conflict: .*signed/)
  })

  it('cannot be changed, taken away or emptied by the application’s own database role', async () => {
    const { officer, id, practice } = await signedOne()
    const client = new pg.Client({ connectionString: env().databaseUrl })
    await client.connect()
    try {
      const asApplication = async (sql: string) => {
        await client.query('BEGIN')
        await client.query(`SELECT set_config('app.practice', $1, true)`, [practice.id])
        const seen = await client.query('SELECT 1 FROM "AssessmentCopy"')
        expect(seen.rowCount).toBe(1)
        const refused = await client.query(sql).then(
          () => 'done',
          (error: Error) => error.message,
        )
        await client.query('ROLLBACK')
        return refused
      }
      for (const table of ['AssessmentCopy', 'AssessmentSignature'])
        for (const sql of [
          `UPDATE "${table}" SET "sha256" = "sha256"`,
          `DELETE FROM "${table}"`,
          `TRUNCATE "${table}" CASCADE`,
          `ALTER TABLE "${table}" DISABLE ROW LEVEL SECURITY`,
          `DROP TABLE "${table}" CASCADE`,
        ])
          expect(await asApplication(sql), sql).toMatch(/permission denied|must be owner/)
    } finally {
      await client.end()
    }
    expect((await copyOf(officer, id)).number).toBe(1)
  })

  it('cannot be stored with a hash that is not its own, whoever stores it', async () => {
    const { id } = await signedOne()
    await expect(
      database.owner.query(`UPDATE "AssessmentCopy" SET content = content || ' ' WHERE "assessmentId" = $1`, [
        id,
      ]),
    ).rejects.toThrow(/AssessmentCopy_sha256_check/)
  })

  it('is corrected by another copy with a reason; both stay', async () => {
    const { officer, id } = await signedOne()
    const reason = 'A law was overlooked.'
    valueOf(await correctAssessment(officer, { ...(await seenAssessment(officer, id)), reason }))
    const seen = (await assessmentDetail(officer, id)).items[0]?.given?.answeredAt.toISOString() ?? ''
    const answers = [{ question: firstQuestion, answer: 'yes', note: 'List added', seen }]
    valueOf(await answerQuestions(officer, { id, answers }))
    const compared = await comparedWithBefore(officer, id)
    expect(compared && changesBetween(compared.from, compared.to)).toMatchObject([
      { topic: 'answers', from: 'No: It is so.', to: 'Yes: List added' },
    ])
    await signed(officer, id)
    const found = await assessmentDetail(officer, id)
    expect(found.copies.map(({ number, reason }) => [number, reason])).toEqual([
      [2, reason],
      [1, ''],
    ])
    expect(contentOf((await copyOf(officer, id, 2)).content).copy?.reason).toBe(reason)
    expect(contentOf((await copyOf(officer, id, 1)).content).questions[0]?.answer).toBe('no')
  })

  it('stays where it is when the assessment is archived', async () => {
    const { officer, id } = await signedOne()
    const seen = await seenAssessment(officer, id)
    valueOf(await archiveAssessment(officer, { ...seen, reason: 'Entered twice' }))
    expect((await copyOf(officer, id)).signatures).toHaveLength(1)
  })
})

describe('against the year before', () => {
  it('says what changed: facts, answers and risks', async () => {
    const { officer, id, systemId } = await signedOne()
    await changeSystem(officer, systemId, { generative: 'no', users: 'Physicians and nurses' })
    const next = await started(officer, { systemId })
    expect((await assessmentDetail(officer, next)).predecessor?.id).toBe(id)
    const compared = await comparedWithBefore(officer, next)
    const changes = compared ? changesBetween(compared.from, compared.to) : []
    const said = changes.map(({ topic, what, from, to }) => `${topic}: ${what}: ${from} → ${to}`)
    expect(said).toContain('facts: AI-001 Ambient scribe: users: Physicians → Physicians and nurses')
    expect(said).toContain('facts: AI-001 Ambient scribe: generates text, pictures or speech: Yes → No')
    expect(said.filter((line) => line.startsWith('answers:'))).toHaveLength(5)
  })

  it('is not waited for: a signed one says what is not so any more', async () => {
    const { officer, id, systemId } = await signedOne()
    const before = await comparedWithToday(officer, id)
    expect(before ? changesBetween(before.from, before.to) : null).toEqual([])
    await changeSystem(officer, systemId, { reachesPatient: 'yes' })
    const after = await comparedWithToday(officer, id)
    expect(after ? changesBetween(after.from, after.to) : []).toMatchObject([
      { topic: 'facts', what: 'AI-001 Ambient scribe: output reaches patients', to: 'Yes' },
    ])
    const next = await started(officer, { systemId })
    expect(await comparedWithToday(officer, next)).toBeNull()
  })
})

describe('a finding', () => {
  it('becomes a risk in one step, linked both ways, in the words of the answer, and not twice', async () => {
    const { officer, id, systemId, risk } = await signedOne()
    const { rows } = await database.owner.query<{ title: string; cause: string }>(
      `SELECT r.title, r.cause, r.category, r."ownerId", s."systemId", q.requirement FROM "Risk" r
       JOIN "RiskSystem" s ON s."riskId" = r.id JOIN "RiskRequirement" q ON q."riskId" = r.id WHERE r.id = $1`,
      [risk.riskId],
    )
    expect(rows).toMatchObject([{ systemId, requirement: 'GOVERN 1.1', category: 'operational' }])
    expect(rows[0]?.title).toBe('Ambient scribe: gap in “Know the laws that apply”')
    expect(rows[0]?.cause).toContain(`Answered “No” by ${officer.name}`)
    expect((await assessmentDetail(officer, id)).findings).toMatchObject([{ ref: risk.ref, closed: false }])
    expect(await makeRiskOfFinding(officer, { id, question: firstQuestion })).toMatchObject({
      code: 'conflict',
    })
    expect(refusalOf(await makeRiskOfFinding(officer, { id, question: 'rmf-govern-1-5' }))).toMatch(
      /nothing to make a risk of/,
    )
  })
})
