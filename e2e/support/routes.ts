import { globSync } from 'node:fs'
import { resolve } from 'node:path'

const APP = resolve(import.meta.dirname, '../../app')

const foldersOf = (files: string) =>
  globSync(`**/${files}`, { cwd: APP }).map((path) => path.split(/[/\\]/).slice(0, -1))
const isGroup = (folder: string) => /^\(.+\)$/.test(folder)
const patternOf = (folders: readonly string[]) => `/${folders.filter((folder) => !isGroup(folder)).join('/')}`

/** Every address pattern that the application answers, from its folders: '/people/[id]/edit'. */
export function routesIn(files: 'page.tsx' | 'route.ts'): string[] {
  return foldersOf(files).map(patternOf).sort()
}

/**
 * The header by which Next's router asks for a page alone, without the layouts around it, as when it has those already.
 * Null for what is no page. What layouts check is not checked then.
 */
export function askForPageAlone(pattern: string, address: string): string | null {
  const folders = foldersOf('page.tsx').find((path) => patternOf(path) === pattern)
  if (!folders) return null
  const { pathname, searchParams } = new URL(address, 'http://here')
  const parts = pathname.split('/').slice(1)
  const query = searchParams.size > 0 ? `?${JSON.stringify(Object.fromEntries(searchParams))}` : ''
  const segments = folders.map((folder) => {
    if (isGroup(folder)) return folder
    const part = parts.shift() ?? ''
    const name = /^\[(.+)\]$/.exec(folder)?.[1]
    return name ? [name, part, 'd', null] : folder
  })
  const page: unknown = [`__PAGE__${query}`, {}, null, 'refetch']
  const tree = segments.reduceRight((inside, segment) => [segment, { children: inside }], page)
  return encodeURIComponent(JSON.stringify(['', { children: tree }]))
}
