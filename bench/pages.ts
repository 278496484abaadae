import type pg from 'pg'
import type { Loaded } from './data.ts'

interface Page {
  path: string
  /** The statements whose rows the page shows, as few as can be. */
  floor: string[]
  /** Visited without a session. */
  anonymous?: true
}

const session = `SELECT session_context('none', now())`
const thisMonth = `"dueOn" BETWEEN date_trunc('month', current_date) AND date_trunc('month', current_date) + interval '1 month' - interval '1 day'`
const list = (columns: string, table: string, order: string) => [
  session,
  `SELECT ${columns} FROM "${table}" ORDER BY ${order} LIMIT 50`,
  `SELECT count(*) FROM "${table}"`,
]

const answered = `SELECT framework, requirement, bool_or(c.state = 'in-place'), count(*) FROM "ControlRequirement" r JOIN "Control" c ON c.id = r."controlId" GROUP BY 1, 2`

const matrix = [
  session,
  `SELECT id, name FROM "Person" ORDER BY name, id LIMIT 50`,
  `SELECT count(*) FROM "Person"`,
  `SELECT a.* FROM "Assignment" a WHERE a."personId" IN (SELECT id FROM "Person" ORDER BY name, id LIMIT 50)`,
]

/** The pages that are measured, each with the SQL that it cannot do without. */
export function pages(loaded: Loaded): Page[] {
  const { systemId, vendorId, agreementId, riskId, assessmentId, campaignId, personId } = loaded
  const systems = (order: string) =>
    list('id, ref, name, stage, tier, category, "vendorName", "nextDueOn", "ownerId"', 'AiSystem', order)
  return [
    { path: '/sign-in', floor: [], anonymous: true },
    {
      path: '/',
      floor: [
        session,
        `SELECT * FROM "Obligation" WHERE state = 'open' AND "dueOn" < current_date + 30 ORDER BY "dueOn" LIMIT 100`,
      ],
    },
    {
      path: '/overview',
      floor: [
        session,
        `SELECT "dueOn", count(*) FROM "Obligation" WHERE state = 'open' GROUP BY 1`,
        `SELECT stage, tier, count(*) FROM "AiSystem" GROUP BY 1, 2`,
      ],
    },
    {
      path: '/overview/detail',
      floor: [
        session,
        `SELECT "dueOn", count(*) FROM "Obligation" WHERE state = 'open' GROUP BY 1`,
        `SELECT stage, tier, count(*) FROM "AiSystem" GROUP BY 1, 2`,
      ],
    },
    {
      path: '/calendar',
      floor: [
        session,
        `SELECT "dueOn", count(*) FROM "Obligation" WHERE state = 'open' AND ${thisMonth} GROUP BY 1`,
        `SELECT * FROM "Obligation" WHERE state = 'open' AND ${thisMonth} ORDER BY "dueOn", harm DESC LIMIT 93`,
        `SELECT count(*) FROM "Obligation" WHERE state = 'open' AND "dueOn" < date_trunc('month', current_date)`,
      ],
    },
    { path: '/ai-systems', floor: systems('name, id') },
    {
      path: '/ai-systems?stage=in-use&sort=-nextDue',
      floor: systems('"nextDueOn" DESC, id DESC').map((sql) =>
        sql.replace(' ORDER BY', ` WHERE stage = 'in-use' ORDER BY`),
      ),
    },
    {
      path: '/ai-systems?q=scribe',
      floor: systems('name, id').map((sql) =>
        sql.replace(' ORDER BY', ` WHERE "searchText" LIKE '%scribe%' ORDER BY`),
      ),
    },
    {
      path: `/ai-systems/${systemId}`,
      floor: [
        session,
        `SELECT * FROM "AiSystem" WHERE id = '${systemId}'`,
        `SELECT * FROM "PhiFlow" WHERE "systemId" = '${systemId}'`,
        `SELECT * FROM "AuditEvent" WHERE "recordKind" = 'ai-system' AND "recordId" = '${systemId}' ORDER BY at DESC LIMIT 50`,
      ],
    },
    { path: '/phi-flows', floor: list('*', 'PhiFlow', 'purpose, id') },
    { path: '/vendors', floor: list('*', 'Vendor', 'name, id') },
    {
      path: '/vendors?q=host&sort=-nextDue',
      floor: list('*', 'Vendor', '"nextDueOn" DESC, id DESC').map((sql) =>
        sql.replace(' ORDER BY', ` WHERE "searchText" LIKE '%host%' ORDER BY`),
      ),
    },
    {
      path: `/vendors/${vendorId}`,
      floor: [
        session,
        `SELECT * FROM "Vendor" WHERE id = '${vendorId}'`,
        `SELECT * FROM "VendorLink" WHERE "vendorId" = '${vendorId}'`,
        `SELECT * FROM "VendorCertificate" WHERE "vendorId" = '${vendorId}'`,
      ],
    },
    { path: '/agreements', floor: list('*', 'Agreement', 'title, id') },
    {
      path: '/agreements?status=expiring,lapsed&sort=termEnds',
      floor: list('*', 'Agreement', '"termEndsOn", id').map((sql) =>
        sql.replace(' ORDER BY', ` WHERE renewal = 'ends' AND "endsOn" < current_date + 90 ORDER BY`),
      ),
    },
    {
      path: `/agreements/${agreementId}`,
      floor: [
        session,
        `SELECT * FROM "Agreement" WHERE id = '${agreementId}'`,
        `SELECT * FROM "AgreementClause" WHERE "agreementId" = '${agreementId}'`,
      ],
    },
    { path: '/risks', floor: list('*', 'Risk', '"currentScore" DESC, id DESC') },
    {
      path: '/risks?level=high,critical&category=privacy&state=open&sort=-nextDue',
      floor: list('*', 'Risk', '"nextDueOn" DESC, id DESC').map((sql) =>
        sql.replace(
          ' ORDER BY',
          ` WHERE "currentScore" >= 10 AND category = 'privacy' AND "closedOn" IS NULL ORDER BY`,
        ),
      ),
    },
    {
      path: '/risks?q=outage&sort=title',
      floor: list('*', 'Risk', 'title, id').map((sql) =>
        sql.replace(' ORDER BY', ` WHERE "searchText" LIKE '%outage%' ORDER BY`),
      ),
    },
    {
      path: '/risks/map',
      floor: [
        session,
        `SELECT "currentLikelihood", "currentImpact", count(*) FROM "Risk" WHERE "closedOn" IS NULL GROUP BY 1, 2`,
      ],
    },
    {
      path: `/risks/${riskId}`,
      floor: [
        session,
        `SELECT * FROM "Risk" WHERE id = '${riskId}'`,
        `SELECT * FROM "RiskScore" WHERE "riskId" = '${riskId}' ORDER BY "scoredOn" DESC LIMIT 50`,
      ],
    },
    { path: '/controls', floor: list('*', 'Control', 'title, id') },
    { path: '/frameworks', floor: [session, answered] },
    {
      path: '/frameworks/nist-ai-rmf',
      floor: [session, `${answered} HAVING framework = 'nist-ai-rmf'`],
    },
    { path: '/assessments', floor: list('*', 'Assessment', '"startedOn" DESC, id DESC') },
    {
      path: `/assessments/${assessmentId}`,
      floor: [
        session,
        `SELECT * FROM "Assessment" WHERE id = '${assessmentId}'`,
        `SELECT * FROM "AssessmentAnswer" WHERE "assessmentId" = '${assessmentId}'`,
      ],
    },
    {
      path: '/training',
      floor: [
        ...list('*', 'Campaign', '"opensOn" DESC, id DESC'),
        `SELECT "campaignId", count(*), count("signedOn") FROM "Assignment" WHERE "campaignId" IN (SELECT id FROM "Campaign" WHERE "closedOn" IS NULL) GROUP BY 1`,
      ],
    },
    {
      path: `/training/${campaignId}`,
      floor: [
        session,
        `SELECT * FROM "Campaign" WHERE id = '${campaignId}'`,
        `SELECT "siteId", count(*), count("signedOn") FROM "Assignment" WHERE "campaignId" = '${campaignId}' GROUP BY 1`,
        `SELECT p.name, a.* FROM "Assignment" a JOIN "Person" p ON p.id = a."personId" WHERE a."campaignId" = '${campaignId}' ORDER BY p.name, a.id LIMIT 50`,
      ],
    },
    {
      path: `/training/${campaignId}?state=open&page=20`,
      floor: [
        session,
        `SELECT p.name, a.* FROM "Assignment" a JOIN "Person" p ON p.id = a."personId" WHERE a."campaignId" = '${campaignId}' AND a."signedOn" IS NULL ORDER BY p.name, a.id LIMIT 50 OFFSET 950`,
      ],
    },
    {
      path: '/training/work-groups',
      floor: [session, `SELECT lower("jobTitle"), count(*) FROM "Person" GROUP BY 1`],
    },
    { path: '/overview/risks', floor: [session, answered] },
    {
      path: '/reminders',
      floor: [
        session,
        `SELECT id, "dueOn", "ownerId", "backupId" FROM "Obligation" WHERE state = 'open' AND "dueOn" < current_date + 104`,
      ],
    },
    { path: '/reminders/sent', floor: list('*', 'OutgoingMail', '"queuedAt" DESC, id DESC') },
    { path: '/training/people', floor: matrix },
    {
      path: '/training/people?sort=late',
      floor: [
        ...matrix,
        `SELECT "personId", count(*) FROM "Assignment" WHERE "signedOn" > "dueOn" OR ("signedOn" IS NULL AND "closedFor" = 'closed') GROUP BY 1`,
      ],
    },
    {
      path: '/training/people?state=late',
      floor: [
        ...matrix,
        `SELECT DISTINCT "personId" FROM "Assignment" WHERE "signedOn" IS NULL AND "closedOn" IS NULL AND "dueOn" < current_date`,
      ],
    },
    {
      path: `/training/people/${personId}`,
      floor: [
        session,
        `SELECT * FROM "Assignment" WHERE "personId" = '${personId}'`,
        `SELECT * FROM "Attestation" WHERE "personId" = '${personId}'`,
      ],
    },
    {
      path: `/training/${campaignId}/paper`,
      floor: [
        session,
        `SELECT "siteId", count(*) FROM "Assignment" WHERE "campaignId" = '${campaignId}' AND "signedOn" IS NULL AND "closedOn" IS NULL GROUP BY 1`,
      ],
    },
    { path: '/people', floor: list('*', 'Person', 'name, id') },
    {
      path: '/people?q=cora',
      floor: list('*', 'Person', 'name, id').map((sql) =>
        sql.replace(' ORDER BY', ` WHERE "searchText" LIKE '%cora%' ORDER BY`),
      ),
    },
    {
      path: '/audit-trail',
      floor: [session, `SELECT * FROM "AuditEvent" ORDER BY at DESC, id DESC LIMIT 50`],
    },
  ]
}

/** Runs the statements in one transaction of the practice, as a page does. */
export async function floors(
  pool: pg.Pool,
  { practiceId }: Loaded,
  statements: readonly string[],
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN READ ONLY')
    await client.query(`SELECT set_config('app.practice', $1, true)`, [practiceId])
    for (const sql of statements) await client.query(sql)
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}
