import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { requiredClauses } from '#lib/law/agreement-clauses'
import { trainingTables } from '#lib/testing/many-trainings'
import { assessments } from './assessments.ts'
import { controls } from './controls.ts'
import { loadRisks, riskTables } from './risks.ts'
import { trainings } from './training.ts'

/** How much of everything. S: a practice. L: a large group (design budgets are for this size). */
export interface Size {
  name: 'S' | 'L'
  sites: number
  people: number
  systems: number
  vendors: number
  agreements: number
  risks: number
  controls: number
  closedDuties: number
  auditEvents: number
}

export const sizes: Record<'S' | 'L', Size> = {
  S: {
    name: 'S',
    sites: 3,
    people: 50,
    systems: 30,
    vendors: 20,
    agreements: 30,
    risks: 40,
    controls: 40,
    closedDuties: 600,
    auditEvents: 3_000,
  },
  L: {
    name: 'L',
    sites: 40,
    people: 10_000,
    systems: 1_000,
    vendors: 5_000,
    agreements: 8_000,
    risks: 20_000,
    controls: 300,
    closedDuties: 120_000,
    auditEvents: 1_000_000,
  },
}

export interface Loaded {
  practiceId: string
  /** A compliance officer who may see everything. */
  personId: string
  systemId: string
  vendorId: string
  agreementId: string
  riskId: string
  assessmentId: string
  /** The one that is open. */
  campaignId: string
}

/** Fills an empty database with one practice of this size, past the application and its triggers. Deterministic but for ids. */
export async function load(ownerUrl: string, size: Size): Promise<Loaded> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await fill(client, size)
  } finally {
    await client.end()
  }
}

async function fill(client: pg.Client, size: Size): Promise<Loaded> {
  const practiceId = randomUUID()
  const run = (sql: string, ...values: unknown[]) => client.query(sql, [practiceId, ...values])
  await client.query('BEGIN')
  await setTriggers(client, 'DISABLE')
  await run(
    `INSERT INTO "Practice" (id, name, states, "timeZone", "mfaRoles") VALUES ($1, 'Benchmark', '{IL}', 'America/Chicago', '{}')`,
  )
  await run(
    `INSERT INTO "Site" (id, "practiceId", name, state) SELECT gen_random_uuid(), $1, 'Site ' || lpad(n::text, 5, '0'), 'IL' FROM generate_series(1, $2::int) n`,
    size.sites,
  )
  await run(
    `INSERT INTO "Person" (id, "practiceId", ref, name, email, "jobTitle", "startedOn")
     SELECT gen_random_uuid(), $1, 'P-' || lpad(n::text, 5, '0'), (ARRAY['Ada','Ben','Cora','Dan','Eve','Finn','Gus','Hal'])[1 + n % 8] || ' Person ' || n, 'p' || n || '@bench.example', (ARRAY['Nurse','Physician','Receptionist','Coder'])[1 + n % 4], DATE '2020-01-01' + n % 2000
     FROM generate_series(1, $2::int) n`,
    size.people,
  )
  await run(
    `INSERT INTO "PersonSite" ("practiceId", "personId", "siteId")
     SELECT $1, p.id, s.id FROM (SELECT id, row_number() OVER (ORDER BY ref) n FROM "Person" WHERE "practiceId" = $1) p JOIN (SELECT id, row_number() OVER (ORDER BY name) n FROM "Site" WHERE "practiceId" = $1) s ON s.n = 1 + p.n % $2::int`,
    size.sites,
  )
  await run(
    `INSERT INTO "RoleAssignment" (id, "practiceId", "personId", role) SELECT gen_random_uuid(), $1, id, CASE WHEN ref = 'P-00001' THEN 'officer' ELSE 'staff' END FROM "Person" WHERE "practiceId" = $1`,
  )
  await run(
    `INSERT INTO "ReferenceCounter" ("practiceId", kind, last) SELECT $1, k, 1000000 FROM unnest(ARRAY['AI', 'FLOW', 'P', 'V', 'AGR', 'RISK', 'CTL', 'ASM', 'CRS', 'TR']) k`,
  )
  await vendors(run, size)
  await systems(run, size)
  await agreements(run, size)
  await loadRisks(run, size.risks, size.systems, size.vendors)
  await controls(run, size.controls)
  await assessments(run)
  await trainings(run, practiceId)
  await duties(run, size)
  await run(
    `INSERT INTO "AuditEvent" (id, "practiceId", at, action, "actorId", "actorName", "actorRole", "recordKind", "recordId", "recordLabel", sentence, "correlationId")
     SELECT gen_random_uuid(), $1, now() - n * interval '31 seconds', (ARRAY['ai-system.edit','ai-system.move','sign-in','phi-flow.edit'])[1 + n % 4], p.id, p.name, 'Staff', 'ai-system', s.id, s.ref || ' ' || s.name, 'Changed owner from “A” to “B”', gen_random_uuid()
     FROM generate_series(1, $2::int) n
     JOIN (SELECT id, name, row_number() OVER (ORDER BY ref) r FROM "Person" WHERE "practiceId" = $1) p ON p.r = 1 + n % 50
     JOIN (SELECT id, ref, name, row_number() OVER (ORDER BY ref) r FROM "AiSystem" WHERE "practiceId" = $1) s ON s.r = 1 + n % $3::int`,
    size.auditEvents,
    size.systems,
  )
  // What is checked at the end of a transaction is checked now: a table with checks pending cannot be altered.
  await client.query('SET CONSTRAINTS ALL IMMEDIATE')
  await setTriggers(client, 'ENABLE')
  await client.query('COMMIT')
  await client.query('VACUUM ANALYZE')
  const { rows } = await client.query<Loaded>(
    `SELECT p."practiceId", p.id AS "personId", (SELECT id FROM "AiSystem" WHERE "practiceId" = p."practiceId" ORDER BY ref LIMIT 1) AS "systemId", (SELECT id FROM "Vendor" WHERE "practiceId" = p."practiceId" ORDER BY ref LIMIT 1) AS "vendorId", (SELECT id FROM "Agreement" WHERE "practiceId" = p."practiceId" ORDER BY ref LIMIT 1) AS "agreementId", (SELECT id FROM "Risk" WHERE "practiceId" = p."practiceId" ORDER BY ref LIMIT 1) AS "riskId", (SELECT id FROM "Assessment" WHERE "practiceId" = p."practiceId" ORDER BY ref LIMIT 1) AS "assessmentId", (SELECT id FROM "Campaign" WHERE "practiceId" = p."practiceId" ORDER BY "opensOn" DESC LIMIT 1) AS "campaignId" FROM "Person" p WHERE p.ref = 'P-00001'`,
  )
  const [loaded] = rows
  if (!loaded) throw new Error('nothing was loaded')
  return loaded
}

/** The audit triggers would write a row for each of these, which is not what is measured here. */
async function setTriggers(client: pg.Client, to: 'ENABLE' | 'DISABLE'): Promise<void> {
  for (const table of [
    'Practice',
    'Site',
    'Person',
    'PersonSite',
    'RoleAssignment',
    'Vendor',
    'VendorLink',
    'VendorCertificate',
    'Agreement',
    'Assessment',
    'AssessmentAnswer',
    'AgreementClause',
    'Control',
    'ControlRequirement',
    'ControlTest',
    'AiSystem',
    'AiSystemSite',
    'PhiFlow',
    'Safeguard',
    ...riskTables,
    ...trainingTables,
  ])
    await client.query(`ALTER TABLE "${table}" ${to} TRIGGER USER`)
}

type Run = (sql: string, ...values: unknown[]) => Promise<unknown>

async function vendors(run: Run, size: Size): Promise<void> {
  await run(
    `INSERT INTO "Vendor" (id, "practiceId", ref, name, services, criticality, "patientData", "businessAssociate", "determinedOn", "ownerId", "backupId", "reviewedOn", "nextDueOn")
     SELECT gen_random_uuid(), $1, 'V-' || lpad(n::text, 5, '0'), 'Vendor ' || n, 'Does the ' || (ARRAY['scribing','hosting','billing','calling'])[1 + n % 4] || ' of the practice',
       (ARRAY['hours','days','weeks','unknown'])[1 + n % 4], (ARRAY['yes','no','unknown'])[1 + n % 3], (ARRAY['yes','no'])[1 + n % 2], current_date - 100, p.id, p.id, current_date - 200, current_date + 200 - n % 400
     FROM generate_series(1, $2::int) n JOIN (SELECT id, row_number() OVER (ORDER BY ref) r FROM "Person" WHERE "practiceId" = $1) p ON p.r = 1 + n % 50`,
    size.vendors,
  )
  const numbered = `(SELECT id, row_number() OVER (ORDER BY ref) n FROM "Vendor" WHERE "practiceId" = $1)`
  await run(
    `INSERT INTO "VendorLink" (id, "practiceId", "vendorId", "subProcessorId", does, "patientData")
     SELECT gen_random_uuid(), $1, a.id, b.id, 'Hosts the model', (ARRAY['yes','no','no','unknown'])[1 + a.n % 4] FROM ${numbered} a JOIN ${numbered} b ON b.n = a.n + 7 WHERE a.n % 28 < 21`,
  )
  await run(
    `INSERT INTO "VendorCertificate" (id, "practiceId", "vendorId", kind, "validUntil", "enteredOn")
     SELECT gen_random_uuid(), $1, id, 'soc2-type2', current_date + (n % 400)::int - 100, current_date - 300 FROM ${numbered} v`,
  )
  await run(`INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn", harm, citation, "siteIds", "ownerId", "backupId", state, "openedOn")
     SELECT gen_random_uuid(), $1, 'vendor', id, ref || ' ' || name, 'yearly-review', 'Review it', current_date - 200, "nextDueOn", 2, '', '{}', "ownerId", "backupId", 'open', current_date - 200 FROM "Vendor" WHERE "practiceId" = $1`)
}

async function systems(run: Run, size: Size): Promise<void> {
  await run(
    `INSERT INTO "AiSystem" (id, "practiceId", ref, name, purpose, category, "vendorName", "runsWhere", "reachesPatient", "licensedReview", "useKind", therapy, generative, "decisionSupport", "patientData", stage, tier, "tierComputed", "ownerId", "backupId", "proposedOn", "stageSince", "approvedOn", "reviewedOn", "nextDueOn", "protectedInputs")
     SELECT gen_random_uuid(), $1, 'AI-' || lpad(n::text, 5, '0'), (ARRAY['Scribe','Phone agent','Chatbot','Triage','Forecast','Coder'])[1 + n % 6] || ' ' || n, 'Helps with task number ' || n || ' in the practice.',
       (ARRAY['ambient-scribe','phone-agent','patient-chatbot','imaging','scheduling','coding-billing'])[1 + n % 6], 'Vendor ' || n % 97, 'vendor-cloud',
       (ARRAY['yes','no'])[1 + n % 2], 'yes', (ARRAY['clinical','administrative'])[1 + n % 2], 'no', 'yes', 'no', 'yes',
       (ARRAY['proposed','in-review','approved','in-use','in-use','in-use','suspended','retired'])[1 + n % 8], (ARRAY['low','moderate','high'])[1 + n % 3], (ARRAY['low','moderate','high'])[1 + n % 3],
       p.id, p.id, current_date - 400 - n % 300, current_date - 100, current_date - 200, current_date - 200, current_date + 200 - n % 400, '{}'
     FROM generate_series(1, $2::int) n JOIN (SELECT id, row_number() OVER (ORDER BY ref) r FROM "Person" WHERE "practiceId" = $1) p ON p.r = 1 + n % 50`,
    size.systems,
  )
  await run(
    `INSERT INTO "AiSystemSite" ("practiceId", "systemId", "siteId")
     SELECT $1, a.id, s.id FROM (SELECT id, row_number() OVER (ORDER BY ref) n FROM "AiSystem" WHERE "practiceId" = $1) a
     JOIN (SELECT id, row_number() OVER (ORDER BY name) n FROM "Site" WHERE "practiceId" = $1) s ON s.n IN (1 + a.n % $2::int, 1 + (a.n * 7) % $2::int)`,
    size.sites,
  )
  await run(
    `UPDATE "AiSystem" a SET "vendorId" = v.id FROM "Vendor" v WHERE a."practiceId" = $1 AND v."practiceId" = $1 AND v.name = a."vendorName"`,
  )
  await run(`INSERT INTO "PhiFlow" (id, "practiceId", ref, "systemId", purpose, identifiers, "clinicalClasses", destination, "minimumNecessary")
     SELECT gen_random_uuid(), $1, 'FLOW-' || row_number() OVER (), id, 'Flow ' || k || ' of ' || name, '{A,C,H}', '{notes}', 'Vendor cloud', 'Only what is needed' FROM "AiSystem", generate_series(1, 3) k WHERE "practiceId" = $1`)
  await run(`INSERT INTO "Safeguard" (id, "practiceId", "systemId", key, state)
     SELECT gen_random_uuid(), $1, id, k, (ARRAY['met','not-met','unknown'])[1 + (length(name) + length(k)) % 3] FROM "AiSystem", unnest(ARRAY['encryption-at-rest','encryption-in-transit','access-control','mfa','audit-log','explanation','patient-told','opt-out','stop','fallback']) k WHERE "practiceId" = $1`)
}

/** Two of three are business associate agreements; a tenth lacks a clause, and each tenth ends, renews or has no end in its turn. */
async function agreements(run: Run, size: Size): Promise<void> {
  await run(
    `INSERT INTO "Agreement" (id, "practiceId", ref, title, kind, "vendorId", "signedOn", "endsOn", renewal, "noticeDays", "termEndsOn", "noticeByOn", "nextDueOn", complete, "ownerId", "backupId")
     SELECT gen_random_uuid(), $1, 'AGR-' || lpad(n::text, 5, '0'), (ARRAY['Business associate agreement','Contract'])[1 + (n % 3 = 0)::int] || ' ' || n,
       (ARRAY['baa','contract'])[1 + (n % 3 = 0)::int], v.id, current_date - 700 + n % 600, e.ends, (ARRAY['ends','renews','evergreen'])[1 + n % 3], 60, e.ends, e.ends - 60, e.ends - 60, n % 10 <> 0, v."ownerId", v."backupId"
     FROM generate_series(1, $2::int) n CROSS JOIN LATERAL (SELECT CASE n % 3 WHEN 2 THEN NULL ELSE current_date + n % 700 - 60 END AS ends) e
     JOIN (SELECT id, "ownerId", "backupId", row_number() OVER (ORDER BY ref) r FROM "Vendor" WHERE "practiceId" = $1) v ON v.r = 1 + n % $3::int`,
    size.agreements,
    size.vendors,
  )
  await run(
    `INSERT INTO "AgreementClause" (id, "practiceId", "agreementId", key, state)
     SELECT gen_random_uuid(), $1, a.id, k, 'present' FROM "Agreement" a, unnest($2::text[]) k WHERE a."practiceId" = $1 AND a.kind = 'baa' AND (a.complete OR k <> 'books')`,
    requiredClauses.map(({ key }) => key),
  )
  await run(`INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn", harm, citation, "siteIds", "ownerId", "backupId", state, "openedOn")
     SELECT gen_random_uuid(), $1, 'agreement', id, ref || ' ' || title, 'renewal:' || "termEndsOn", 'Renew it, replace it or let it end', "signedOn", "nextDueOn", 3, '', '{}', "ownerId", "backupId", 'open', current_date - 200 FROM "Agreement" WHERE "practiceId" = $1 AND "nextDueOn" IS NOT NULL`)
}

async function duties(run: Run, size: Size): Promise<void> {
  const columns = `(id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn", harm, citation, "siteIds", "ownerId", "backupId", state, "openedOn", "closedOn", "closedByName")`
  const system = `(SELECT a.*, row_number() OVER (ORDER BY ref) r, ARRAY(SELECT "siteId" FROM "AiSystemSite" x WHERE x."systemId" = a.id) sites FROM "AiSystem" a WHERE "practiceId" = $1)`
  await run(`INSERT INTO "Obligation" ${columns}
     SELECT gen_random_uuid(), $1, 'ai-system', a.id, a.ref || ' ' || a.name, k.key, 'Review it', current_date - 200, current_date + ((a.r * 13 + k.n * 97) % 500)::int - 150, 1 + (k.n % 3)::int, '45 CFR 164.308(a)(8)', a.sites, a."ownerId", a."backupId", 'open', current_date - 200, NULL, NULL
     FROM ${system} a, unnest(ARRAY['yearly-review','data-review','log-review']) WITH ORDINALITY k(key, n)`)
  await run(
    `INSERT INTO "Obligation" ${columns}
     SELECT gen_random_uuid(), $1, 'ai-system', a.id, a.ref || ' ' || a.name, 'log-review', 'Look at its logs', d.on - 91, d.on, 1, '', a.sites, a."ownerId", a."backupId", 'done', d.on - 91, d.on + (d.n % 40)::int - 20, a.name
     FROM (SELECT n, current_date - (n % 1500)::int - 25 AS on FROM generate_series(1, $2::int) n) d JOIN ${system} a ON a.r = 1 + d.n % $3::int`,
    size.closedDuties,
    size.systems,
  )
}
