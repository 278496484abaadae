import { shippedFrameworks } from '#lib/law/frameworks/all-frameworks'

type Run = (sql: string, ...values: unknown[]) => Promise<unknown>

/** So many controls, each naming eight requirements of the shipped frameworks, with two tests and what is due of each. */
export async function controls(run: Run, count: number): Promise<void> {
  await run(
    `INSERT INTO "Control" (id, "practiceId", ref, title, does, state, "testEveryMonths", "testedOn", "testResult", "testDueOn", "ownerId", "backupId", "nextDueOn")
     SELECT gen_random_uuid(), $1, 'CTL-' || lpad(n::text, 5, '0'), (ARRAY['Access','Logs','Training','Backups','Vendors'])[1 + n % 5] || ' are looked after, number ' || n, 'Somebody does task ' || n || ' each quarter.',
       (ARRAY['in-place','in-place','partly','not-started'])[1 + n % 4], 12, current_date - n % 400, (ARRAY['works','works','weak','fails'])[1 + n % 4], current_date + 200 - n % 400, p.id, NULL, current_date + 200 - n % 400
     FROM generate_series(1, $2::int) n JOIN (SELECT id, row_number() OVER (ORDER BY ref) r FROM "Person" WHERE "practiceId" = $1) p ON p.r = 1 + n % 50`,
    count,
  )
  const refs = shippedFrameworks.flatMap(({ key, requirements }) =>
    requirements.map(({ id }) => ({ framework: key, requirement: id })),
  )
  const numbered = `(SELECT *, row_number() OVER (ORDER BY ref) n FROM "Control" WHERE "practiceId" = $1)`
  await run(
    `INSERT INTO "ControlRequirement" ("practiceId", "controlId", framework, requirement)
     SELECT $1, c.id, r.framework, r.requirement FROM ${numbered} c
     JOIN (SELECT *, row_number() OVER () n FROM jsonb_to_recordset($2::jsonb) AS r(framework text, requirement text)) r ON (r.n * 7 + c.n) % $3::int < 8`,
    JSON.stringify(refs),
    refs.length,
  )
  await run(
    `INSERT INTO "ControlTest" (id, "practiceId", "controlId", "testedOn", "testedById", result, note)
     SELECT gen_random_uuid(), $1, c.id, c."testedOn" - 300 * k, c."ownerId", 'works', 'Ten samples were looked at.' FROM ${numbered} c, generate_series(0, 1) k`,
  )
  await run(`INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn", harm, citation, "siteIds", "ownerId", state, "openedOn")
     SELECT gen_random_uuid(), $1, 'control', id, ref || ' ' || title, 'test', 'Test whether it works', "testedOn", "nextDueOn", 2, '', '{}', "ownerId", 'open', current_date - 200 FROM "Control" WHERE "practiceId" = $1`)
}
