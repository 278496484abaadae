import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Comment, type Node, parseSync, visitorKeys } from 'oxc-parser'

export interface SourceFile {
  path: string
  text: string
}

/** A parsed file; `line` counts from 1. */
export interface ParsedFile extends SourceFile {
  program: Node
  comments: Comment[]
  line: (offset: number) => number
  textOf: (node: Node) => string
}

const CODE = /[.](ts|tsx|mjs|cjs|js|jsx|mts)$/
const BINARY = /[.](png|jpg|jpeg|gif|webp|avif|ico|woff2?|ttf|otf|pdf|xlsx|zip|gz)$/i
const NOT_OURS = new Set(['node_modules', '.git', '.next', '.data'])

/** All text files of the project: what git knows or would add; without git, everything outside build folders. */
export function listFiles(root: string): SourceFile[] {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  const paths = git.status === 0 ? git.stdout.split('\0').filter(Boolean) : walkFolder(root, '')
  return [...new Set(paths)]
    .filter((path) => !BINARY.test(path))
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(join(root, path), 'utf8') }]
      } catch {
        return [] // deleted, but not yet in git's index
      }
    })
}

function walkFolder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return []
    const path = folder ? `${folder}/${entry.name}` : entry.name
    return entry.isDirectory() ? walkFolder(root, path) : [path]
  })
}

export function isCode(path: string): boolean {
  return CODE.test(path)
}

export function isTest(path: string): boolean {
  return /[.]test[.]tsx?$/.test(path) || /^(e2e|lib\/testing)\//.test(path)
}

export function parse(file: SourceFile): ParsedFile {
  const { program, comments, errors } = parseSync(file.path, file.text, { preserveParens: false })
  if (errors.length > 0) throw new Error(`${file.path} cannot be read: ${errors[0]?.message}`)
  const starts = [0]
  for (let at = file.text.indexOf('\n'); at >= 0; at = file.text.indexOf('\n', at + 1)) starts.push(at + 1)
  return {
    ...file,
    program,
    comments,
    line: (offset) => starts.findLastIndex((start) => start <= offset) + 1,
    textOf: (node) => file.text.slice(node.start, node.end),
  }
}

/** Calls `visit` for each node, parents first; `above` holds the ancestors, nearest last. */
export function walk(node: Node, visit: (node: Node, above: Node[]) => void, above: Node[] = []): void {
  visit(node, above)
  const inside = [...above, node]
  for (const key of visitorKeys[node.type] ?? []) {
    const children: unknown = Reflect.get(node, key)
    for (const child of Array.isArray(children) ? children : [children]) {
      if (isNode(child)) walk(child, visit, inside)
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** The text of a string literal or of a template without gaps. */
export function stringOf(node: Node | null | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined
  if (node?.type === 'TSLiteralType') return stringOf(node.literal)
  if (node?.type === 'TSAsExpression' || node?.type === 'TSSatisfiesExpression')
    return stringOf(node.expression)
  return undefined
}

/** The last name in an expression: `row` for row, `dueOn` for row?.dueOn, row['dueOn'] and row.dueOn.getTime(). */
export function nameOf(node: Node | null | undefined): string | undefined {
  switch (node?.type) {
    case 'Identifier':
      return node.name
    case 'MemberExpression':
      return node.computed ? stringOf(node.property) : nameOf(node.property)
    case 'ChainExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
      return nameOf(node.expression)
    case 'CallExpression':
      return node.callee.type === 'MemberExpression' &&
        /^(getTime|valueOf|toString)$/.test(nameOf(node.callee) ?? '')
        ? nameOf(node.callee.object)
        : undefined
    default:
      return undefined
  }
}
