import type { Node } from 'oxc-parser'
import type { Finding } from './finding.ts'
import { isTest, nameOf, type ParsedFile, walk } from './source.ts'

const SUPPRESSION =
  /@ts-(ignore|expect-error|nocheck)|\b(eslint|oxlint)-disable|\bbiome-ignore|\b(v8|c8|istanbul) ignore/
const OUTSIDE_THE_APP = /^(scripts|bench|e2e|lib\/testing)\/|^[^/]+[.]config[.](ts|mjs)$/
const CLOCK = 'lib/platform/clock.ts'
const ENVIRONMENT = 'lib/platform/env.ts'
/**
 * Who may open a writing transaction: the command runner; signing in, which comes before there is an actor; what a
 * person typed and has not sent, which is no record; forgetting what has been kept long enough; the gate that looks at patient
 * data by itself, and the care of training, which tell the trail so; the worker's notes on imports, reminders and the mail it sends, which are on
 * nobody's behalf; and demo data.
 */
const WRITERS =
  /^lib\/(kernel\/command|people\/(recorded|drafts)|questionnaires\/guest-door|flows\/(purge|phi-gate|keep-training|demo\b.*)|transfer\/batch-care|platform\/mail-delivery|reminders\/planner)[.]ts$/

type Check = (node: Node, file: ParsedFile, above: Node[]) => string | undefined

const checks: { rule: string; exempt: (path: string) => boolean; check: Check }[] = [
  {
    rule: 'no-any',
    exempt: () => false,
    check: (node) => (node.type === 'TSAnyKeyword' ? 'say what it is' : undefined),
  },
  { rule: 'double-assertion', exempt: () => false, check: doubleAssertion },
  {
    rule: 'clock',
    exempt: (path) => path === CLOCK || isTest(path) || OUTSIDE_THE_APP.test(path),
    check: ownClock,
  },
  {
    rule: 'environment',
    exempt: (path) => path === ENVIRONMENT || isTest(path) || OUTSIDE_THE_APP.test(path),
    check: ownEnvironment,
  },
  {
    rule: 'write-door',
    exempt: (path) => WRITERS.test(path) || isTest(path) || OUTSIDE_THE_APP.test(path),
    check: writeDoor,
  },
]

/** Limits on what code may say, whatever it is about. */
export function checkCode(file: ParsedFile): Finding[] {
  const found: Finding[] = []
  const add = (rule: string, offset: number, message: string) =>
    found.push({ rule, file: file.path, line: file.line(offset), message })

  const active = checks.filter(({ exempt }) => !exempt(file.path))
  walk(file.program, (node, above) => {
    for (const { rule, check } of active) {
      const message = check(node, file, above)
      if (message) add(rule, node.start, message)
    }
  })
  for (const comment of file.comments) {
    if (SUPPRESSION.test(comment.value)) add('suppression', comment.start, 'mend the fault, do not hide it')
  }
  if (isBarrel(file)) add('barrel', 0, 'passes on the exports of other files: import those by their names')
  return found
}

function doubleAssertion(node: Node): string | undefined {
  if (node.type !== 'TSAsExpression' || node.expression.type !== 'TSAsExpression') return undefined
  const between = node.expression.typeAnnotation.type
  return ['TSUnknownKeyword', 'TSNeverKeyword', 'TSAnyKeyword'].includes(between)
    ? 'an assertion through unknown proves nothing: narrow or parse'
    : undefined
}

/** `new Date(value)` turns a value into a date and is no clock. */
function ownClock(node: Node): string | undefined {
  const message = `the time comes from ${CLOCK} or from the command's context`
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    const isDate = node.callee.type === 'Identifier' && node.callee.name === 'Date'
    if (isDate && (node.type === 'CallExpression' || node.arguments.length === 0)) return message
  }
  if (node.type === 'MemberExpression' && node.object.type === 'Identifier') {
    const name = nameOf(node)
    if (node.object.name === 'Date' && name === 'now') return message
    if (node.object.name === 'Temporal' && name === 'Now') return message
  }
  return undefined
}

/** `process.env.NEXT_RUNTIME` is no setting: Next.js replaces it when it builds. */
function ownEnvironment(node: Node, _file: ParsedFile, above: Node[]): string | undefined {
  const message = `settings are read in ${ENVIRONMENT}`
  if (node.type === 'MemberExpression' && nameOf(node) === 'env') {
    const owner = nameOf(node.object)
    if (nameOf(above.at(-1)) === 'NEXT_RUNTIME') return undefined
    if (owner === 'process' || node.object.type === 'MetaProperty') return message
  }
  if (
    node.type === 'VariableDeclarator' &&
    node.id.type === 'ObjectPattern' &&
    nameOf(node.init) === 'process'
  ) {
    return node.id.properties.some(
      (property) => property.type === 'Property' && nameOf(property.key) === 'env',
    )
      ? message
      : undefined
  }
  if (node.type === 'ImportDeclaration' && /^(node:)?process$/.test(node.source.value)) {
    return node.specifiers.some((s) => s.type === 'ImportSpecifier' && nameOf(s.imported) === 'env')
      ? message
      : undefined
  }
  return undefined
}

function writeDoor(node: Node, file: ParsedFile): string | undefined {
  if (node.type !== 'ImportDeclaration') return undefined
  const source = node.source.value
  const isDatabase =
    /(^#lib|\/)\/?platform\/db([.]ts)?$/.test(source) ||
    (file.path.startsWith('lib/platform/') && source === './db.ts')
  const takesWrite = node.specifiers.some((s) =>
    s.type === 'ImportSpecifier' ? nameOf(s.imported) === 'write' : s.type === 'ImportNamespaceSpecifier',
  )
  return isDatabase && takesWrite ? 'only commands and sign-in write' : undefined
}

/** `export * from`, or nothing but re-exports from several files. A route that re-exports one handler is not a barrel. */
function isBarrel(file: ParsedFile): boolean {
  if (file.program.type !== 'Program') return false
  const statements = file.program.body.filter(
    (statement) => !('directive' in statement && statement.directive),
  )
  if (statements.some((statement) => statement.type === 'ExportAllDeclaration')) return true
  const sources = statements.map((statement) =>
    statement.type === 'ExportNamedDeclaration' ? statement.source?.value : undefined,
  )
  return sources.length > 1 && sources.every(Boolean) && new Set(sources).size > 1
}
