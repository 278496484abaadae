import type pg from 'pg'

/** Fills a practice with 240 risks of every standing, past the application's rules, around `today`. The same each time. */
export async function fillWithRisks(
  owner: pg.Pool,
  {
    practiceId,
    sites,
    people,
    today,
  }: { practiceId: string; sites: string[]; people: string[]; today: string },
): Promise<void> {
  await owner.query(
    `INSERT INTO "Risk" (id, "practiceId", ref, title, category, event, "currentLikelihood", "currentImpact", "scoredOn", "beyondAppetite", treatment,
       "acceptedById", "acceptedOn", "acceptedUntil", "acceptedScore", "acceptanceReason", "ownerId", "closedOn", "archivedAt")
     SELECT gen_random_uuid(), $1, 'R-' || n, 'Risk ' || n, (ARRAY['privacy','security','bias','legal'])[1 + n % 4], 'Something happens',
       s.likelihood, s.impact, CASE WHEN s.likelihood > 0 THEN $3::date - 40 END, s.likelihood * s.impact > 12 IS TRUE,
       (ARRAY['undecided','reduce','accept','transfer'])[1 + n % 4],
       CASE WHEN a.until IS NOT NULL THEN ($2::uuid[])[1] END, CASE WHEN a.until IS NOT NULL THEN $3::date - 300 END, a.until,
       CASE WHEN a.until IS NOT NULL THEN 9 END, CASE WHEN a.until IS NOT NULL THEN 'For now' ELSE '' END,
       CASE WHEN n % 5 > 0 THEN ($2::uuid[])[1 + n % cardinality($2::uuid[])] END,
       CASE WHEN n % 9 = 0 THEN $3::date - 10 END, CASE WHEN n % 31 = 0 THEN now() END
     FROM generate_series(1, 240) n,
       LATERAL (SELECT CASE WHEN n % 7 > 0 THEN 1 + n % 5 END AS likelihood, CASE WHEN n % 7 > 0 THEN 1 + n / 5 % 5 END AS impact) s,
       LATERAL (SELECT CASE WHEN n % 7 > 0 AND n % 4 = 2 THEN $3::date + (n * 11) % 200 - 60 END AS until) a`,
    [practiceId, people, today],
  )
  await owner.query(
    `INSERT INTO "RiskSite" ("practiceId", "riskId", "siteId")
     SELECT $1, id, ($2::uuid[])[1 + right(ref, 1)::int % 2] FROM "Risk" WHERE "practiceId" = $1 AND right(ref, 1)::int < 7`,
    [practiceId, sites],
  )
}
