import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Runs `check` on a throwaway folder holding these files (path → text). */
export async function withPlanted<T>(
  files: Record<string, string>,
  check: (root: string) => T | Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'planted-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return await check(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** The rule that is broken, the file that breaks it, its text, and any other file that takes part. */
export type Planted = [rule: string, file: string, text: string, more?: Record<string, string>]

/** A planted violation with the title of its test, on one line. */
export function titled([rule, file, text, more = {}]: Planted) {
  const shown = text.replace(/\s*\n\s*/g, ' ⏎ ').slice(0, 80)
  return { rule, file, text, more, title: `${rule} is caught in ${file}: ${shown}` }
}
