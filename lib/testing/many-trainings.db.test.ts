import { expect, it } from 'vitest'
import { sha256Of } from '#lib/base/sha256'
import { todayFor } from '#lib/kernel/today'
import { attestationOf } from '#lib/training/attestation'
import { fillWithTrainings } from './many-trainings.ts'
import { createPractice } from './practice.ts'
import { useTestDatabase } from './test-database.ts'

const database = useTestDatabase()

it('fills a practice with attestations that hold', async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  for (let n = 0; n < 30; n += 1) await practice.actor('staff', [practice.siteA])
  await fillWithTrainings((sql, ...values) => database.owner.query(sql, [practice.id, ...values]), {
    practice: { id: practice.id, name: practice.name },
    by: { id: officer.personId, name: officer.name },
    today: todayFor(officer),
    quarters: 4,
  })
  const { rows } = await database.owner.query<{ content: string; name: string; signedOn: string }>(
    `SELECT t.content, p.name, a."signedOn"::text AS "signedOn" FROM "Attestation" t JOIN "Assignment" a ON a.id = t."assignmentId" JOIN "Person" p ON p.id = a."personId"`,
  )
  expect(rows.length).toBeGreaterThan(80)
  for (const { content, name, signedOn } of rows) {
    const said = attestationOf(content)
    expect(said).toMatchObject({ signedOn, typedName: name, statementSha256: sha256Of(said.statement) })
    expect(said.statement).toContain(`I, ${name},`)
    expect(content).not.toContain('@')
  }
})
