import { decodeText } from '../spreadsheet/decode-text.ts'
import { attribute, scanXml } from '../spreadsheet/scan-xml.ts'
import { SheetError } from '../spreadsheet/sheet-table.ts'
import { PackageError } from './zip-index.ts'

export const scormVersions = ['1.2', '2004'] as const
export type ScormVersion = (typeof scormVersions)[number]

/** What the manifest of a package says of the one thing that it teaches. */
export interface Manifest {
  version: ScormVersion
  title: string
  /** As it is written there: may hold percent signs, a query and a fragment. */
  href: string
  /** Points out of a hundred from which the package itself calls it passed; null when it does not say. */
  mastery: number | null
}

interface Item {
  title: string
  resource: string
  parameters: string
  mastery: number | null
}

interface Resource {
  href: string
  isSco: boolean
}

interface Found {
  schemaVersion: string
  namespaces: string
  defaultOrganization: string
  organizations: Map<string, { title: string; items: Item[] }>
  resources: Map<string, Resource>
}

const PREFIX = '(?:[\\w.-]+:)?'
const read = {
  base: attribute('xml:base'),
  default: attribute('default'),
  href: attribute('href'),
  identifier: attribute('identifier'),
  parameters: attribute('parameters'),
  ref: attribute('identifierref'),
  type: attribute(`${PREFIX}scorm[tT]ype`),
}

/** What the manifest says. Throws a PackageError in plain words for what cannot be played. */
export async function readManifest(bytes: Uint8Array): Promise<Manifest> {
  const text = decodeText(bytes)?.text
  if (!text) throw unreadable()
  try {
    return judged(await scan(text))
  } catch (error) {
    // The reader of XML speaks of workbooks.
    throw error instanceof SheetError ? unreadable() : error
  }
}

const unreadable = () =>
  new PackageError(
    'The list of contents of this package (imsmanifest.xml) cannot be read. Export the package again, and choose that file.',
  )

async function scan(text: string): Promise<Found> {
  const found: Found = {
    ...{ schemaVersion: '', namespaces: '', defaultOrganization: '' },
    ...{ organizations: new Map(), resources: new Map() },
  }
  const path: string[] = []
  const bases: string[] = []
  let organization: { title: string; items: Item[] } | null = null
  /** The items that are open, innermost last. */
  const items: Item[] = []
  let words = ''
  await scanXml(one(text.replace(/^\ufeff/, '')), {
    open: (name, tag) => {
      path.push(name)
      bases.push((bases.at(-1) ?? '') + (read.base(tag) ?? ''))
      words = ''
      if (name === 'manifest') found.namespaces ||= tag
      else if (name === 'organizations') found.defaultOrganization = read.default(tag) ?? ''
      else if (name === 'organization') {
        organization = { title: '', items: [] }
        found.organizations.set(read.identifier(tag) ?? '', organization)
      } else if (name === 'item') {
        const resource = read.ref(tag) ?? ''
        const item = { title: '', resource, parameters: read.parameters(tag) ?? '', mastery: null }
        items.push(item)
        if (resource !== '') organization?.items.push(item)
      } else if (name === 'resource') {
        const href = (bases.at(-1) ?? '') + (read.href(tag) ?? '')
        const isSco = read.type(tag)?.toLowerCase() === 'sco'
        found.resources.set(read.identifier(tag) ?? '', {
          href: read.href(tag) === undefined ? '' : href,
          isSco,
        })
      }
    },
    text: (more) => {
      words += more
    },
    close: (name) => {
      const said = words.replaceAll(/\s+/g, ' ').trim()
      const item = items.at(-1)
      const parent = path.at(-2)
      if (name === 'schemaversion' && parent === 'metadata') found.schemaVersion ||= said
      if (name === 'title' && parent === 'item' && item) item.title ||= said
      if (name === 'title' && parent === 'organization' && organization) organization.title ||= said
      if (name === 'masteryscore' && item) item.mastery = percentOf(said, 1)
      if (name === 'minNormalizedMeasure' && item) item.mastery ??= percentOf(said, 100)
      if (name === 'item') items.pop()
      if (name === 'organization') organization = null
      path.pop()
      bases.pop()
      words = ''
    },
  })
  return found
}

async function* one(text: string): AsyncGenerator<string> {
  yield text
}

function percentOf(text: string, times: number): number | null {
  if (!/^\d{1,3}(?:\.\d+)?$/.test(text)) return null
  const percent = Math.round(Number(text) * times * 100) / 100
  return percent <= 100 ? percent : null
}

function judged(found: Found): Manifest {
  const version = versionOf(found)
  const organization =
    found.organizations.get(found.defaultOrganization) ?? [...found.organizations.values()][0]
  const taught = (organization?.items ?? []).flatMap((item) => {
    const resource = found.resources.get(item.resource)
    return resource?.isSco ? [{ item, resource }] : []
  })
  const bare = [...found.resources.values()].filter(({ isSco }) => isSco)
  const [first] = taught
  const count = taught.length > 0 ? taught.length : bare.length
  if (count > 1)
    throw new PackageError(
      `This package has ${count} parts that report on their own (SCOs). Only packages with one are played here: export it as one, or make a course of each part.`,
    )
  const resource = first?.resource ?? bare[0]
  if (!resource)
    throw new PackageError(
      'This package has no part that says when somebody has finished it (a SCO), so nothing could be signed. Export it with tracking of completion, and choose that file.',
    )
  return {
    version,
    title: (organization?.title || first?.item.title || 'Training package').slice(0, 200),
    href: withParameters(resource.href, first?.item.parameters ?? ''),
    mastery: first?.item.mastery ?? null,
  }
}

function versionOf({ schemaVersion, namespaces }: Found): ScormVersion {
  if (/^1\.2\b/.test(schemaVersion)) return '1.2'
  if (/2004|^CAM\s*1\.3|^1\.3/i.test(schemaVersion)) return '2004'
  if (/adlcp_(?:rootv1p2|v1p2)/i.test(namespaces)) return '1.2'
  if (/adlcp_v1p3/i.test(namespaces)) return '2004'
  throw new PackageError(
    'This package is neither SCORM 1.2 nor SCORM 2004. Export it as one of them, and choose that file.',
  )
}

/** As the content aggregation model of SCORM 2004 says: a query is added to the one that is there. */
function withParameters(href: string, parameters: string): string {
  const more = parameters.replace(/^[?&]+/, '')
  if (more === '') return href
  if (more.startsWith('#')) return href.includes('#') ? href : href + more
  const [path = '', fragment] = href.split('#', 2)
  return `${path}${path.includes('?') ? '&' : '?'}${more}${fragment === undefined ? '' : `#${fragment}`}`
}
