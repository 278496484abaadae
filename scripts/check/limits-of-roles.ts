import type { Node } from 'oxc-parser'
import type { Finding } from './finding.ts'
import { isTest, nameOf, type ParsedFile, stringOf, walk } from './source.ts'

// Roles are known to lib/kernel/access alone. Some role names are also everyday words and field names ("owner"), so a
// string equal to a role's name counts when it decides or lists something:
//   compared (===, switch, includes, has) with anything but a thing that is named like a field;
//   in an array or a union type whose members are all role names, or that holds two of them;
//   given to something called a role (role: 'x', hasRole(actor, 'x'), const roles = ['x', …]);
//   as two keys of one object; inside SQL, compared with a role column.

const EXEMPT = /^lib\/kernel\/access|^lib\/flows\/demo\b|^prisma\/seed\/|^bench\/|^scripts\/check\//
const FIELD_LIKE = /^(.*(key|field|column|kind|step|tab|group|sort|section|include|select)s?|property|by)$/i
const ROLE_LIKE = /roles?$/i
const COMPARISONS = new Set(['===', '!==', '==', '!='])
const MEMBERSHIP = new Set(['includes', 'has', 'indexOf', 'add'])

/** Places outside access control that know a role by name. */
export function checkRoles(file: ParsedFile, roleNames: readonly string[]): Finding[] {
  if (isTest(file.path) || EXEMPT.test(file.path)) return []
  const names = new Set(roleNames)
  const inSql = new RegExp(
    `role\\w*"?\\s*(?:=|<>|!=|\\bin\\b|= any)\\s*\\(?\\s*'(?:${roleNames.join('|')})'`,
    'i',
  )
  const isRole = (node: Node | null | undefined) => names.has(stringOf(node) ?? '')
  const found: Finding[] = []

  walk(file.program, (node, above) => {
    const hit = decidesByRole(node, above.at(-1), isRole) ?? listsRoles(node, above, isRole, names)
    const text = node.type === 'TemplateElement' ? node.value.raw : stringOf(node)
    const message = hit ?? (text && inSql.test(text) ? 'SQL compares a role' : undefined)
    if (message) {
      found.push({
        rule: 'role-name',
        file: file.path,
        line: file.line(node.start),
        message: `${message}: ask can(actor, permission), or give lib/kernel/access a name for it`,
      })
    }
  })
  return found
}

type IsRole = (node: Node | null | undefined) => boolean

function decidesByRole(node: Node, parent: Node | undefined, isRole: IsRole): string | undefined {
  const fieldLike = (other: Node) => FIELD_LIKE.test(nameOf(other) ?? '')
  switch (node.type) {
    case 'BinaryExpression':
      if (!COMPARISONS.has(node.operator)) return undefined
      if (isRole(node.right) && !fieldLike(node.left)) return 'compares with a role'
      return isRole(node.left) && !fieldLike(node.right) ? 'compares with a role' : undefined
    case 'SwitchCase':
      return isRole(node.test) && parent?.type === 'SwitchStatement' && !fieldLike(parent.discriminant)
        ? 'branches on a role'
        : undefined
    case 'CallExpression': {
      const callee = nameOf(node.callee) ?? ''
      if (!node.arguments.some(isRole)) return undefined
      if (/role/i.test(callee)) return 'asks for a role'
      const receiver = node.callee.type === 'MemberExpression' ? node.callee.object : node.callee
      return MEMBERSHIP.has(callee) && !fieldLike(receiver) ? 'looks for a role' : undefined
    }
    default:
      return undefined
  }
}

function listsRoles(node: Node, above: Node[], isRole: IsRole, names: Set<string>): string | undefined {
  switch (node.type) {
    case 'ArrayExpression':
      return isRoleList(node.elements, isRole, above) ? 'lists roles' : undefined
    case 'TSUnionType':
      return isRoleList(node.types, isRole, above) ? 'lists roles' : undefined
    case 'Property':
      return isRole(node.value) && ROLE_LIKE.test(nameOf(node.key) ?? '') ? 'names a role' : undefined
    case 'VariableDeclarator':
      return isRole(node.init) && ROLE_LIKE.test(nameOf(node.id) ?? '') ? 'names a role' : undefined
    case 'AssignmentPattern':
      return isRole(node.right) && ROLE_LIKE.test(nameOf(node.left) ?? '') ? 'names a role' : undefined
    case 'TSPropertySignature':
      return isRole(node.typeAnnotation?.typeAnnotation) && ROLE_LIKE.test(nameOf(node.key) ?? '')
        ? 'names a role'
        : undefined
    case 'ObjectExpression': {
      const keys = node.properties.map((p) =>
        p.type === 'Property' ? (stringOf(p.key) ?? nameOf(p.key)) : undefined,
      )
      return keys.filter((key) => names.has(key ?? '')).length > 1 ? 'keeps something by role' : undefined
    }
    default:
      return undefined
  }
}

function isRoleList(members: readonly (Node | null)[], isRole: IsRole, above: Node[]): boolean {
  const roles = members.filter(isRole).length
  if (roles === 0) return false
  const holder = holderName(above)
  if (FIELD_LIKE.test(holder)) return false
  return roles > 1 || roles === members.length || ROLE_LIKE.test(holder)
}

/** The name of what a literal is given to: the variable, property, parameter or function nearest above it. */
function holderName(above: Node[]): string {
  for (const node of above.toReversed()) {
    if (node.type === 'VariableDeclarator') return nameOf(node.id) ?? ''
    if (node.type === 'Property' || node.type === 'TSPropertySignature') return nameOf(node.key) ?? ''
    if (node.type === 'CallExpression') return nameOf(node.callee) ?? ''
    if (node.type === 'TSTypeAliasDeclaration') return node.id.name
    if (!/^(TS|ArrayExpression|ObjectExpression)/.test(node.type)) return ''
  }
  return ''
}
