import type pg from 'pg'

/**
 * Fills a practice with records of every standing, past the application's rules, as a file could have brought them in: 240 AI
 * systems, 90 vendors, 240 agreements and 400 duties around `today`. The same each time.
 */
export async function fillWithAll(
  owner: pg.Pool,
  {
    practiceId,
    sites,
    people,
    today,
  }: { practiceId: string; sites: string[]; people: string[]; today: string },
): Promise<void> {
  const run = (sql: string, ...more: unknown[]) => owner.query(sql, [practiceId, ...more])
  await run(
    `INSERT INTO "AiSystem" (id, "practiceId", ref, name, stage, tier, "tierComputed", "patientData", cover, "ownerId", "proposedOn", "stageSince", "archivedAt")
     SELECT gen_random_uuid(), $1, 'AI-' || n, 'System ' || n,
       (ARRAY['proposed','in-review','approved','in-use','in-use','suspended-pending','suspended','retired'])[1 + n % 8],
       (ARRAY['low','moderate','high'])[1 + n % 3], 'low', (ARRAY['yes','no','unknown'])[1 + n % 7 % 3],
       (ARRAY['covered','lapsing','override','uncovered','undescribed','not-needed','covered'])[1 + n % 7],
       CASE WHEN n % 5 > 0 THEN ($2::uuid[])[1 + n % cardinality($2::uuid[])] END, $3, $3, CASE WHEN n % 29 = 0 THEN now() END
     FROM generate_series(1, 240) n`,
    people,
    today,
  )
  await run(
    `INSERT INTO "AiSystemSite" ("practiceId", "systemId", "siteId")
     SELECT $1, id, ($2::uuid[])[1 + right(ref, 1)::int % 2] FROM "AiSystem" WHERE "practiceId" = $1 AND right(ref, 1)::int < 8`,
    sites,
  )
  await run(
    `INSERT INTO "Safeguard" (id, "practiceId", "systemId", key, state)
     SELECT gen_random_uuid(), $1, id, k, 'met'
     FROM "AiSystem", unnest(ARRAY['encryption-at-rest','encryption-in-transit','access-control','mfa','audit-log','explanation','patient-told','opt-out','stop','fallback']) k
     WHERE "practiceId" = $1 AND right(ref, 1)::int % 3 > 0`,
  )
  await run(
    `INSERT INTO "Vendor" (id, "practiceId", ref, name, "patientData", "businessAssociate", "determinedOn", "archivedAt")
     SELECT gen_random_uuid(), $1, 'V-' || n, 'Vendor ' || n, (ARRAY['yes','no','unknown'])[1 + n % 3],
       (ARRAY['yes','no','unknown','unknown'])[1 + n % 4], CASE WHEN n % 4 < 2 THEN $2::date - 300 END, CASE WHEN n % 31 = 0 THEN now() END
     FROM generate_series(1, 90) n`,
    today,
  )
  await run(
    `INSERT INTO "Agreement" (id, "practiceId", ref, title, kind, "vendorId", "sentOn", "signedOn", "endsOn", "termEndsOn", renewal, "noticeDays", "noticeByOn", "terminatedOn", complete, "archivedAt")
     SELECT gen_random_uuid(), $1, 'AGR-' || n, 'Agreement ' || n, (ARRAY['baa','contract','data-use','other'])[1 + n % 4], v.id,
       $2::date - 800, CASE WHEN n % 11 > 0 THEN $2::date - 700 + n % 5 END, e.ends, e.ends, e.renewal,
       60, e.ends - 60, CASE WHEN n % 13 = 0 THEN $2::date + n - 120 END, n % 3 > 0, CASE WHEN n % 37 = 0 THEN now() END
     FROM generate_series(1, 240) n
     JOIN (SELECT id, row_number() OVER (ORDER BY ref) r FROM "Vendor" WHERE "practiceId" = $1) v ON v.r = 1 + n % 90,
     LATERAL (SELECT (ARRAY['ends','renews','evergreen'])[1 + n % 5 % 3] AS renewal,
       CASE WHEN n % 5 % 3 < 2 THEN $2::date + (n * 7) % 500 - CASE WHEN n % 5 % 3 = 0 THEN 120 ELSE 0 END END AS ends) e`,
    today,
  )
  // Some have followed another already, some will, some are not signed.
  await run(
    `UPDATE "Agreement" a SET "predecessorId" = b.id, "vendorId" = b."vendorId", "effectiveOn" = $2::date + right(a.ref, 2)::int % 30 - 15, "endsOn" = NULL, "termEndsOn" = NULL, "noticeByOn" = NULL
     FROM "Agreement" b WHERE a."practiceId" = $1 AND b."practiceId" = $1 AND a.ref LIKE 'AGR-1__' AND b.ref = 'AGR-' || (right(a.ref, 2)::int + 10)`,
    today,
  )
  await run(
    `INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn", harm, "siteIds", "ownerId", state, "openedOn", "closedOn")
     SELECT gen_random_uuid(), $1, k.kind, gen_random_uuid(), 'Record ' || n, k.key, 'See to it', $4::date - 400, $4::date + (n * 7) % 300 - 150, 1 + n % 3,
       CASE WHEN n % 4 < 3 THEN ARRAY[($2::uuid[])[1 + n % 2]] ELSE '{}' END, CASE WHEN n % 6 > 0 THEN ($3::uuid[])[1 + n % cardinality($3::uuid[])] END,
       CASE WHEN n % 5 = 0 THEN 'done' ELSE 'open' END, $4::date - 300, CASE WHEN n % 5 = 0 THEN $4::date - n % 200 END
     FROM generate_series(1, 400) n
     JOIN (VALUES (0, 'ai-system', 'first-review'), (1, 'ai-system', 'log-review'), (2, 'vendor', 'yearly-review'), (3, 'evidence', 'renew'),
       (4, 'agreement', 'sign'), (5, 'agreement', 'clauses'), (6, 'vendor', 'determination'), (7, 'ai-system', 'data-review')) k (r, kind, key) ON k.r = n % 8`,
    sites,
    people,
    today,
  )
}
