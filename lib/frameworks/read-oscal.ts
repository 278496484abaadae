import { clean, FrameworkFileError, OWN_LIMITS, type OwnRow } from './own-rows.ts'

/** A catalog as it is kept between upload and import. */
export type KeptCatalog = {
  title: string
  version: string
  publisher: string
  rows: OwnRow[]
  /** How many controls it says are withdrawn: they are left out. */
  withdrawn: number
}

/** Groups in groups, controls in controls, parts in parts: no real catalog comes near this. */
const deepest = 12
const mostParts = 50_000

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function list(from: Json, key: string): Json[] {
  const value = Object.hasOwn(from, key) ? from[key] : undefined
  return Array.isArray(value) ? value.filter(isObject) : []
}

function text(from: Json, key: string): string {
  const value = Object.hasOwn(from, key) ? from[key] : undefined
  return typeof value === 'string' ? clean(value) : ''
}

const hostileKey = /"(?:__proto__|constructor|prototype)"\s*:/

/** Whether a file is JSON by its first character, whatever it is called. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 64))
    .replace(/^\ufeff/, '')
    .trimStart()
  return start.startsWith('{') || start.startsWith('[')
}

/** The requirements of a catalog in NIST's OSCAL JSON. Throws FrameworkFileError with words for the person who chose it. */
export function readOscal(bytes: Uint8Array): KeptCatalog {
  if (bytes.length > OWN_LIMITS.bytes)
    throw new FrameworkFileError(
      `It is larger than ${OWN_LIMITS.bytes / 1024 / 1024} MB, which is the most that can be read.`,
    )
  const source = new TextDecoder().decode(bytes).replace(/^\ufeff/, '')
  if (hostileKey.test(source))
    throw new FrameworkFileError(
      'It has names in it that no catalog has and that are used to attack programs. It was not read.',
    )
  const catalog = catalogOf(source)
  const metadata = isObject(catalog['metadata']) ? catalog['metadata'] : {}
  const reading: Reading = { rows: [], withdrawn: 0, parts: 0 }
  readGroup(catalog, [], new Map(), 0, reading)
  return {
    title: text(metadata, 'title').slice(0, 200),
    version: text(metadata, 'version').slice(0, 100),
    publisher: text(list(metadata, 'parties')[0] ?? {}, 'name').slice(0, 200),
    rows: reading.rows,
    withdrawn: reading.withdrawn,
  }
}

function catalogOf(source: string): Json {
  let parsed: unknown
  try {
    parsed = JSON.parse(source)
  } catch {
    throw new FrameworkFileError('It is damaged: it begins like JSON and does not end like it.')
  }
  const catalog = isObject(parsed) && Object.hasOwn(parsed, 'catalog') ? parsed['catalog'] : null
  if (!isObject(catalog))
    throw new FrameworkFileError(
      'It is JSON, but not an OSCAL catalog: there is no “catalog” in it. Profiles and plans cannot be read.',
    )
  return catalog
}

interface Reading {
  rows: OwnRow[]
  withdrawn: number
  parts: number
}

type Params = ReadonlyMap<string, string>

function tooDeep(depth: number) {
  if (depth > deepest)
    throw new FrameworkFileError(`It is nested more than ${deepest} levels deep, which no catalog is.`)
}

function readGroup(
  group: Json,
  above: readonly string[],
  params: Params,
  depth: number,
  into: Reading,
): void {
  tooDeep(depth)
  const known = withParams(params, group)
  for (const control of list(group, 'controls')) readControl(control, above, known, depth + 1, into)
  for (const below of list(group, 'groups')) {
    const title = text(below, 'title') || text(below, 'id')
    readGroup(below, title ? [...above, title] : above, known, depth + 1, into)
  }
}

function readControl(control: Json, groups: readonly string[], params: Params, depth: number, into: Reading) {
  tooDeep(depth)
  if (into.rows.length > OWN_LIMITS.requirements)
    throw new FrameworkFileError(
      `It has more than ${OWN_LIMITS.requirements.toLocaleString('en-US')} controls, which is the most that can come in.`,
    )
  const known = withParams(params, control)
  const code = labelOf(control) || text(control, 'id')
  if (isWithdrawn(control)) into.withdrawn += 1
  else {
    const statements = list(control, 'parts').filter((part) => text(part, 'name') === 'statement')
    const lines = statements.flatMap((part) => linesOf(part, known, depth, 0, into))
    into.rows.push({
      code,
      group: groups.join(', ').slice(0, 300),
      title: filled(text(control, 'title'), known) || code,
      text: lines.join('\n').slice(0, OWN_LIMITS.text),
      where: `the control “${(text(control, 'id') || code || 'without an id').slice(0, 60)}”`,
    })
  }
  for (const below of list(control, 'controls')) readControl(below, groups, known, depth + 1, into)
}

/** The label as it is printed: the plain one before those for other uses. */
function labelOf(from: Json): string {
  const labels = list(from, 'props').filter((prop) => text(prop, 'name') === 'label')
  const plain = labels.find((prop) => text(prop, 'class') === '') ?? labels[0]
  return plain ? text(plain, 'value') : ''
}

function isWithdrawn(control: Json): boolean {
  return list(control, 'props').some(
    (prop) => text(prop, 'name') === 'status' && text(prop, 'value').toLowerCase() === 'withdrawn',
  )
}

/** What a statement says, its items indented below it. */
function linesOf(part: Json, params: Params, depth: number, indent: number, into: Reading): string[] {
  tooDeep(depth + indent)
  into.parts += 1
  if (into.parts > mostParts) throw new FrameworkFileError('It has more parts than any catalog.')
  const prose = filled(text(part, 'prose'), params)
  const label = labelOf(part)
  const own = prose ? [`${'  '.repeat(Math.max(0, indent - 1))}${label ? `${label} ` : ''}${prose}`] : []
  return [...own, ...list(part, 'parts').flatMap((below) => linesOf(below, params, depth, indent + 1, into))]
}

function withParams(above: Params, from: Json): Params {
  const own = list(from, 'params')
  if (own.length === 0) return above
  const all = new Map(above)
  for (const param of own) all.set(text(param, 'id'), text(param, 'label') || choicesOf(param))
  return all
}

function choicesOf(param: Json): string {
  const select = isObject(param['select']) ? param['select'] : {}
  const choices = Array.isArray(select['choice']) ? select['choice'] : []
  return choices.filter((choice): choice is string => typeof choice === 'string').join(' or ')
}

/** A text with its blanks named: '[Assignment: how often]' where the catalog says '{{ insert: param, x }}'. */
function filled(prose: string, params: Params): string {
  return prose.replaceAll(/\{\{\s*(?:insert:\s*)?param,\s*([\w.-]+)\s*\}\}/g, (_, id: string) => {
    const label = params.get(id)
    return label ? `[${label.replaceAll(/\{\{[^}]*\}\}/g, '…')}]` : '[to be chosen]'
  })
}
