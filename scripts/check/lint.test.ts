import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { withPlanted } from './planted.ts'

const PROJECT = resolve(import.meta.dirname, '../..')

/** One fault per file; the file's name says which rule has to see it. */
const faults: Record<string, string> = {
  'no-explicit-any': 'export function a(b: any) { return typeof b }',
  'ban-ts-comment': `// @ts${'-'}ignore\nexport const a = 1`,
  'no-non-null-assertion': 'export const a = (b?: { c: number }) => b!.c',
  eqeqeq: 'export const a = (b: string) => b == "c"',
  'no-console': 'export function a() { console.log(1) }',
  'no-floating-promises': 'export function a() { Promise.resolve(1) }',
  'no-misused-promises': 'export const a = (b: () => Promise<boolean>) => { if (b()) return 1; return 2 }',
  'no-unsafe-return': 'export const a = (b: string) => JSON.parse(b)',
  'switch-exhaustiveness-check':
    'export function a(b: "c" | "d") { switch (b) { case "c": return 1 } return 2 }',
  'no-import-type-side-effects': 'import { type Stats } from "node:fs"\nexport type A = Stats',
  'no-unused-vars': 'const b = 1\nexport const a = 2',
  'rules-of-hooks':
    'import { useState } from "react"\nexport function A({ b }: { b: boolean }) { if (b) useState(1); return null }',
  'alt-text': 'export const A = () => <img src="/a.png" />',
  'no-danger': 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />',
  'no-focused-tests': 'import { expect, test } from "vitest"\ntest.only("a", () => { expect(1).toBe(1) })',
}

function lint(root: string): Record<string, string[]> {
  const oxlint = resolve(PROJECT, 'node_modules/oxlint/bin/oxlint')
  const options = ['--config', resolve(PROJECT, '.oxlintrc.json'), '--format=json', root]
  const { stdout } = spawnSync(process.execPath, [oxlint, ...options], { cwd: PROJECT, encoding: 'utf8' })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }
  const byFile: Record<string, string[]> = {}
  for (const { code, filename } of diagnostics) {
    const name = filename.replace(/^.*\/|([.]test)?[.]tsx$/g, '')
    byFile[name] = [...(byFile[name] ?? []), code.replace(/^.*\(|\)$/g, '')]
  }
  return byFile
}

test('the linter sees each planted fault, those that need types included, and nothing in sound code', async () => {
  const planted: Record<string, string> = {}
  for (const [name, text] of Object.entries(faults)) {
    planted[`${name}${text.includes('vitest') ? '.test' : ''}.tsx`] = text
  }
  const found = await withPlanted(
    {
      ...planted,
      'sound.tsx': 'export function Sound() { return <button type="button">Save</button> }',
      'tool.mjs': 'export const parsed = JSON.parse("1").a',
      'tsconfig.json': JSON.stringify({
        extends: resolve(PROJECT, 'tsconfig.json'),
        compilerOptions: { typeRoots: [resolve(PROJECT, 'node_modules/@types')], incremental: false },
        include: ['*'],
      }),
    },
    lint,
  )
  for (const name of Object.keys(faults)) expect(found[name] ?? [], name).toContain(name)
  expect(Object.keys(found).toSorted()).toEqual(Object.keys(faults).toSorted())
})
