import { beforeAll, describe, expect, test } from 'vitest'
import { findBoundaryViolations } from './boundaries.ts'
import { type Planted, titled, withPlanted } from './planted.ts'

const PACKAGE = JSON.stringify({
  type: 'module',
  imports: { '#lib/*': './lib/*.ts', '#components/*': './components/*.tsx' },
  dependencies: { listed: '1' },
  devDependencies: { 'for-tests': '1' },
})
const packageFiles = (name: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: 'main.js' }),
  [`node_modules/${name}/main.js`]: 'module.exports = 1',
})

/** A small house in which everything that is allowed is done once. */
const house: Record<string, string> = {
  'package.json': PACKAGE,
  ...packageFiles('listed'),
  ...packageFiles('for-tests'),
  ...packageFiles('unlisted'),
  'lib/base/days.ts': 'export const days = 1',
  'lib/law/rules.ts': "import { days } from '#lib/base/days'\nexport const rules = days",
  'lib/platform/prisma/client.ts': 'export class PrismaClient {}\nexport type Row = 1',
  'lib/platform/env.ts':
    "import fs from 'node:fs'\nimport { days } from '#lib/base/days'\nexport const env = [fs, days]",
  'lib/platform/db.ts':
    "import { PrismaClient } from './prisma/client.ts'\nexport const db = PrismaClient\nexport type Tx = 1",
  'lib/kernel/due.ts': "import { rules } from '#lib/law/rules'\nexport const due = rules",
  'lib/kernel/command.ts':
    "import listed from 'listed'\nimport { db } from '#lib/platform/db'\nimport { due } from './due.ts'\nexport const run = [db, due, listed]",
  'lib/people/queries.ts': "import { run } from '#lib/kernel/command'\nexport const people = run",
  'lib/people/record.ts': "import { people } from './queries.ts'\nexport const record = people",
  'lib/systems/words.ts': 'export const words = 1',
  'lib/systems/schema.ts': "import { words } from './words.ts'\nexport const schema = words",
  'lib/systems/flow-schema.ts': "import { schema } from './schema.ts'\nexport const flowSchema = schema",
  'lib/systems/table.ts': "import { flowSchema } from './flow-schema.ts'\nexport const table = flowSchema",
  'lib/systems/policy.ts': 'export const policy = 1',
  'lib/systems/due.ts': "import { due } from '#lib/kernel/due'\nexport const systemDue = due",
  'lib/systems/queries.ts':
    "import type { Row } from '#lib/platform/prisma/client'\nimport { people } from '#lib/people/queries'\nimport { policy } from './policy.ts'\nimport { table } from './table.ts'\nexport const queries = [policy, table, people] as Row[]",
  'lib/systems/commands.ts': "import { queries } from './queries.ts'\nexport const commands = queries",
  'lib/systems/record.ts': "import { commands } from './commands.ts'\nexport const record = commands",
  'lib/systems/flow-record.ts': "import { commands } from './commands.ts'\nexport const record = commands",
  'lib/systems/commands.db.test.ts':
    "import '#lib/testing/actors'\nimport 'for-tests'\nimport { PrismaClient } from '#lib/platform/prisma/client'\nimport { commands } from './commands.ts'\nexport default [commands, PrismaClient]",
  'lib/vendors/queries.ts': 'export const vendors = 1',
  'lib/flows/suspend.ts':
    "import { vendors } from '#lib/vendors/queries'\nimport { commands } from '#lib/systems/commands'\nexport const suspend = [vendors, commands]",
  'lib/overview/numbers.ts':
    "import { vendors } from '#lib/vendors/queries'\nimport { queries } from '#lib/systems/queries'\nexport const numbers = [vendors, queries]",
  'lib/registry.ts':
    "import { record as a } from './people/record.ts'\nimport { record as b } from './systems/record.ts'\nimport { record as c } from './systems/flow-record.ts'\nexport const registry = [a, b, c]",
  'lib/jobs/remind.ts':
    "import { registry } from '#lib/registry'\nimport { suspend } from '#lib/flows/suspend'\nexport const remind = [registry, suspend]",
  'lib/testing/actors.ts':
    "import { commands } from '#lib/systems/commands'\nimport { migrate } from '../../scripts/migrate.ts'\nexport const actors = [commands, migrate]",
  'prisma/seed/demo.ts': "import { actors } from '#lib/testing/actors'\nexport const demo = actors",
  'scripts/migrate.ts': 'export const migrate = 1',
  'scripts/seed.ts': "import { demo } from '../prisma/seed/demo.ts'\nexport default demo",
  'components/ui/button.tsx':
    'import { days } from \'#lib/base/days\'\nexport function Button() { return <button type="button">{days}</button> }',
  'components/table/toolbar.tsx':
    "'use client'\nimport type { queries } from '#lib/systems/queries'\nimport { due } from '#lib/kernel/due'\nimport { table } from '#lib/systems/table'\nimport { schema } from '#lib/systems/schema'\nimport { Button } from '#components/ui/button'\nexport const toolbar = [due, table, schema, Button] as typeof queries[]",
  'app/systems/actions.ts':
    "'use server'\nimport { commands } from '#lib/systems/commands'\nexport const save = async () => commands",
  'app/systems/form.tsx':
    "'use client'\nimport { save } from './actions.ts'\nexport const Form = () => <form action={save} />",
  'app/systems/page.tsx':
    "import './page.css'\nimport { queries } from '#lib/systems/queries'\nimport { Form } from './form.tsx'\nexport default function Page() { return <Form key={queries} /> }",
  'app/systems/page.css': 'p { color: black }',
  'e2e/support/server.ts': 'export const server = 1',
  'bench/run.ts': "import { server } from '../e2e/support/server.ts'\nexport default server",
  'lib/kernel/story.db.test.ts':
    "import { commands } from '#lib/systems/commands'\nimport { suspend } from '#lib/flows/suspend'\nexport default [commands, suspend]",
  'vitest.config.ts': "import { actors } from './lib/testing/actors.ts'\nexport default actors",
}

async function rulesBrokenBy(planted: Record<string, string>): Promise<string[]> {
  const { findings } = await withPlanted({ ...house, ...planted }, findBoundaryViolations)
  return findings.map((finding) => `${finding.rule} ${finding.file}`)
}

const value = (path: string) => `import * as planted from '${path}'\nexport default planted`
const type = (path: string) => `import type * as planted from '${path}'\nexport type Planted = typeof planted`

const violations: Planted[] = [
  ['base', 'lib/base/new.ts', value('#lib/law/rules')],
  ['base', 'lib/base/new.ts', type('#lib/kernel/due')],
  ['base', 'lib/base/new.ts', value('../kernel/due.ts')],
  ['base', 'lib/base/new.ts', "export const late = () => import('#lib/law/rules')"],
  ['base', 'lib/base/new.ts', "export * from '#lib/law/rules'"],
  ['base-test', 'lib/base/new.test.ts', value('#lib/law/rules')],
  ['law', 'lib/law/new.ts', value('#lib/platform/env')],
  ['platform', 'lib/platform/new.ts', value('#lib/kernel/due')],
  ['platform', 'lib/platform/new.ts', value('#lib/law/rules')],
  ['kernel', 'lib/kernel/new.ts', type('#lib/systems/queries')],
  ['kernel', 'lib/kernel/new.ts', type('#lib/people/queries')],
  ['kernel', 'lib/kernel/new.ts', value('#lib/testing/actors')],
  ['kernel-test', 'lib/kernel/new.test.ts', value('#lib/systems/queries')],
  ['people', 'lib/people/new.ts', value('#lib/systems/queries')],
  ['domain', 'lib/systems/new.ts', value('#lib/vendors/queries')],
  ['domain', 'lib/systems/new.ts', type('#lib/vendors/queries')],
  ['domain', 'lib/systems/new.ts', value('#lib/overview/numbers')],
  ['domain', 'lib/systems/new.ts', value('#components/ui/button')],
  ['domain', 'lib/systems/new.ts', value('#lib/registry')],
  ['domain-test', 'lib/systems/new.test.ts', value('#lib/vendors/queries')],
  ['flows', 'lib/flows/new.ts', value('#lib/overview/numbers')],
  ['flows', 'lib/flows/new.ts', value('#lib/registry')],
  ['overview', 'lib/overview/new.ts', value('#lib/flows/suspend')],
  ['jobs', 'lib/jobs/new.ts', value('#lib/vendors/queries')],
  ['registry', 'lib/registry.ts', value('#lib/systems/commands')],
  ['app', 'app/new.ts', value('#lib/testing/actors')],
  ['app', 'app/new.ts', value('../prisma/seed/demo.ts')],
  ['app', 'proxy.ts', value('./prisma/seed/demo.ts')],
  ['app-not-database', 'app/new.ts', value('#lib/platform/db')],
  ['app-not-database', 'app/new.ts', type('#lib/platform/db')],
  ['app-not-database', 'app/new.ts', type('#lib/platform/prisma/client')],
  ['components-values', 'components/ui/new.tsx', value('#lib/systems/queries')],
  ['components-values', 'components/ui/new.tsx', value('#lib/law/rules')],
  [
    'components-values',
    'components/ui/new.tsx',
    `${type('#lib/systems/queries')}\nexport * from '#lib/systems/queries'`,
  ],
  ['components-types', 'components/ui/new.tsx', type('#lib/platform/db')],
  ['components-types', 'components/ui/new.tsx', type('#lib/platform/prisma/client')],
  ['components-types', 'components/ui/new.tsx', type('../../app/systems/actions.ts')],
  ['domain-order-schema', 'lib/systems/schema.ts', value('./queries.ts'), { 'lib/systems/queries.ts': '' }],
  ['domain-order-table', 'lib/systems/table.ts', type('./policy.ts')],
  ['domain-order-policy', 'lib/systems/policy.ts', value('./due.ts')],
  ['domain-order-due', 'lib/systems/due.ts', value('./queries.ts')],
  ['domain-order-queries', 'lib/systems/list-queries.ts', value('./commands.ts')],
  ['domain-order-commands', 'lib/systems/new-commands.ts', value('./record.ts')],
  [
    'domain-order',
    'lib/systems/due.ts',
    value('./helper.ts'),
    { 'lib/systems/helper.ts': value('./queries.ts') },
  ],
  ['no-cycle', 'lib/base/one.ts', type('./two.ts'), { 'lib/base/two.ts': value('./one.ts') }],
  ['no-unresolvable', 'lib/base/new.ts', value('#lib/base/nowhere')],
  ['generated-client-types-only', 'lib/systems/new.ts', value('#lib/platform/prisma/client')],
  ['generated-client-types-only', 'lib/kernel/new.ts', value('../platform/prisma/client.ts')],
  [
    'no-import-of-tests',
    'lib/base/new.ts',
    value('./days.test.ts'),
    { 'lib/base/days.test.ts': 'export const a = 1' },
  ],
  ['no-import-of-tools', 'lib/platform/new.ts', value('../../scripts/migrate.ts')],
  ['no-import-of-tools', 'app/new.ts', value('../bench/load.ts'), { 'bench/load.ts': 'export const a = 1' }],
  ['tools-apart', 'bench/new.ts', value('../e2e/page.ts'), { 'e2e/page.ts': 'export const a = 1' }],
  ['no-dev-dependency', 'lib/base/new.ts', value('for-tests')],
  ['no-unlisted-package', 'scripts/new.ts', value('unlisted')],
  [
    'browser-reaches-server',
    'components/ui/new.tsx',
    value('#lib/kernel/command'), // command.ts uses the database, so it is not one of the kernel's pure parts
  ],
  ['browser-reaches-server', 'app/new.tsx', `// a form\n'use client'\n${value('#lib/systems/queries')}`],
  ['browser-reaches-server', 'components/ui/new.tsx', value('node:path')],
]

/** A cruise costs as much for forty planted files as for one: those that stand by themselves share one. */
const together = new Map<Planted, string>()
for (const violation of violations) {
  const [, file, , more] = violation
  if (/[/]new[.]/.test(file) && !more) together.set(violation, file.replace('new.', `new-${together.size}.`))
}

describe('boundaries', () => {
  let brokenTogether: string[] = []
  beforeAll(async () => {
    const files = [...together].map(([[, , text], file]) => [file, text] as const)
    brokenTogether = await rulesBrokenBy(Object.fromEntries(files))
  })

  test('a house that keeps to the rules has no violation', async () => {
    expect(await rulesBrokenBy({})).toEqual([])
  })

  test.each(violations.map((planted) => ({ planted, ...titled(planted) })))('$title', async (violation) => {
    const { planted, rule, file, text, more } = violation
    const shared = together.get(planted)
    const broken = shared ? brokenTogether : await rulesBrokenBy({ ...more, [file]: text })
    expect(broken).toContain(`${rule} ${shared ?? file}`)
  })
})
