import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** Has no windows: the tests take a fifth less with it. It has no viewer for PDF either. */
const WINDOWLESS = '/usr/bin/chromium-headless-shell'
const SYSTEM_BROWSERS = [
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

const wholeBrowsers = () => [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM_BROWSERS]

/** The path of a browser that is here: the one asked for, the one without windows, Playwright's own, or the system's. */
export function findBrowser(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted && !existsSync(wanted))
    throw new Error(`CHROMIUM_PATH names ${wanted}, and there is no such file`)
  return [wanted, WINDOWLESS, ...wholeBrowsers()].find((path) => path && existsSync(path))
}

/** The path of a browser that shows PDF files inside a page. */
export function findBrowserWithViewer(): string | undefined {
  return wholeBrowsers().find((path) => path && existsSync(path) && !path.includes('headless'))
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

/** Both of Debian's; where there is no windowless one, the other. */
function installDebianBrowser(): string | undefined {
  console.log('No browser is here: installing Debian’s')
  aptGet('update', '-qq')
  for (const names of [['chromium', 'chromium-headless-shell'], ['chromium']]) {
    aptGet('install', '-qq', '--yes', '--no-install-recommends', ...names)
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
