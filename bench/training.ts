import { todayFor } from '#lib/kernel/today'
import { fillWithTrainings } from '#lib/testing/many-trainings'

type Run = (
  sql: string,
  ...values: unknown[]
) => Promise<{ rows: { id: string; name: string; ref: string }[] }>

/** Twelve quarters of training for everybody. */
export async function trainings(run: Run, practiceId: string): Promise<void> {
  const { rows } = await run(`SELECT id, name, ref FROM "Person" WHERE "practiceId" = $1 AND ref = 'P-00001'`)
  const [by] = rows
  if (!by) throw new Error('nobody is there to be trained')
  await fillWithTrainings(run, {
    practice: { id: practiceId, name: 'Benchmark' },
    by,
    today: todayFor({ timeZone: 'America/Chicago' }),
    quarters: 12,
  })
}
