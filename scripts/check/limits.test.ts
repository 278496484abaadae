import { describe, expect, test } from 'vitest'
import { findLimitViolations } from './limits.ts'
import { type Planted, titled, withPlanted } from './planted.ts'

const ROLES = ['officer', 'owner', 'site-lead', 'staff', 'it', 'auditor']
const lines = (count: number) => '// a line\n'.repeat(count)
const folder = (...names: string[]) => ['', ...names].join('/')

async function limitsBrokenBy(files: Record<string, string>): Promise<string[]> {
  const { findings } = await withPlanted(files, (root) => findLimitViolations(root, ROLES))
  return findings.map(({ rule, file, line }) => `${rule} ${file}${line ? `:${line}` : ''}`)
}

const IN_APP = 'app/new.ts'

const violations: Planted[] = [
  ['file-size', 'lib/base/long.ts', lines(301)],
  ['file-size', 'app/long.tsx', lines(301)],
  ['file-size', 'scripts/long.mjs', lines(301)],
  ['file-size', 'app/long.css', '/* */\n'.repeat(301)],
  ['file-size', 'lib/base/long.test.ts', lines(301)],
  ['top-level', 'utils/new.ts', ''],
  ['top-level', 'helpers.ts', ''],
  ['top-level', 'lib/helpers.ts', ''],
  ['machine-path', 'README.md', `Open ${folder('home', 'someone', 'project')} first.`],
  ['machine-path', 'docs/operations.md', `\`cd ${folder('work', 'main')}\``],
  ['package-host', 'docs/new.md', `https://${'registry'}.example.org/plumbline`],
  [
    'package-host',
    'package-lock.json',
    `{"packages": {"a": {"resolved": "${'http'}s://example.org/x.tgz"}}}`,
  ],
  ['barrel', 'components/ui/index.ts', 'export const a = 1'],
  ['barrel', 'components/ui/index.tsx', 'export const a = 1'],
  ['barrel', 'components/ui/all.ts', "export * from './button.tsx'"],
  [
    'barrel',
    'components/ui/all.ts',
    "'use client'\nexport { A } from './a.tsx'\nexport { B } from './b.tsx'",
  ],
  ['no-any', IN_APP, 'export const a: any = 1'],
  ['no-any', 'lib/base/new.test.ts', 'export const a = [] as any[]'],
  ['double-assertion', IN_APP, 'export const a = 1 as unknown as string'],
  ['double-assertion', IN_APP, 'export const a = (1 as never) as string'],
  ['suppression', IN_APP, `// @ts${'-'}ignore\nexport const a = 1`],
  ['suppression', IN_APP, `/* @ts${'-'}expect-error */\nexport const a = 1`],
  ['suppression', IN_APP, `// eslint${'-'}disable-next-line\nexport const a = 1`],
  ['suppression', IN_APP, `// oxlint${'-'}disable no-console\nexport const a = 1`],
  ['suppression', IN_APP, `// biome${'-'}ignore format: wide\nexport const a = 1`],
  ['suppression', 'app/new.css', `/* biome${'-'}ignore lint: wide */`],
  ['clock', IN_APP, 'export const a = new Date()'],
  ['clock', IN_APP, 'export const a = Date.now()'],
  ['clock', IN_APP, 'export const a = Date()'],
  ['clock', IN_APP, 'export const a = [1].map(Date.now)'],
  ['clock', IN_APP, 'export const a = Temporal.Now.instant()'],
  ['clock', 'prisma/seed/new.ts', 'export const a = new Date()'],
  ['environment', IN_APP, 'export const a = process.env.HOME'],
  ['environment', IN_APP, 'export const a = process.env'],
  ['environment', IN_APP, "export const a = globalThis.process['env']"],
  ['environment', IN_APP, 'const { env } = process\nexport const a = env'],
  ['environment', IN_APP, "import { env } from 'node:process'\nexport const a = env"],
  ['environment', IN_APP, 'export const a = import.meta.env'],
  ['environment', 'lib/platform/new.ts', 'export const a = process.env.HOME'],
  ['write-door', 'lib/ai-systems/new.ts', "import { write } from '#lib/platform/db'\nexport const a = write"],
  [
    'write-door',
    'lib/ai-systems/new.ts',
    "import { write as w } from '../platform/db.ts'\nexport const a = w",
  ],
  ['write-door', 'lib/platform/new.ts', "import * as db from './db.ts'\nexport const a = db.write"],
  ['role-name', IN_APP, "export const a = (b: string) => b === 'officer'"],
  ['role-name', IN_APP, "export const a = (b: { name: string }) => 'owner' !== b.name"],
  ['role-name', IN_APP, "export const a = (b: string) => { switch (b) { case 'it': return 1 } }"],
  ['role-name', IN_APP, "export const a = (b: string[]) => b.includes('staff')"],
  ['role-name', IN_APP, "export const a = (b: Set<string>) => b.has('auditor')"],
  ['role-name', IN_APP, "export const a = ['officer', 'owner']"],
  ['role-name', IN_APP, "export const a = ['officer'] as const"],
  ['role-name', IN_APP, "export const shownToRoles = ['it', someOther]"],
  ['role-name', IN_APP, "export type A = 'officer' | 'staff'"],
  ['role-name', IN_APP, "export const a = { role: 'owner' }"],
  ['role-name', IN_APP, "export const a = (role = 'staff') => role"],
  ['role-name', IN_APP, "export const defaultRole = 'staff' as const"],
  ['role-name', IN_APP, "export const a = hasRole(actor, 'owner')"],
  ['role-name', IN_APP, "export const a = { officer: 1, 'site-lead': 2 }"],
  ['role-name', IN_APP, 'export const a = sql`SELECT 1 FROM x WHERE "role" = \'officer\'`'],
  ['role-name', 'scripts/new.mjs', "export const a = (b) => b === 'officer'"],
  ['overdue', IN_APP, 'export const a = (r: Row, today: Day) => r.dueOn < today'],
  ['overdue', IN_APP, 'export const a = (r: Row, today: Day) => today > r.dueOn!'],
  ['overdue', IN_APP, 'export const a = (r: Row, now: Date) => r?.dueOn.getTime() <= now.getTime()'],
  ['overdue', IN_APP, 'export const a = (nextReviewDue: Day, today: Day) => nextReviewDue < today'],
  ['overdue', IN_APP, 'export const a = (r: Row, today: Day) => isBefore(r.dueOn, today)'],
  ['overdue', IN_APP, 'export const a = (r: Row, today: Day) => r.dueOn.isBefore(today)'],
  ['overdue', IN_APP, 'export const a = (r: Row, today: Day) => daysBetween(r.dueOn, today)'],
  ['overdue', 'lib/overview/new.ts', 'export const a = { where: { dueOn: { lt: today } } }'],
  [
    'overdue',
    'lib/overview/new.ts',
    'export const a = sql`SELECT 1 FROM "Obligation" WHERE "dueOn" < ${today}`',
  ],
  ['overdue', 'lib/overview/new.ts', "export const a = 'SELECT count(*) FILTER (WHERE due_on < $1)'"],
]

describe('limits', () => {
  test.each(violations.map(titled))('$title', async ({ rule, file, text }) => {
    const broken = await limitsBrokenBy({ [file]: text })
    expect(broken.map((found) => found.split(':')[0])).toContain(`${rule} ${file}`)
  })

  test('the kernel is measured as a whole and without its tests', async () => {
    const kernel = Object.fromEntries(
      Array.from({ length: 7 }, (_, i) => [`lib/kernel/part-${i}.ts`, lines(285)]),
    )
    expect(await limitsBrokenBy({ ...kernel, 'lib/kernel/part.test.ts': lines(290) })).toEqual([])
    expect(await limitsBrokenBy({ ...kernel, 'lib/kernel/one-more.ts': lines(6) })).toEqual([
      'kernel-size lib/kernel',
    ])
  })

  test('a finding names the line', async () => {
    expect(await limitsBrokenBy({ [IN_APP]: '\n\nexport const a = {\n  b: new Date(),\n}' })).toEqual([
      `clock ${IN_APP}:4`,
    ])
  })

  test('what is allowed is left alone', async () => {
    const broken = await limitsBrokenBy({
      'lib/base/exactly.ts': lines(300),
      'prisma/migrations/1/migration.sql': lines(900),
      'lib/platform/prisma/client.ts': lines(900),
      'lib/registry.ts': 'export const a = 1',
      'lib/registry.test.ts': 'export const a = 1',
      'lib/platform/clock.ts': 'export const now = () => new Date()',
      'instrumentation.ts': "export const a = process.env.NEXT_RUNTIME === 'nodejs'",
      'lib/platform/env.ts': 'export const env = () => process.env.HOME',
      'lib/kernel/command.ts': "import { write } from '#lib/platform/db'\nexport const a = write",
      'lib/kernel/access.ts': "export const roles = ['officer', 'owner']",
      'lib/kernel/due.ts': 'export const late = (dueOn: Day, today: Day) => dueOn < today',
      'lib/kernel/due-store.ts': 'export const a = sql`WHERE "dueOn" < ${today}`',
      'lib/base/days.ts': 'export const a = (text: string) => new Date(text)',
      'scripts/tool.ts': 'export const a = [process.env.HOME, Date.now()]',
      'vitest.config.ts': 'export default process.env.HOME',
      'e2e/journey.spec.ts': "export const a = [process.env.HOME, new Date(), 'officer' === b]",
      'app/api/auth/route.ts': "export { handler as GET, handler as POST } from '#lib/platform/auth'",
      'app/fields.ts':
        "export const columns = ['name', 'owner', 'dueOn']\nexport const sortField = x.key === 'owner'",
      'app/owner.tsx': 'export const Owner = () => <a href="/staff" aria-label="owner">staff</a>',
      'app/owner-id.ts': 'export const a = { owner: 1, ownerId: 2 }',
      'app/words.ts': "export const about = 'no mention of @ts-ignore in a string'",
      'app/sorting.ts': 'export const byDue = (a: Row, b: Row) => (a.dueOn < b.dueOn ? -1 : 1)',
      'app/calendar.ts': 'export const month = { dueOn: { gte: first, lt: next } }',
      'README.md':
        'Data stands in /var/lib/plumbline, a route is /systems/home/x, https://www.postgresql.org/',
    })
    expect(broken).toEqual([])
  })

  test('files that git ignores are not looked at', async () => {
    const { spawnSync } = await import('node:child_process')
    const files = {
      '.gitignore': 'secret/\n',
      'secret/new.ts': 'export const a: any = 1',
      [IN_APP]: 'export const a: any = 1',
    }
    const { findings } = await withPlanted(files, (root) => {
      spawnSync('git', ['init', '--quiet'], { cwd: root })
      return findLimitViolations(root, ROLES)
    })
    expect(findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual([`no-any ${IN_APP}`])
  })
})
