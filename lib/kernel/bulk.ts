import { type Tx, unsafeIdentifier } from '#lib/platform/db'

type Row = Readonly<Record<string, unknown>>

/** Inserts many rows in one statement. Every row has the keys of the first; days and instants are ISO texts. */
export async function insertRows(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const [head] = rows
  if (!head) return
  const name = unsafeIdentifier(table)
  const columns = Object.keys(head).map(unsafeIdentifier).join(', ')
  await tx.$executeRawUnsafe(
    `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`,
    JSON.stringify(rows),
  )
}

/** Updates many rows by id in one statement, setting the keys that the first row has. Returns how many were found. */
export async function updateRows(
  tx: Tx,
  table: string,
  rows: readonly (Row & { id: string })[],
): Promise<number> {
  const [head] = rows
  if (!head) return 0
  const name = unsafeIdentifier(table)
  const columns = Object.keys(head).filter((key) => key !== 'id')
  const set = columns.map((key) => `${unsafeIdentifier(key)} = r.${unsafeIdentifier(key)}`).join(', ')
  return tx.$executeRawUnsafe(
    `UPDATE ${name} t SET ${set} FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb) r WHERE t.id = r.id`,
    JSON.stringify(rows),
  )
}
