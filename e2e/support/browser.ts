import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** The one without windows first: the tests take a tenth less with it. */
const SYSTEM_BROWSERS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Chromium's switches for tests: no background traffic of its own, and no sandbox where root runs it. */
export const browserSwitches = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The path of a browser that is here: the one asked for, Playwright's own, or the system's. */
export function findBrowser(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted && !existsSync(wanted))
    throw new Error(`CHROMIUM_PATH names ${wanted}, and there is no such file`)
  return [wanted, chromium.executablePath(), ...SYSTEM_BROWSERS].find((path) => path && existsSync(path))
}

/** As `findBrowser`, but installs Debian's when there is none and we may; else says in one line what to do. */
export function findOrInstallBrowser(): string {
  const found = findBrowser() ?? (mayInstall() ? installDebianBrowser() : undefined)
  if (found) return found
  throw new Error(
    'No browser for the end-to-end tests: install Chromium or Chrome, or name one by CHROMIUM_PATH, or run `npx playwright install chromium`',
  )
}

function mayInstall(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release'))
    return false
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/** The smaller of Debian's two, or where that is not to be had the whole one. */
function installDebianBrowser(): string | undefined {
  console.log('No browser is here: installing one of Debian')
  aptGet('update', '-qq')
  for (const name of ['chromium-headless-shell', 'chromium']) {
    aptGet('install', '-qq', '--yes', '--no-install-recommends', name)
    const found = findBrowser()
    if (found) return found
  }
  return undefined
}

function aptGet(...options: string[]): void {
  const { status, stderr } = spawnSync('apt-get', options, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (status !== 0) console.error(`apt-get ${options.join(' ')} failed: ${stderr.trim()}`)
}

if (import.meta.main) console.log(findOrInstallBrowser())
