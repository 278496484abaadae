import { resolve } from 'node:path'
import { roles } from '#lib/kernel/access'
import { type Finding, report } from './finding.ts'
import { checkCode } from './limits-of-code.ts'
import { checkDue } from './limits-of-due.ts'
import { checkFiles } from './limits-of-files.ts'
import { checkRoles } from './limits-of-roles.ts'
import { isCode, listFiles, parse } from './source.ts'

/** Everything under `root` that passes one of the project's limits. */
export function findLimitViolations(
  root: string,
  roleNames: readonly string[],
): { findings: Finding[]; files: number } {
  const files = listFiles(root)
  const code = files.filter((file) => isCode(file.path)).map(parse)
  const findings = [
    ...checkFiles(files),
    ...code.flatMap((file) => [...checkCode(file), ...checkRoles(file, roleNames), ...checkDue(file)]),
  ]
  return { findings, files: files.length }
}

if (import.meta.main) {
  const { findings, files } = findLimitViolations(resolve(import.meta.dirname, '../..'), Object.keys(roles))
  report('limits', findings, `${files} files`)
}
