import { globSync } from 'node:fs'
import { resolve } from 'node:path'

const APP = resolve(import.meta.dirname, '../../app')

/** Every address pattern that the application answers, from its folders: '/people/[id]/edit'. */
export function routesIn(files: 'page.tsx' | 'route.ts'): string[] {
  return globSync(`**/${files}`, { cwd: APP })
    .map((path) => {
      const folders = path.split('/').slice(0, -1)
      return `/${folders.filter((folder) => !/^\(.+\)$/.test(folder)).join('/')}`
    })
    .sort()
}
