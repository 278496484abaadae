import { newId } from '#lib/base/ids'
import { canAt, requireAt } from '#lib/kernel/access'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import { changeSentence } from '#lib/kernel/change-sentence'
import type { CommandContext } from '#lib/kernel/context'
import type { ImportChange, ImportTarget, ImportValues, RefusalContext, Written } from '#lib/kernel/record'
import { nextReferences } from '#lib/kernel/reference'
import { requirementRef } from '#lib/law/frameworks/all-frameworks'
import { directoryLookups } from '#lib/people/directory'
import { controlKeys, controlRows } from './queries.ts'
import { type ControlImport, controlPrefix, importInput } from './schema.ts'
import { lockControls, recordOf, replaceRequirements, settle } from './store.ts'
import { type ControlRow, controlTable } from './table.ts'

const nothingWritten: Written = { records: [], events: [], due: [] }

/** What a control is when nobody said anything about it; the columns that the database would fill likewise. */
const blank = {
  does: '',
  evidence: '',
  state: 'not-started',
  stateReason: '',
  testEveryMonths: null,
  testedOn: null,
  testResult: null,
  notes: '',
  ownerId: null,
  backupId: null,
}

/** Fields of the table whose column has another name. */
const columnOf: Readonly<Record<string, string>> = {
  owner: 'ownerId',
  backup: 'backupId',
  result: 'testResult',
  testEvery: 'testEveryMonths',
}

function byColumn(values: ImportValues): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [columnOf[field] ?? field, value]))
}

const factsOf = (values: ImportValues): ControlImport => importInput.parse(byColumn(values))

function labelOf(column: string): string {
  const found = Object.entries(controlTable.fields).find(([field]) => (columnOf[field] ?? field) === column)
  return found?.[1].label ?? column
}

/** Why a row cannot be taken, in words for the person who made the spreadsheet; null when it can. */
function refuses(
  values: ImportValues,
  _mode: 'create' | 'update',
  { actor, today, before }: RefusalContext,
): string | null {
  if (!canAt(actor, 'control.import', []))
    return 'Controls belong to the whole practice, and you bring in for some sites only.'
  const parsed = importInput.safeParse(byColumn(values))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return issue ? `${labelOf(String(issue.path[0]))}: ${issue.message}` : 'It cannot be read.'
  }
  const whole = importInput.safeParse({ ...byColumn(before ?? {}), ...byColumn(values) })
  const { ownerId, backupId, testedOn, testResult, state, stateReason } = whole.success
    ? whole.data
    : parsed.data
  const { fields } = controlTable
  if (ownerId && ownerId === backupId) return 'Backup: it must be somebody else than the owner.'
  if (testedOn && testedOn > today && testedOn !== before?.['testedOn'])
    return `${fields.testedOn.label}: this day has not come yet.`
  if (Boolean(testedOn) !== Boolean(testResult))
    return `${fields.result.label}: a test has a day and a result, or neither.`
  if (state === 'not-applicable' && (stateReason ?? '').length < 3)
    return `${fields.stateReason.label}: say why.`
  return null
}

/** The columns of a control in the state that a row leaves it in. A reason stands only with what does not apply. */
function columns(values: ControlImport, before: typeof blank | ControlRow = blank) {
  const { requirements: _requirements, ...facts } = values
  const kept = Object.fromEntries(
    Object.keys(blank).map((key) => [key, before[key as keyof typeof blank]]),
  ) as typeof blank
  const left = { ...kept, ...facts }
  return left.state === 'not-applicable' ? left : { ...left, stateReason: '' }
}

const refsOf = (keys: readonly string[]) => keys.flatMap((key) => requirementRef(key) ?? [])

interface Tested {
  controlId: string
  testedOn: string | null | undefined
  result: string | null | undefined
}

/** Writes down the tests that a file tells of, so that each stays when the next one comes. One statement. */
async function noteTests({ tx, actor, now }: CommandContext, tests: readonly Tested[], cause: string) {
  await insertRows(
    tx,
    'ControlTest',
    tests.flatMap(({ controlId, testedOn, result }) =>
      testedOn && result
        ? [
            {
              ...{ id: newId(now.getTime()), practiceId: actor.practiceId, controlId, testedOn, result },
              ...{ testedById: actor.personId, note: `Brought in ${cause}`, createdAt: now.toISOString() },
            },
          ]
        : [],
    ),
  )
}

/** Adds the controls of a file in a constant number of statements. */
async function create(
  context: CommandContext,
  rows: readonly ImportValues[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return nothingWritten
  const { tx, actor, now } = context
  requireAt(actor, 'control.import', [])
  const refs = await nextReferences(tx, actor.practiceId, controlPrefix, rows.length)
  const given = rows.map((values, at) => {
    const facts = factsOf(values)
    const row = {
      ...columns(facts),
      title: facts.title,
      id: newId(now.getTime()),
      ref: refs[at] ?? '',
      practiceId: actor.practiceId,
      version: 1,
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
    }
    return { row, refs: refsOf(facts.requirements ?? []) }
  })
  const made = given.map(({ row }) => row)
  await insertRows(tx, 'Control', made)
  await replaceRequirements(
    context,
    given.map(({ row, refs }) => ({ controlId: row.id, refs })),
  )
  await noteTests(
    context,
    made.map(({ id, testedOn, testResult }) => ({ controlId: id, testedOn, result: testResult })),
    cause,
  )
  return {
    records: made.map((control) => ({ id: control.id, label: recordOf(control).label, version: 1 })),
    events: made.map((control) => ({ sentence: `Brought in ${cause}`, record: recordOf(control) })),
    due: await settle(context, { id: { in: made.map(({ id }) => id) } }),
  }
}

const byId = (rows: readonly ControlRow[]) => new Map(rows.map((row) => [row.id, row]))

/** Changes controls as a file says, in a constant number of statements. */
async function update(
  context: CommandContext,
  rows: readonly ImportChange[],
  cause: string,
): Promise<Written> {
  if (rows.length === 0) return nothingWritten
  const { tx, actor, now } = context
  requireAt(actor, 'control.import', [])
  const ids = rows.map(({ id }) => id)
  await lockControls(context, ids)
  const before = byId(await controlRows(tx, actor, ids))
  const known = rows.flatMap(({ id, values }) => {
    const row = before.get(id)
    return row ? [{ id, row, facts: factsOf({ title: row.title, ...values }) }] : []
  })
  await updateRows(
    tx,
    'Control',
    known.map(({ id, row, facts }) => ({
      ...columns(facts, row),
      title: facts.title,
      id,
      version: row.version + 1,
      updatedAt: now.toISOString(),
    })),
  )
  await replaceRequirements(
    context,
    known.flatMap(({ id, facts: { requirements } }) =>
      requirements ? [{ controlId: id, refs: refsOf(requirements) }] : [],
    ),
  )
  // A file that takes an earlier test back tells of none.
  await noteTests(
    context,
    known.flatMap(({ id, row, facts: { testedOn, testResult } }) =>
      testedOn && (row.testedOn === null || testedOn > row.testedOn)
        ? [{ controlId: id, testedOn, result: testResult ?? row.testResult }]
        : [],
    ),
    cause,
  )
  const due = await settle(context, { id: { in: ids } })
  const after = byId(await controlRows(tx, actor, ids))
  const left = rows.flatMap(({ id }) => {
    const [was, now] = [before.get(id), after.get(id)]
    return was && now ? [{ was, now }] : []
  })
  return {
    records: left.map(({ now }) => ({ id: now.id, label: recordOf(now).label, version: now.version })),
    events: left.map(({ was, now }) => ({
      sentence: `${changeSentence(controlTable, was, now) ?? 'Saved it without changes'}, ${cause}`,
      record: recordOf(now),
    })),
    due,
  }
}

/** Archives controls that an import added. */
async function retract(context: CommandContext, ids: readonly string[], cause: string): Promise<Written> {
  if (ids.length === 0) return nothingWritten
  const { tx, actor, now } = context
  requireAt(actor, 'control.import', [])
  await lockControls(context, ids)
  const rows = await controlRows(tx, actor, ids)
  await updateRows(
    tx,
    'Control',
    rows.map(({ id, version }) => ({
      id,
      version: version + 1,
      archivedAt: now.toISOString(),
      updatedAt: now.toISOString(),
    })),
  )
  return {
    records: rows.map((row) => ({ id: row.id, label: recordOf(row).label, version: row.version + 1 })),
    events: rows.map((row) => ({ sentence: `Archived it ${cause}`, record: recordOf(row) })),
    due: await settle(context, { id: { in: [...ids] } }),
  }
}

const nameOf = (values: ImportValues) => (typeof values['title'] === 'string' ? values['title'] : '')

/** How spreadsheets become controls. The registry adds how requirements are looked up. */
export const controlImport: ImportTarget<ControlRow> = {
  lookups: directoryLookups,
  keys: controlKeys,
  nameOf,
  labelOf: nameOf,
  rows: controlRows,
  refuses,
  create,
  update,
  retract,
}
