import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { registry } from './registry.ts'

const app = join(import.meta.dirname, '..', 'app')
const id = '0198c0de-0000-7000-8000-000000000000'

/** Every page of the application as a pattern of the addresses it answers. */
const pages = globSync('**/page.tsx', { cwd: app }).map((file) => {
  const parts = file
    .split('/')
    .slice(0, -1)
    .filter((part) => !part.startsWith('('))
  return parts.map((part) => (part.startsWith('[') ? id : part)).join('/')
})

test.each(Object.entries(registry))(
  'a record of the register %s has a page where its links lead',
  (_, { record }) => {
    expect(pages.length).toBeGreaterThan(20)
    expect(pages).toContain(record.href(id).slice(1))
  },
)
