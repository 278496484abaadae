import type pg from 'pg'

/** A digest of each table's rows, of all of them or of one practice's. */
export async function digests(owner: pg.Pool, ofPractice?: string): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ name: string; key: string | null }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name,
      CASE WHEN c.relname = 'Practice' THEN 'id' ELSE (SELECT attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND attname = 'practiceId') END AS key
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`)
  const asked = tables.filter(({ key }) => !ofPractice || key)
  const parts = asked.map(
    ({ name, key }) =>
      `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS digest FROM ${name} t ${ofPractice ? `WHERE "${key}" = '${ofPractice}'` : ''}`,
  )
  const { rows } = await owner.query<{ name: string; digest: string }>(parts.join(' UNION ALL '))
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]))
}
