import { templateOf } from '#lib/assessments/templates'

type Run = (sql: string, ...values: unknown[]) => Promise<unknown>

/** A risk profile of every system, signed last year, and half of them open again with answers to confirm. */
export async function assessments(run: Run): Promise<void> {
  const columns = `(id, "practiceId", ref, title, kind, "systemId", scope, state, asked, answered, "startedOn", "dueOn", "signedOn", "predecessorId", "ownerId", "nextDueOn")`
  await run(`INSERT INTO "Assessment" ${columns}
     SELECT gen_random_uuid(), $1, 'ASM-' || lpad((row_number() OVER (ORDER BY ref))::text, 5, '0'), name || ': risk profile', 'ai-rmf', id, 'All of it', 'signed', 44, 44,
       current_date - 400, current_date - 360, current_date - 370, NULL, "ownerId", current_date - 5 + length(name) % 40 FROM "AiSystem" WHERE "practiceId" = $1`)
  await run(`INSERT INTO "Assessment" ${columns}
     SELECT gen_random_uuid(), $1, 'ASM-1' || right(ref, 5), title || ', second year', kind, "systemId", scope, 'open', 44, 20,
       current_date - 10, current_date + 30, NULL, id, "ownerId", current_date + 30 FROM "Assessment" WHERE "practiceId" = $1 AND right(ref, 1)::int % 2 = 0`)
  await run(
    `INSERT INTO "AssessmentAnswer" (id, "practiceId", "assessmentId", question, answer, note, "answeredById", "answeredAt", "carriedOver")
     SELECT gen_random_uuid(), $1, a.id, q, (ARRAY['yes','yes','partly','no'])[1 + length(q) % 4], 'As it was found', p.id, now() - interval '100 days', a.state = 'open' AND length(q) % 2 = 0
     FROM "Assessment" a, unnest($2::text[]) q, (SELECT id FROM "Person" WHERE "practiceId" = $1 AND ref = 'P-00001') p WHERE a."practiceId" = $1`,
    templateOf('ai-rmf').questions.map(({ key }) => key),
  )
  await run(`INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn", harm, citation, "siteIds", "ownerId", state, "openedOn")
     SELECT gen_random_uuid(), $1, 'assessment', id, ref || ' ' || title, CASE state WHEN 'open' THEN 'finish' ELSE 'again' END, 'Assess it', "startedOn", "nextDueOn", 2, '', '{}', "ownerId", 'open', current_date - 10
     FROM "Assessment" WHERE "practiceId" = $1`)
}
