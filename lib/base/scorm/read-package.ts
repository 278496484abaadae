import { type Manifest, readManifest } from './manifest.ts'
import {
  PackageError,
  type PackageSource,
  verifyFile,
  wholeFile,
  type ZipFile,
  zipIndex,
} from './zip-index.ts'

const MANIFEST = 'imsmanifest.xml'
const MOST_MANIFEST = 5 * 1024 * 1024

/** The files of a package by their path in it. */
export type PackageFiles = ReadonlyMap<string, ZipFile>

/** A package that can be played. */
export interface ReadPackage extends Omit<Manifest, 'href'> {
  /** Path, query and fragment of what is opened first, each part of the path encoded once. */
  launch: string
}

/** The files of a package, those of a single folder around all of them without its name. */
export async function packageFiles(source: PackageSource): Promise<PackageFiles> {
  const files = await zipIndex(source)
  const manifest = files
    .filter(({ name }) => name.toLowerCase().split('/').at(-1) === MANIFEST)
    .sort((a, b) => depth(a) - depth(b))[0]
  const root = manifest ? manifest.name.slice(0, -MANIFEST.length) : ''
  // Packed with its folder: everything lies in it, one level down.
  const isWrapped = /^[^/]+\/$/.test(root) && files.every(({ name }) => name.startsWith(root))
  return new Map(files.map((file) => [isWrapped ? file.name.slice(root.length) : file.name, file]))
}

const depth = ({ name }: ZipFile) => name.split('/').length

/**
 * Looks at a package: what it is, what is opened first. Throws a PackageError in plain words for what cannot be played.
 * `whole`: unpacks every file to nowhere, to find what is damaged.
 */
export async function readPackage(source: PackageSource, whole = false): Promise<ReadPackage> {
  const files = await packageFiles(source)
  const manifest = fileAt(files, MANIFEST)
  if (!manifest) throw noManifest([...files.keys()])
  const { href, ...said } = await readManifest(await wholeFile(source, manifest, MOST_MANIFEST))
  const launch = launchOf(files, href)
  if (whole) for (const file of files.values()) await verifyFile(source, file)
  return { ...said, launch }
}

function noManifest(names: readonly string[]): PackageError {
  const has = (name: string) => names.some((one) => one.toLowerCase().endsWith(name))
  if (has('tincan.xml') || has('cmi5.xml'))
    return new PackageError(
      'This is an xAPI (Tin Can) or cmi5 package. Export it as SCORM 1.2 or SCORM 2004, and choose that file.',
    )
  if (has('.au') && has('.crs'))
    return new PackageError(
      'This is an AICC package. Export it as SCORM 1.2 or SCORM 2004, and choose that file.',
    )
  if (has(`/${MANIFEST}`))
    return new PackageError(
      'The list of contents of this package (imsmanifest.xml) lies in a folder, with other files beside it. Pack the files of that folder alone, and choose that zip.',
    )
  return new PackageError(
    'This zip is no SCORM package: it has no imsmanifest.xml. Export the course as SCORM 1.2 or SCORM 2004, and choose that file as it is, without unpacking it.',
  )
}

/** A file by its path; where none is written exactly so, one that differs only in capitals, as on Windows. */
export function fileAt(files: PackageFiles, path: string): ZipFile | null {
  const exact = files.get(path)
  if (exact) return exact
  const wanted = path.toLowerCase()
  const alike = [...files].filter(([name]) => name.toLowerCase() === wanted)
  return alike.length === 1 ? (alike[0]?.[1] ?? null) : null
}

function launchOf(files: PackageFiles, href: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(href.trim()) ?? []
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href))
    throw new PackageError(
      'This package opens a page on the internet, which is not played here. Export it with all its files inside.',
    )
  for (const name of [path, decoded(path)]) {
    const clean = normal(name)
    if (clean !== null && fileAt(files, clean))
      return (
        clean.split('/').map(encodeURIComponent).join('/') + rest.replaceAll(/[^!-~]+/g, encodeURIComponent)
      )
  }
  throw new PackageError(
    `The page that this package opens first (“${href.slice(0, 80)}”) is not in it. Export the package again, and choose that file.`,
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A path without `.` and `..`; null when it leads out or nowhere. */
function normal(path: string): string | null {
  const parts: string[] = []
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..' && parts.pop() === undefined) return null
    if (part !== '' && part !== '.' && part !== '..') parts.push(part)
  }
  return parts.length > 0 ? parts.join('/') : null
}
