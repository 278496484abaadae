import type pg from 'pg'

/** Fills a practice with controls and assessments of every standing, past the application's rules, around `today`. */
export async function fillWithRules(
  owner: pg.Pool,
  { practiceId, sites, today }: { practiceId: string; sites: string[]; today: string },
): Promise<void> {
  await owner.query(
    `INSERT INTO "Control" (id, "practiceId", ref, title, state, "testedOn", "testResult", "archivedAt")
     SELECT gen_random_uuid(), $1, 'C-' || n, 'Control ' || n, (ARRAY['in-place','partly','not-started','not-applicable'])[1 + n % 4],
       CASE WHEN n % 3 = 0 THEN $2::date - 9 END, CASE WHEN n % 3 = 0 THEN (ARRAY['works','fails'])[1 + n % 2] END, CASE WHEN n % 13 = 0 THEN now() END
     FROM generate_series(1, 40) n`,
    [practiceId, today],
  )
  await owner.query(
    `INSERT INTO "ControlRequirement" ("practiceId", "controlId", framework, requirement)
     SELECT $1, id, f, q FROM (SELECT id, row_number() OVER (ORDER BY ref) n FROM "Control" WHERE "practiceId" = $1) c
     JOIN (VALUES ('nist-ai-rmf', 'GOVERN 1.1', 1), ('nist-ai-rmf', 'MAP 1.1', 2), ('hipaa-security', '164.308(a)(1)(ii)(A)', 3),
       ('hipaa-security', '164.312(d)', 4), ('hipaa-security', '164.312(b)', 5)) r(f, q, k) ON c.n % 6 = r.k`,
    [practiceId],
  )
  await owner.query(
    `INSERT INTO "Assessment" (id, "practiceId", ref, title, kind, "systemId", state, "startedOn", "dueOn", "signedOn", "nextDueOn", "archivedAt")
     SELECT gen_random_uuid(), $1, 'ASM-' || n, 'Assessment ' || n, k.kind, s.id, CASE WHEN signed THEN 'signed' ELSE 'open' END,
       $2::date - 300, $2::date - 200, CASE WHEN signed THEN $2::date - 190 END, $2::date + (n * 17) % 90 - 40, CASE WHEN n % 11 = 0 THEN now() END
     FROM generate_series(1, 30) n
     CROSS JOIN LATERAL (SELECT (ARRAY['security-risk-analysis','ai-rmf','privacy-impact','section-1557'])[1 + n % 4] AS kind, n % 3 = 0 AS signed) k
     LEFT JOIN LATERAL (
       SELECT a.id FROM "AiSystem" a JOIN "AiSystemSite" p ON p."systemId" = a.id
       WHERE a."practiceId" = $1 AND p."siteId" = ($3::uuid[])[1 + n % 2] ORDER BY a.ref OFFSET n LIMIT 1
     ) s ON k.kind <> 'security-risk-analysis'
     WHERE k.kind = 'security-risk-analysis' OR s.id IS NOT NULL`,
    [practiceId, today, sites],
  )
}
