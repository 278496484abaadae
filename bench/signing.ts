import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Actor } from '#lib/kernel/access'
import { approvedTools } from '#lib/law/lessons/approved-tools'
import { statementOf } from '#lib/law/lessons/attestation-statement'
import { sealed } from '#lib/law/lessons/course-content'
import type { TestServer } from '../e2e/support/server.ts'

// Everybody of a practice reads and signs in the same minute, as on the last day of a quarter: through the production server,
// each with a session of their own and the requests that the page sends.

const PEOPLE = 500
/** People come one after another over this many seconds. */
const COMING_SECONDS = 40
/** All of it, from the first who comes to the last receipt. The promise is five minutes. */
const LIMIT_SECONDS = 60

export interface Signing {
  people: number
  seconds: number
  /** Milliseconds: opening the page, keeping one answer, signing. */
  page: { p50: number; p95: number }
  draft: { p50: number; p95: number }
  sign: { p50: number; p95: number; max: number }
  requests: number
  /** Sent anew after the connection broke off, as the page does. */
  sentAgain: number
}

interface Signer {
  personId: string
  name: string
  assignmentId: string
  cookie: string
}

const { texts, minutes } = approvedTools
const practiceName = 'Signing practice'
const answers = Object.fromEntries(
  texts.en.questions.map(({ key, options }) => [key, options.find(({ right }) => right)?.key ?? '']),
)

/** 500 people sign. Throws when one request fails, one signature is lost, or it takes too long. */
export async function measureSigning(server: TestServer): Promise<Signing> {
  const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 4 })
  try {
    const { signers, versionId, practiceId } = await arrange(owner)
    const measured = await run(server.url, signers, versionId)
    await prove(owner, practiceId)
    return measured
  } finally {
    await owner.end()
  }
}

async function arrange(owner: pg.Pool) {
  const { createCampaign } = await import('#lib/training/commands')
  const { sealToken } = await import('#lib/platform/auth')
  const { hashToken } = await import('#lib/platform/session')
  const [practiceId, siteId, officerId, courseId, versionId] = Array.from({ length: 5 }, () => randomUUID())
  const run = (sql: string, ...values: unknown[]) => owner.query(sql, [practiceId, ...values])
  await run(
    `INSERT INTO "Practice" (id, name, states, "timeZone", "mfaRoles") VALUES ($1, $2, '{IL}', 'America/Chicago', '{}')`,
    practiceName,
  )
  await run(`INSERT INTO "Site" (id, "practiceId", name, state) VALUES ($2, $1, 'Main', 'IL')`, siteId)
  await run(
    `INSERT INTO "Person" (id, "practiceId", ref, name)
     SELECT CASE n WHEN 0 THEN $2::uuid ELSE gen_random_uuid() END, $1, 'P-' || lpad(n::text, 5, '0'), 'Person ' || n FROM generate_series(0, $3::int) n`,
    officerId,
    PEOPLE,
  )
  await run(
    `INSERT INTO "PersonSite" ("practiceId", "personId", "siteId") SELECT $1, id, $2 FROM "Person" WHERE "practiceId" = $1`,
    siteId,
  )
  await run(
    `INSERT INTO "RoleAssignment" (id, "practiceId", "personId", role) SELECT gen_random_uuid(), $1, id, CASE WHEN id = $2 THEN 'officer' ELSE 'staff' END FROM "Person" WHERE "practiceId" = $1`,
    officerId,
  )
  const { content, sha256 } = sealed({
    ...{ format: 1, ref: 'CRS-001', number: 1, kind: 'lesson', minutes, passPercent: 80 },
    ...{ url: '', provider: '', texts, files: [] },
  })
  await run(
    `INSERT INTO "Course" (id, "practiceId", ref, title, number, "publishedOn") VALUES ($2, $1, 'CRS-001', $3, 1, current_date)`,
    courseId,
    texts.en.title,
  )
  await run(
    `INSERT INTO "CourseVersion" (id, "practiceId", "courseId", number, content, sha256, "publishedAt", "publishedById", "publishedByName") VALUES ($2, $1, $3, 1, $4, $5, now(), $6, 'Person 0')`,
    ...[versionId, courseId, content, sha256, officerId],
  )
  const officer: Actor = {
    ...{
      practiceId: practiceId ?? '',
      practiceName,
      timeZone: 'America/Chicago',
      isDemo: false,
      idleMinutes: 15,
    },
    ...{
      cadences: {},
      personId: officerId ?? '',
      name: 'Person 0',
      email: '',
      homeSiteIds: [],
      sessionId: null,
    },
    held: [{ role: 'officer', siteIds: 'all' }],
  }
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: officer.timeZone }).format(new Date())
  const made = await createCampaign(officer, {
    ...{ title: 'First quarter', courseId, occasion: 'round', reason: '', changedOn: '', groups: [] },
    ...{ siteIds: [], opensOn: today, dueOn: today, joinerDays: 30, escalateAfterDays: 7 },
    ...{ ownerId: officerId, backupId: '' },
  })
  if (!made.ok) throw new Error(`no campaign: ${made.message}`)
  const { rows } = await owner.query<{ personId: string; name: string; assignmentId: string }>(
    `SELECT p.id AS "personId", p.name, a.id AS "assignmentId" FROM "Assignment" a JOIN "Person" p ON p.id = a."personId" WHERE a."practiceId" = $1 AND p.id <> $2`,
    [practiceId, officerId],
  )
  if (rows.length !== PEOPLE) throw new Error(`${rows.length} of ${PEOPLE} people were assigned`)
  const tokens = rows.map(() => randomUUID())
  await run(
    `INSERT INTO "Session" (id, "practiceId", "personId", "tokenHash", stage, "createdAt", "lastSeenAt", "expiresAt")
     SELECT gen_random_uuid(), $1, person, hash, 'full', now(), now(), now() + interval '1 day' FROM unnest($2::uuid[], $3::text[]) AS t(person, hash)`,
    rows.map(({ personId }) => personId),
    tokens.map(hashToken),
  )
  const cookies = await Promise.all(tokens.map(sealToken))
  const signers = rows.map((row, n): Signer => ({ ...row, cookie: `plumbline-session=${cookies[n] ?? ''}` }))
  return { signers, versionId: versionId ?? '', practiceId: practiceId ?? '' }
}

async function run(base: string, signers: readonly Signer[], versionId: string): Promise<Signing> {
  const times = { page: [] as number[], draft: [] as number[], sign: [] as number[] }
  const counted = { requests: 0, sentAgain: 0 }
  const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

  const ask = async (who: Signer, what: keyof typeof times, path: string, sent?: object, method = 'POST') => {
    const begun = performance.now()
    for (let attempt = 0; ; attempt += 1) {
      try {
        counted.requests += 1
        const answer = await fetch(`${base}${path}`, {
          headers: { cookie: who.cookie, origin: base, 'content-type': 'application/json' },
          ...(sent ? { method, body: JSON.stringify(sent) } : {}),
        })
        const body = await answer.text()
        if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${body.slice(0, 200)}`)
        times[what].push(performance.now() - begun)
        return body
      } catch (error) {
        if (!(error instanceof TypeError) || attempt >= 3) throw error
        counted.sentAgain += 1
        await wait(200)
      }
    }
  }

  const signs = async (who: Signer, n: number): Promise<void> => {
    await wait((n / signers.length) * COMING_SECONDS * 1_000)
    const page = `/training/take/${who.assignmentId}`
    const text = await ask(who, 'page', page)
    const { title } = texts.en
    if (!text.includes(title)) throw new Error(`${page} does not show the lesson`)
    const given: Record<string, string[]> = {}
    for (const [step, key] of Object.keys(answers).entries()) {
      given[`answer.${key}`] = [answers[key] ?? '']
      const values = { ...given, step: [String(step + 1)], language: ['en'], attempt: ['0'], name: [''] }
      await ask(
        who,
        'draft',
        '/api/drafts',
        { form: `training/${who.assignmentId}`, basis: versionId, values },
        'PUT',
      )
    }
    const read = { versionId, language: 'en', answers }
    await ask(who, 'draft', `${page}/send`, { what: 'check', ...read })
    const statement = statementOf('en', { personName: who.name, courseTitle: title, practiceName })
    const signature = { what: 'sign', ...read, name: who.name, stated: 'on', statement }
    const told = [await ask(who, 'sign', `${page}/send`, signature)]
    // One in ten loses the answer on the way and sends again.
    if (n % 10 === 0) told.push(await ask(who, 'sign', `${page}/send`, signature))
    for (const answer of told)
      if (!answer.startsWith('{"ok":true'))
        throw new Error(`${who.name} could not sign: ${answer.slice(0, 200)}`)
  }

  // The first page of a server that has just started compiles for everybody.
  const [first] = signers
  if (first) await ask(first, 'page', `/training/take/${first.assignmentId}`)
  times.page.length = 0
  const started = performance.now()
  await Promise.all(signers.map(signs))
  const seconds = (performance.now() - started) / 1_000
  if (seconds > LIMIT_SECONDS) throw new Error(`${PEOPLE} people took ${seconds.toFixed(1)} s to sign`)
  return {
    ...{ people: PEOPLE, seconds, ...counted },
    ...{ page: middle(times.page), draft: middle(times.draft) },
    sign: { ...middle(times.sign), max: Math.max(...times.sign) },
  }
}

function middle(times: number[]): { p50: number; p95: number } {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

/** Everybody's signature is there once, with its assignment, its duty and its event. */
async function prove(owner: pg.Pool, practiceId: string): Promise<void> {
  const { rows } = await owner.query<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM "Attestation" WHERE "practiceId" = $1) AS attestations,
       (SELECT count(DISTINCT "assignmentId")::int FROM "Attestation" WHERE "practiceId" = $1) AS assignments,
       (SELECT count(*)::int FROM "Assignment" WHERE "practiceId" = $1 AND "signedAt" IS NOT NULL) AS signed,
       (SELECT count(*)::int FROM "Obligation" WHERE "practiceId" = $1 AND "recordKind" = 'assignment' AND state = 'done') AS duties,
       (SELECT count(*)::int FROM "AuditEvent" e JOIN "Attestation" a ON a."assignmentId" = e."recordId" AND position(a.sha256 IN e.sentence) > 0 WHERE e."practiceId" = $1) AS events`,
    [practiceId],
  )
  const wrong = Object.entries(rows[0] ?? {}).filter(([, found]) => found !== PEOPLE)
  if (wrong.length > 0 || rows.length === 0)
    throw new Error(
      `of ${PEOPLE} signatures there are ${wrong.map(([what, found]) => `${found} ${what}`).join(', ')}`,
    )
}

/** The figures in a sentence. */
export function signingInWords({ people, seconds, page, draft, sign, requests, sentAgain }: Signing): string {
  const ms = (value: number) => value.toFixed(0)
  return `Signing: ${people} people in ${seconds.toFixed(1)} s (${requests} requests, ${sentAgain} sent again, none lost). Page ${ms(page.p50)} / ${ms(page.p95)} ms, keeping an answer ${ms(draft.p50)} / ${ms(draft.p95)} ms, signing ${ms(sign.p50)} / ${ms(sign.p95)} ms, at most ${ms(sign.max)} ms.`
}
