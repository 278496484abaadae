import type { Finding } from './finding.ts'
import { isCode, isTest, type SourceFile } from './source.ts'

const LONGEST_FILE = 300
const LARGEST_KERNEL = 2_000
const SIZED = /[.](ts|tsx|mjs|cjs|js|jsx|mts|css)$/
const CSS_SUPPRESSION = /\/\*.*\b(biome-ignore|(stylelint|oxlint)-disable)/
const GENERATED = /^(lib\/platform\/prisma|prisma\/migrations|public\/vendor)\/|^next-env[.]d[.]ts$/

/** Folders and files that may stand at the top; anything new is a decision for docs/decisions first. */
const TOP_LEVEL = new Set([
  ...['app', 'bench', 'components', 'docs', 'e2e', 'lib', 'prisma', 'scripts', '.ci'],
  ...['README.md', 'package.json', 'package-lock.json', 'tsconfig.json', 'next.config.ts', 'proxy.ts'],
  ...[
    'instrumentation.ts',
    'instrumentation-client.ts',
    'prisma.config.ts',
    'vitest.config.ts',
    'playwright.config.ts',
  ],
  ...['.dependency-cruiser.mjs', '.oxlintrc.json', 'biome.json', 'knip.json', 'postcss.config.mjs'],
  ...['.env.example', '.gitignore', '.gitattributes', '.editorconfig', 'LICENSE'],
])

/** Files directly in lib: the registry, and nothing that belongs to one of its folders. */
const IN_LIB = /^lib\/([^/]+\/|registry([.-][^/]*)?[.]ts$)/

// Written in pieces, so that this file does not mention what it looks for.
const MACHINE_PATH = new RegExp(
  `(?<![\\w.$}/-])/(?:work|root|workspace|builds|home|Users|${'tmp/' + 'brief'})/[\\w.-]`,
)
const PACKAGE_HOST =
  /https?:\/\/[^\s/'"]*(registry|artifactory|nexus|verdaccio|npm-?mirror|npm-?proxy|pypi|goproxy)[^\s/'"]*/i

/** Limits that need no parsing: sizes, places and mentions. */
export function checkFiles(files: SourceFile[]): Finding[] {
  return [...files.flatMap(checkFile), ...checkKernelSize(files)]
}

function checkFile(file: SourceFile): Finding[] {
  const found: Finding[] = []
  const { path, text } = file
  const add = (rule: string, message: string, line?: number) =>
    found.push({ rule, file: path, line, message })

  const lines = countLines(text)
  if (SIZED.test(path) && !GENERATED.test(path) && lines > LONGEST_FILE) {
    add('file-size', `${lines} lines, at most ${LONGEST_FILE}`)
  }
  const top = path.split('/')[0] ?? path
  if (!TOP_LEVEL.has(top)) add('top-level', `${top} is not among the things that stand at the top`)
  if (path.startsWith('lib/') && !IN_LIB.test(path))
    add('top-level', 'lib holds folders and the registry only')
  if (isCode(path) && /(^|\/)index[.][a-z]+$/.test(path))
    add('barrel', 'no index files: import what you mean by its name')

  text.split('\n').forEach((content, index) => {
    if (path.endsWith('.css') && CSS_SUPPRESSION.test(content))
      add('suppression', 'mend the fault, do not hide it', index + 1)
    if (MACHINE_PATH.test(content)) add('machine-path', 'names a folder of one particular machine', index + 1)
    if (PACKAGE_HOST.test(content)) add('package-host', 'names a package host', index + 1)
  })
  if (path === 'package-lock.json' && text.includes('"resolved": "http')) {
    add('package-host', 'the lock file names a package host: npm config set omit-lockfile-registry-resolved')
  }
  return found
}

function checkKernelSize(files: SourceFile[]): Finding[] {
  const kernel = files.filter(
    (file) => file.path.startsWith('lib/kernel/') && isCode(file.path) && !isTest(file.path),
  )
  const lines = kernel.reduce((sum, file) => sum + countLines(file.text), 0)
  if (lines <= LARGEST_KERNEL) return []
  return [
    {
      rule: 'kernel-size',
      file: 'lib/kernel',
      message: `${lines} lines, at most ${LARGEST_KERNEL} without tests`,
    },
  ]
}

function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}
