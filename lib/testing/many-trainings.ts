import { addDays, addMonths, type Day, day } from '#lib/base/days'
import { sha256Of } from '#lib/base/sha256'
import { statementOf } from '#lib/law/lessons/attestation-statement'
import { sealed, textHash } from '#lib/law/lessons/course-content'
import { sealedAttestation } from '#lib/training/attestation'
import { smallCourse } from './training.ts'

/** Sends a statement whose first value is the practice’s id. */
type Run = (sql: string, ...values: unknown[]) => Promise<unknown>

/** The tables that `fillWithTrainings` fills and whose rows would leave traces. */
export const trainingTables = [
  'JobTitleGroup',
  'Course',
  'CourseVersion',
  'Campaign',
  'Assignment',
  'Attestation',
]

interface Wanted {
  practice: { id: string; name: string }
  /** Who publishes the courses and owns the campaigns. */
  by: { id: string; name: string }
  today: Day
  quarters: number
}

/** What stands for each person’s own words in an attestation until PostgreSQL puts them in. */
const own = {
  personId: '@PERSON-ID@',
  personRef: '@PERSON-REF@',
  personName: '@PERSON-NAME@',
  site: '@SITE@',
  assignmentId: '@ASSIGNMENT@',
  signedAt: '@SIGNED-AT@',
} as const
const signedOn = day('1950-01-01')

/**
 * A practice’s training of so many quarters, past the application’s rules: one course and campaign each for everybody who is
 * there, with attestations that hold (their hashes are true) and duties. The newest campaign opened 20 days ago and six in ten
 * have signed; of the one before 3 in 100 are late; older ones are closed, with 2 in 100 who never signed and 5 who did late.
 * 10,000 people and 12 quarters take about 20 seconds.
 */
export async function fillWithTrainings(run: Run, { practice, by, today, quarters }: Wanted): Promise<void> {
  await run(
    `INSERT INTO "JobTitleGroup" (id, "practiceId", title, "group")
     SELECT gen_random_uuid(), $1, t, g FROM (VALUES ('nurse', 'nursing'), ('physician', 'clinician'), ('receptionist', 'front-desk')) v (t, g)
     ON CONFLICT DO NOTHING`,
  )
  for (let quarter = 1; quarter <= quarters; quarter += 1) {
    const age = quarters - quarter
    const opensOn = addDays(addMonths(today, -3 * age), -20)
    await fillQuarter(run, { practice, by, quarter, age, opensOn, dueOn: addDays(opensOn, 30), today })
  }
}

interface Quarter extends Omit<Wanted, 'quarters'> {
  quarter: number
  /** Quarters ago; 0 is the open one. */
  age: number
  opensOn: Day
  dueOn: Day
}

async function fillQuarter(run: Run, { practice, by, quarter, age, opensOn, dueOn, today }: Quarter) {
  const number = String(quarter).padStart(2, '0')
  const course = { ...smallCourse, ref: `CRS-8${number}` }
  const { content, sha256 } = sealed(course)
  const { title } = course.texts.en
  const isClosed = age > 1
  await run(
    `INSERT INTO "Course" (id, "practiceId", ref, title, number, "publishedOn") VALUES (gen_random_uuid(), $1, $2, $3, 1, $4::date - 10)`,
    course.ref,
    title,
    opensOn,
  )
  await run(
    `INSERT INTO "CourseVersion" (id, "practiceId", "courseId", number, content, sha256, "publishedAt", "publishedById", "publishedByName")
     SELECT gen_random_uuid(), $1, id, 1, $3, $4, "publishedOn" + time '15:00', $5, $6 FROM "Course" WHERE "practiceId" = $1 AND ref = $2`,
    course.ref,
    content,
    sha256,
    by.id,
    by.name,
  )
  await run(
    `INSERT INTO "Campaign" (id, "practiceId", ref, title, "courseId", occasion, "opensOn", "dueOn", "closedOn", "closedReason", "ownerId", "nextDueOn")
     SELECT gen_random_uuid(), $1, $2, $3, id, 'round', $4::date, $5::date, CASE WHEN $6 THEN $5::date + 40 END, CASE WHEN $6 THEN 'The quarter is over.' ELSE '' END,
       $7, CASE WHEN NOT $6 THEN $5::date + 7 END FROM "Course" WHERE "practiceId" = $1 AND ref = $8`,
    `TR-8${number}`,
    `Quarter ${quarter}`,
    opensOn,
    dueOn,
    isClosed,
    by.id,
    course.ref,
  )
  const campaign = `(SELECT * FROM "Campaign" WHERE "practiceId" = $1 AND ref = $2)`
  const ref = `TR-8${number}`
  // n: a number of each person that differs by quarter. Who signs when, and who does not, follows from it.
  await run(
    `INSERT INTO "Assignment" (id, "practiceId", "campaignId", "personId", "siteId", "assignedOn", "firstDueOn", "dueOn", "startedAt", "signedAt", "signedOn", "closedOn", "closedFor")
     SELECT gen_random_uuid(), $1, c.id, p.id, home."siteId", c."opensOn", c."dueOn", c."dueOn", s.at, s.at, s.at::date,
       CASE WHEN s.at IS NULL AND $3 THEN c."closedOn" END, CASE WHEN s.at IS NULL AND $3 THEN 'closed' END
     FROM ${campaign} c, (SELECT id, (row_number() OVER (ORDER BY ref) * 7 + $4::int * 13) % 100 AS n, row_number() OVER (ORDER BY ref) r FROM "Person" WHERE "practiceId" = $1 AND active) p
     LEFT JOIN LATERAL (SELECT "siteId" FROM "PersonSite" x WHERE x."personId" = p.id ORDER BY "siteId" LIMIT 1) home ON true
     CROSS JOIN LATERAL (SELECT CASE
       WHEN $5::int = 0 AND p.n < 60 THEN c."opensOn" + (p.n % 20)::int
       WHEN $5::int = 1 AND p.n < 97 THEN c."opensOn" + (p.n % 30)::int
       WHEN $5::int > 1 AND p.n < 93 THEN c."opensOn" + (p.n % 30)::int
       WHEN $5::int > 1 AND p.n < 98 THEN c."dueOn" + (p.n % 5 + 1)::int END + (15 * 60 + p.r % 300) * interval '1 minute' AS at) s`,
    ref,
    isClosed,
    quarter,
    age,
  )
  if (isClosed)
    await run(
      `UPDATE "Campaign" c SET assigned = n.assigned, "signedInTime" = n.signed - n.late, "signedLate" = n.late
       FROM (SELECT count(*) AS assigned, count(a."signedOn") AS signed, count(*) FILTER (WHERE a."signedOn" > a."dueOn") AS late FROM "Assignment" a JOIN ${campaign} x ON x.id = a."campaignId") n
       WHERE c."practiceId" = $1 AND c.ref = $2`,
      ref,
    )
  const statement = statementOf('en', {
    personName: own.personName,
    courseTitle: title,
    practiceName: practice.name,
  })
  const template = sealedAttestation({
    practice,
    person: { id: own.personId, ref: own.personRef, name: own.personName, jobTitle: '', staffNumber: '' },
    site: own.site,
    campaign: { id: '@CAMPAIGN@', ref, title: `Quarter ${quarter}`, occasion: 'round' },
    assignment: { id: own.assignmentId, round: 1, assignedOn: opensOn, dueOn },
    course: {
      ...{ versionId: '@VERSION@', ref: course.ref, number: 1, title },
      ...{ sha256, textSha256: textHash(course, 'en') },
    },
    ...{ language: 'en', statement, typedName: own.personName },
    answers: [
      { question: 'q1', chosen: 'a' },
      { question: 'q2', chosen: 'a' },
    ],
    score: { right: 2, asked: 2, misses: 0 },
    ...{ signedAt: own.signedAt, signedOn, method: 'own-device' },
    ...{ address: '192.0.2.7', browser: 'A browser', recordedBy: null, sheet: null },
  }).content
  const words: Readonly<Record<string, string>> = {
    [own.personId]: 'p.id::text',
    [own.personRef]: 'p.ref',
    [own.personName]: 'p.name',
    [own.site]: `coalesce(site.name, '')`,
    [own.assignmentId]: 'a.id::text',
    [own.signedAt]: `to_char(a."signedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    [signedOn]: `a."signedOn"::text`,
    [addMonths(signedOn, 72)]: `(a."signedOn" + interval '72 months')::date::text`,
    '@CAMPAIGN@': 'c.id::text',
    '@VERSION@': 'v.id::text',
    [sha256Of(statement)]:
      `encode(sha256(convert_to(replace($3, '${own.personName}', p.name), 'UTF8')), 'hex')`,
  }
  const parts = template.split(new RegExp(`(${Object.keys(words).join('|')})`))
  const literals = parts.filter((_, at) => at % 2 === 0)
  const text = parts
    .map((part, at) => (at % 2 === 0 ? `$${at / 2 + 4}::text` : `(${words[part] ?? ''})`))
    .join(' || ')
  await run(
    `INSERT INTO "Attestation" (id, "practiceId", "assignmentId", round, "personId", "courseVersionId", "signedAt", method, language, "right", asked, content, sha256)
     SELECT gen_random_uuid(), $1, "assignmentId", 1, "personId", "versionId", "signedAt", 'own-device', 'en', 2, 2, content, encode(sha256(convert_to(content, 'UTF8')), 'hex') FROM (
       SELECT a.id AS "assignmentId", p.id AS "personId", v.id AS "versionId", a."signedAt", ${text} AS content
       FROM ${campaign} c JOIN "CourseVersion" v ON v."courseId" = c."courseId" JOIN "Assignment" a ON a."campaignId" = c.id AND a."signedAt" IS NOT NULL
       JOIN "Person" p ON p.id = a."personId" LEFT JOIN "Site" site ON site.id = a."siteId" OFFSET 0) t`,
    ref,
    statement,
    ...literals,
  )
  await run(
    `INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn", harm, citation, "siteIds", "ownerId", "isPersonal", state, "openedOn", "closedOn", "closedById", "closedByName")
     SELECT gen_random_uuid(), $1, 'assignment', a.id, c.ref || ' ' || c.title, 'sign', 'Read and sign', a."assignedOn", a."dueOn", 2, '45 CFR 164.530(b)(1)',
       CASE WHEN a."siteId" IS NULL THEN '{}' ELSE ARRAY[a."siteId"] END, a."personId", true, s.state, a."assignedOn", coalesce(a."signedOn", a."closedOn"),
       CASE WHEN s.state = 'done' THEN a."personId" END, CASE WHEN s.state <> 'open' THEN 'Somebody' END
     FROM ${campaign} c JOIN "Assignment" a ON a."campaignId" = c.id
     CROSS JOIN LATERAL (SELECT CASE WHEN a."signedOn" IS NOT NULL THEN 'done' WHEN a."closedOn" IS NOT NULL THEN 'cancelled' ELSE 'open' END AS state) s
     UNION ALL
     SELECT gen_random_uuid(), $1, 'campaign', id, ref || ' ' || title, 'close', 'See that everybody has signed, and close it', "opensOn", "dueOn" + 7, 2, '45 CFR 164.530(b)(2)(ii)', '{}', "ownerId", false,
       CASE WHEN "closedOn" IS NULL THEN 'open' ELSE 'done' END, $3::date, "closedOn", CASE WHEN "closedOn" IS NOT NULL THEN "ownerId" END, CASE WHEN "closedOn" IS NOT NULL THEN 'Somebody' END FROM ${campaign} c`,
    ref,
    opensOn < today ? opensOn : today,
  )
}
