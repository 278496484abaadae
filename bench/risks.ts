type Run = (sql: string, ...values: unknown[]) => Promise<unknown>

/** The tables that `loadRisks` fills and whose rows would leave traces. */
export const riskTables = ['Risk', 'RiskSystem', 'RiskVendor', 'RiskAction', 'RiskRequirement']

/** So many risks of the systems and vendors that are there: one in eight is not scored, one in ten closed, each scored was so three times in a year. */
export async function loadRisks(run: Run, risks: number, systems: number, vendors: number): Promise<void> {
  await run(
    `INSERT INTO "Risk" (id, "practiceId", ref, title, category, cause, event, consequence, threat, vulnerability, "inherentLikelihood", "inherentImpact", "currentLikelihood", "currentImpact", "targetLikelihood", "targetImpact", "scoredOn", treatment, "reviewedOn", "closedOn", "closeReason", "beyondAppetite", "ownerId", "backupId", "nextDueOn", "acceptedById", "acceptedOn", "acceptedUntil", "acceptedScore", "acceptanceReason", "createdAt")
     SELECT gen_random_uuid(), $1, 'RISK-' || lpad(n::text, 5, '0'), (ARRAY['Notes signed unread','Data at an unknown host','Calls to the wrong patient','Outage without fallback','Codes too high'])[1 + n % 5] || ' ' || n,
       (ARRAY['privacy','security','clinical-safety','bias','legal','operational','reputation'])[1 + n % 7], repeat('Because it is quick to do. ', 6), repeat('Somebody in a hurry does it. ', 6), repeat('A patient waits or is harmed. ', 6), 'Haste', 'Nobody looks',
       s.i, s.j, s.c, s.d, s.t, s.u, CASE WHEN s.c IS NOT NULL THEN current_date - n % 90 END, (ARRAY['reduce','transfer','undecided','avoid'])[1 + n % 4], current_date - n % 360,
       CASE WHEN n % 10 = 0 THEN current_date - n % 300 END, CASE WHEN n % 10 = 0 THEN 'Gone' ELSE '' END, n % 6 = 0, p.id, p.id, CASE WHEN n % 10 > 0 THEN current_date + 200 - n % 400 END,
       a.by, a.since, a.until, a.score, CASE WHEN a.by IS NULL THEN '' ELSE 'We carry it' END, now() - n % 700 * interval '1 day'
     FROM generate_series(1, $2::int) n
     CROSS JOIN LATERAL (SELECT CASE WHEN n % 8 > 0 THEN 1 + n % 5 END AS i, CASE WHEN n % 8 > 0 THEN 1 + n / 5 % 5 END AS j, CASE WHEN n % 8 > 0 THEN 1 + n / 3 % 5 END AS c,
       CASE WHEN n % 8 > 0 THEN 1 + n / 7 % 5 END AS d, CASE WHEN n % 8 > 2 THEN 1 + n % 2 END AS t, CASE WHEN n % 8 > 2 THEN 1 + n % 3 END AS u) s
     JOIN (SELECT id, row_number() OVER (ORDER BY ref) r FROM "Person" WHERE "practiceId" = $1) p ON p.r = 1 + n % 50
     CROSS JOIN LATERAL (SELECT CASE WHEN n % 16 = 3 THEN p.id END AS by, CASE WHEN n % 16 = 3 THEN current_date - 200 END AS since, CASE WHEN n % 16 = 3 THEN current_date - 60 + n % 240 END AS until, CASE WHEN n % 16 = 3 THEN s.c * s.d END AS score) a`,
    risks,
  )
  const numbered = (table: string, order: string) =>
    `(SELECT *, row_number() OVER (ORDER BY ${order}) n FROM "${table}" WHERE "practiceId" = $1)`
  await run(
    `INSERT INTO "RiskSystem" ("practiceId", "riskId", "systemId") SELECT $1, r.id, a.id FROM ${numbered('Risk', 'ref')} r JOIN ${numbered('AiSystem', 'ref')} a ON a.n = 1 + r.n % $2::int WHERE r.n % 5 > 0`,
    systems,
  )
  await run(
    `INSERT INTO "RiskVendor" ("practiceId", "riskId", "vendorId") SELECT $1, r.id, v.id FROM ${numbered('Risk', 'ref')} r JOIN ${numbered('Vendor', 'ref')} v ON v.n = 1 + r.n % $2::int WHERE r.n % 3 = 0`,
    vendors,
  )
  await run(
    `INSERT INTO "RiskRequirement" ("practiceId", "riskId", framework, requirement) SELECT $1, id, 'nist-ai-rmf', q FROM "Risk", unnest(ARRAY['GOVERN 1.1','MANAGE 1.2']) q WHERE "practiceId" = $1`,
  )
  await run(
    `INSERT INTO "RiskAction" (id, "practiceId", "riskId", title, "ownerId", "dueOn") SELECT gen_random_uuid(), $1, id, 'Look at ten samples', "ownerId", "nextDueOn" FROM "Risk" WHERE "practiceId" = $1 AND treatment = 'reduce' AND "nextDueOn" IS NOT NULL`,
  )
  await run(
    `INSERT INTO "RiskScore" (id, "practiceId", "riskId", "scoredOn", "scoredById", "inherentLikelihood", "inherentImpact", "currentLikelihood", "currentImpact", "targetLikelihood", "targetImpact", "isOpen")
     SELECT gen_random_uuid(), $1, id, "scoredOn" - k * 110, "ownerId", "inherentLikelihood", "inherentImpact", 1 + ("currentLikelihood" + k) % 5, "currentImpact", "targetLikelihood", "targetImpact", k > 0 OR "closedOn" IS NULL
     FROM "Risk", unnest(ARRAY[0, 1, 2]) k WHERE "practiceId" = $1 AND "scoredOn" IS NOT NULL`,
  )
  await run(`INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn", harm, citation, "siteIds", "ownerId", "backupId", state, "openedOn")
     SELECT gen_random_uuid(), $1, 'risk', id, ref || ' ' || title, 'review', 'Look at it again', "reviewedOn", "nextDueOn", 2, '',
       COALESCE((SELECT array_agg(DISTINCT p."siteId") FROM "RiskSystem" l JOIN "AiSystemSite" p ON p."systemId" = l."systemId" WHERE l."riskId" = r.id), '{00000000-0000-0000-0000-000000000000}'),
       "ownerId", "backupId", 'open', "reviewedOn" FROM "Risk" r WHERE "practiceId" = $1 AND "nextDueOn" IS NOT NULL`)
}
