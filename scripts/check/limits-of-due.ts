import type { Node } from 'oxc-parser'
import type { Finding } from './finding.ts'
import { isTest, nameOf, type ParsedFile, stringOf, walk } from './source.ts'

// "Overdue" has one definition, in lib/kernel/due*. Anywhere else, comparing a due date with a day defines it again:
//   dueOn < today, isBefore(row.dueOn, today), where: { dueOn: { lt: today } }, SQL with "dueOn" < $1.
// Comparing two due dates is sorting, and a range with both ends (a calendar month) is no status.

const HOME = /^lib\/kernel\/due/
const EXEMPT = /^(prisma\/seed|bench|scripts)\/|^lib\/flows\/demo\b/
const DUE = /^(due|dueOn|dueAt|dueDate|nextDue|\w+Due(On|At|Date)?)$/
const ORDERING = new Set(['<', '<=', '>', '>='])
const COMPARER =
  /^(is(Before|After|Past)|(before|after|compare|daysBetween|daysUntil|daysSince|differenceIn)\w*)$/i
const IN_SQL = /\bdue_?(on|at|date)"?(::\w+)?\s*(<|>)/i
const BOUNDS = new Set(['lt', 'lte', 'gt', 'gte'])

/** Places outside the kernel that work out by themselves whether something is overdue. */
export function checkDue(file: ParsedFile): Finding[] {
  if (HOME.test(file.path) || EXEMPT.test(file.path) || isTest(file.path)) return []
  const found: Finding[] = []
  walk(file.program, (node) => {
    if (!definesOverdue(node)) return
    const message = 'a due date is judged in lib/kernel/due only: use what it exports'
    found.push({ rule: 'overdue', file: file.path, line: file.line(node.start), message })
  })
  return found
}

const isDue = (node: Node) => DUE.test(nameOf(node) ?? '')

function definesOverdue(node: Node): boolean {
  switch (node.type) {
    case 'BinaryExpression':
      return ORDERING.has(node.operator) && isDue(node.left) !== isDue(node.right)
    case 'CallExpression': {
      if (!COMPARER.test(nameOf(node.callee) ?? '')) return false
      const receiver = node.callee.type === 'MemberExpression' ? [node.callee.object] : []
      const compared = [...receiver, ...node.arguments]
      return compared.some(isDue) && !compared.slice(-2).every(isDue)
    }
    case 'Property': {
      if (!DUE.test(stringOf(node.key) ?? nameOf(node.key) ?? '') || node.value.type !== 'ObjectExpression')
        return false
      const keys = node.value.properties.map((p) => (p.type === 'Property' ? nameOf(p.key) : undefined))
      return keys.filter((key) => BOUNDS.has(key ?? '')).length === 1
    }
    case 'TemplateElement':
      return IN_SQL.test(node.value.raw)
    case 'Literal':
      return typeof node.value === 'string' && IN_SQL.test(node.value)
    default:
      return false
  }
}
