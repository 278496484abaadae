import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'

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

/** The path of a browser that is here: the one asked for, Playwright's own, or the system's. */
export function findBrowser(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted && !existsSync(wanted))
    throw new Error(`CHROMIUM_PATH names ${wanted}, and there is no such file`)
  return [wanted, chromium.executablePath(), ...SYSTEM_BROWSERS].find((path) => path && existsSync(path))
}

/** As `findBrowser`, but installs Debian's Chromium when there is none and we may; else says in one line what to do. */
export function findOrInstallBrowser(): string {
  const found = findBrowser() ?? (mayInstall() ? installDebianChromium() : undefined)
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

function installDebianChromium(): string | undefined {
  console.log('No browser is here: installing Debian’s chromium')
  for (const options of [
    ['update', '-qq'],
    ['install', '-qq', '--yes', '--no-install-recommends', 'chromium'],
  ]) {
    const { status, stderr } = spawnSync('apt-get', options, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    })
    if (status !== 0) console.error(`apt-get ${options[0]} failed: ${stderr.trim()}`)
  }
  return findBrowser()
}

if (import.meta.main) console.log(findOrInstallBrowser())
