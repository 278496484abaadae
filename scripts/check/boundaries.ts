import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { type Finding, report } from './finding.ts'
import { configuration, DOMAIN_ORDER, namesToTheRight } from './layers.ts'

type Module = ICruiseResult['modules'][number]
type Graph = Map<string, Module>

const FOLDERS = ['app', 'components', 'lib', 'prisma', 'scripts', 'bench', 'e2e']
const DOMAIN_FILE =
  /^lib\/(?!(?:base|law|platform|kernel|flows|overview|jobs|testing)\/)([^/]+)\/([^/]+)[.]ts$/
const TEST_FILE = /[.]test[.]tsx?$/
const DIRECTIVE = (word: string) => new RegExp(`^(?:\\s|//[^\\n]*\\n|/\\*[\\s\\S]*?\\*/)*['"]use ${word}['"]`)
const [USE_CLIENT, USE_SERVER] = [DIRECTIVE('client'), DIRECTIVE('server')]

/** Everything under `root` that breaks "who may import whom". Needs the generated database client to be there. */
export async function findBoundaryViolations(
  root: string,
): Promise<{ findings: Finding[]; modules: number }> {
  const rootFiles = readdirSync(root).filter(
    (name) => /^[^.].*[.](ts|mjs)$/.test(name) && name !== 'next-env.d.ts',
  )
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)))
  const { forbidden, options } = configuration
  const { output } = await cruise(
    [...folders, ...rootFiles],
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden: forbidden ?? [] } },
    { bustTheCache: true },
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of a graph')
  const graph: Graph = new Map(output.modules.map((module) => [module.source, module]))
  const findings = [
    ...output.summary.violations.map((violation) => ({
      rule: violation.rule.name,
      file: violation.from,
      message: violation.cycle
        ? `cycle ${[violation.from, ...violation.cycle.map((step) => step.name)].join(' → ')}`
        : `→ ${violation.to} (${commentOf(violation.rule.name)})`,
    })),
    ...findDetoursInDomains(graph),
    ...findServerCodeInBrowser(graph, root),
  ]
  return { findings, modules: output.modules.filter((module) => !/node_modules/.test(module.source)).length }
}

function commentOf(rule: string): string {
  return configuration.forbidden?.find((candidate) => candidate.name === rule)?.comment ?? rule
}

function rankedName(file: string): string | undefined {
  const name = DOMAIN_FILE.exec(file)?.[2]?.split('-').at(-1)
  return DOMAIN_ORDER.flat().find((ranked) => ranked === name)
}

/** Helpers of a domain may be used by any of its files, but are no way round the order of those files. */
function findDetoursInDomains(graph: Graph): Finding[] {
  return [...graph.keys()].flatMap((file) => {
    const name = rankedName(file)
    if (!name || TEST_FILE.test(file)) return []
    const folder = file.slice(0, file.lastIndexOf('/') + 1)
    const forbidden = namesToTheRight(name)
    return pathsFrom(graph, file, {
      follow: (step) => step === file || (step.startsWith(folder) && !rankedName(step)),
    })
      .filter((path) => path.length > 2 && path.at(-1)?.startsWith(folder))
      .filter((path) => forbidden.includes(rankedName(path.at(-1) ?? '') ?? ''))
      .map((path) => ({ rule: 'domain-order', file, message: `reaches to its right by ${path.join(' → ')}` }))
  })
}

/** What a browser loads (components and 'use client' files) must not pull in server code by value imports. */
function findServerCodeInBrowser(graph: Graph, root: string): Finding[] {
  const starts = (file: string, directive: RegExp) => directive.test(readFileSync(join(root, file), 'utf8'))
  const ours = [...graph.keys()].filter(
    (file) => /^(app|components)\/.*[.]tsx?$/.test(file) && !TEST_FILE.test(file),
  )
  const roots = ours.filter((file) => file.startsWith('components/') || starts(file, USE_CLIENT))
  return roots.flatMap((file) =>
    pathsFrom(graph, file, {
      valuesOnly: true,
      follow: (step) => /^(app|components|lib)\/.*[.]tsx?$/.test(step) && !starts(step, USE_SERVER),
    })
      .filter((path) => isServerOnly(graph, path.at(-1) ?? ''))
      .map((path) => ({ rule: 'browser-reaches-server', file, message: path.join(' → ') })),
  )
}

function isServerOnly(graph: Graph, file: string): boolean {
  return file.startsWith('lib/platform/') || graph.get(file)?.coreModule === true
}

/** The shortest path to each file reachable from `start`, going on only from files that `follow` accepts. */
function pathsFrom(
  graph: Graph,
  start: string,
  options: { follow: (file: string) => boolean; valuesOnly?: boolean },
): string[][] {
  const paths = new Map([[start, [start]]])
  for (const [file, path] of paths) {
    if (!options.follow(file)) continue
    for (const { resolved, dependencyTypes } of graph.get(file)?.dependencies ?? []) {
      if (paths.has(resolved) || (options.valuesOnly && dependencyTypes.includes('type-only'))) continue
      paths.set(resolved, [...path, resolved])
    }
  }
  return [...paths.values()]
}

if (import.meta.main) {
  const { findings, modules } = await findBoundaryViolations(resolve(import.meta.dirname, '../..'))
  report('boundaries', findings, `${modules} modules`)
}
