import type { Finding } from './finding.ts'

interface LockFile {
  packages: Record<string, { optionalDependencies?: Record<string, string> }>
}

/**
 * Optional packages that the lock file forgot. npm leaves out those of other systems when it writes the file beside an
 * existing node_modules or cannot reach them, and then `npm ci` refuses the file on every machine.
 */
export function checkLock(text: string): Finding[] {
  const { packages } = JSON.parse(text) as LockFile
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !placesOf(path, name).some((place) => packages[place]),
    ),
  )
  return [...new Set(missing)].map((name) => ({
    rule: 'lock-complete',
    file: 'package-lock.json',
    message: `${name} is missing, npm ci would refuse the file`,
  }))
}

/** Where Node looks for `name` from the package at `path`, nearest first. */
function placesOf(path: string, name: string): string[] {
  const places: string[] = []
  for (let at = path; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    places.push(`${at && `${at}/`}node_modules/${name}`)
    if (!at) return places
  }
}
