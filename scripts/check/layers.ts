// Who may import whom. The comment of a rule is its reason and is printed with each violation.
// What a path of several steps may reach (client bundles, helpers of a domain) is in boundaries.ts.
import type { IConfiguration, IRegularForbiddenRuleType } from 'dependency-cruiser'

const TEST = '[.]test[.]tsx?$'
const DATABASE_TEST = '[.]db[.]test[.]ts$'
const NAMED_LAYERS = [
  'base',
  'law',
  'platform',
  'kernel',
  'people',
  'transfer',
  'flows',
  'overview',
  'jobs',
  'testing',
]
const DOMAIN = `^lib/(?!(?:${NAMED_LAYERS.join('|')})/)([^/]+)/`
const OURS = ['^(app|bench|components|docs|e2e|lib|prisma|scripts)/', '^[^/]+[.](ts|tsx|mjs|cjs|js|json)$']
const ROUTES = '^(app/|(proxy|instrumentation|instrumentation-client)[.]ts$)'
const GENERATED_CLIENT = '^lib/platform/prisma/'
const DATABASE = '^lib/platform/(prisma/|db[.]ts$)'
const BELOW_KERNEL = '^lib/(base|law|platform)/'

/** The files of a domain, left to right; `flow-schema.ts` ranks as a schema, any other name is a helper. */
export const DOMAIN_ORDER = [['schema'], ['table', 'policy', 'due'], ['queries'], ['commands'], ['record']]

/** Names of domain files that a file of this name may not import: all to its right, and the others of its own column. */
export function namesToTheRight(name: string): string[] {
  const column = DOMAIN_ORDER.findIndex((names) => names.includes(name))
  return DOMAIN_ORDER.slice(column)
    .flat()
    .filter((other) => other !== name)
}

const rule = (
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
) => ({ name, comment, severity: 'error', from, to }) as IRegularForbiddenRuleType

/**
 * A layer and the only places it may import from. Its pure tests may also use the test kit and the seeds; its tests on a
 * database tell stories across layers and may use anything.
 */
function layer(name: string, path: string, allowed: string[], comment: string) {
  return [
    rule(name, comment, { path, pathNot: TEST }, { path: OURS, pathNot: allowed }),
    rule(
      `${name}-test`,
      comment,
      { path: `${path}.*${TEST}`, pathNot: DATABASE_TEST },
      { path: OURS, pathNot: [...allowed, '^lib/testing/', '^prisma/seed/'] },
    ),
  ]
}

const layers = [
  ...layer('base', '^lib/base/', ['^lib/base/'], 'base is pure and imports nothing of ours'),
  ...layer('law', '^lib/law/', ['^lib/(law|base)/'], 'law is data; it may use base'),
  ...layer(
    'platform',
    '^lib/platform/',
    ['^lib/(platform|base)/'],
    'platform wraps the outside world; it may use base',
  ),
  ...layer(
    'kernel',
    '^lib/kernel/',
    ['^lib/kernel/', BELOW_KERNEL],
    'domains call the kernel, never the reverse',
  ),
  ...layer(
    'people',
    '^lib/people/',
    ['^lib/(people|kernel)/', BELOW_KERNEL],
    'people stands on the kernel alone',
  ),
  ...layer(
    'transfer',
    '^lib/transfer/',
    ['^lib/(transfer|kernel)/', BELOW_KERNEL],
    'imports and exports know a register only by what lib/kernel/record.ts says of it',
  ),
  ...layer(
    'domain',
    DOMAIN,
    ['^lib/$1/', '^lib/(people|kernel)/', BELOW_KERNEL],
    'a domain never imports another one (except people): what crosses goes to lib/flows',
  ),
  ...layer(
    'flows',
    '^lib/flows/',
    ['^lib/(?!overview/|jobs/|testing/)[^/]+/', '^lib/overview/snapshot[.]ts$'],
    'flows may use any domain; of the numbers across them they only keep the day’s',
  ),
  ...layer(
    'overview',
    '^lib/overview/',
    ['^lib/(?!flows/|jobs/|testing/)[^/]+/'],
    'overview may use any domain',
  ),
  ...layer(
    'jobs',
    '^lib/jobs/',
    ['^lib/(jobs|flows|transfer|reminders|people|kernel)/', '^lib/registry[.]ts$', BELOW_KERNEL],
    'jobs run what the registry, flows, transfer, reminders and the kernel offer, for people of the directory',
  ),
  rule(
    'registry',
    'the registry lists records: of a domain it sees record.ts only',
    { path: '^lib/registry[.]ts$' },
    { path: OURS, pathNot: ['^lib/[^/]+/(|[^/]+-)record[.]ts$', '^lib/(transfer|kernel)/', BELOW_KERNEL] },
  ),
  ...layer('app', ROUTES, [ROUTES, '^components/', '^lib/(?!testing/)'], 'routes may use lib and components'),
  rule(
    'app-not-database',
    'pages ask queries and commands; the database has no other door',
    { path: ROUTES, pathNot: TEST },
    { path: DATABASE },
  ),
  rule(
    'components-values',
    "a component may use base, the kernel's pure parts and a domain's schema and table; all else as types",
    { path: '^components/', pathNot: TEST },
    {
      path: OURS,
      pathNot: ['^components/', '^lib/(base|kernel)/', '^lib/[^/]+/(|[^/]+-)(schema|table)[.]ts$'],
      dependencyTypesNot: ['type-only'],
    },
  ),
  rule(
    'components-types',
    'a component sees neither routes, the test kit nor the database, not even as types',
    { path: '^components/', pathNot: TEST },
    { path: OURS, pathNot: ['^components/', '^lib/(?!testing/|platform/prisma/|platform/db[.]ts$)'] },
  ),
]

const insideDomains = DOMAIN_ORDER.flat().map((name) =>
  rule(
    `domain-order-${name}`,
    'inside a domain: schema ← table, policy, due ← queries ← commands ← record',
    {
      path: `^lib/([^/]+)/(?:|[^/]+-)${name}[.]ts$`,
      pathNot: '^lib/(base|law|platform|kernel|flows|overview|jobs|testing)/',
    },
    { path: `^lib/$1/(?:|[^/]+-)(?:${namesToTheRight(name).join('|')})[.]ts$` },
  ),
)

const general = [
  rule('no-cycle', 'files that need each other are one file, or hide a third', {}, { circular: true }),
  rule('no-unresolvable', 'the imported file does not exist', {}, { couldNotResolve: true }),
  rule(
    'generated-client-types-only',
    'only lib/platform makes a database client; others take its types',
    { path: '^lib/', pathNot: ['^lib/(platform|testing)/', TEST] },
    { path: GENERATED_CLIENT, dependencyTypesNot: ['type-only'] },
  ),
  rule('no-import-of-tests', 'tests are not a library', {}, { path: TEST }),
  rule(
    'no-import-of-tools',
    'scripts, bench and e2e serve nobody but each other',
    { path: '^(app|components|lib|prisma)/', pathNot: '^(lib/testing|prisma/seed)/' },
    { path: '^(bench|e2e|scripts)/' },
  ),
  rule(
    'tools-apart',
    'scripts, bench and e2e share the start of the server, not their insides',
    { path: '^(bench|e2e|scripts)/' },
    { path: '^(bench|e2e|scripts)/', pathNot: ['^$1/', '^(e2e/support|scripts/serve)/'] },
  ),
  rule(
    'no-dev-dependency',
    'what runs in production stands under "dependencies"',
    { path: [ROUTES, '^(components|lib)/'], pathNot: [TEST, '^lib/testing/'] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'no-unlisted-package',
    'a package that is used stands in package.json',
    {},
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
]

export const configuration: IConfiguration = {
  forbidden: [...layers, ...insideDomains, ...general],
  options: {
    parser: 'swc', // the tsc parser needs a compiler API that TypeScript 7 does not have
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', GENERATED_CLIENT] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
