/** One thing a check has against one place. */
export interface Finding {
  rule: string
  file: string
  line?: number
  message: string
}

/** Prints findings, one a line, clickable in a terminal, and ends the process: 0 with none, 1 with some. */
export function report(check: string, findings: Finding[], scope: string): never {
  const sorted = findings.toSorted((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0))
  for (const { file, line, rule, message } of sorted) {
    console.log(`${line ? `${file}:${line}` : file}  ${rule}: ${message}`)
  }
  console.log(`${check}: ${findings.length === 0 ? 'nothing found' : `${findings.length} found`} in ${scope}`)
  process.exit(findings.length === 0 ? 0 : 1)
}
