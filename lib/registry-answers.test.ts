import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import '#lib/base/form-data'

const libraryEnglish = /invalid|expected|received|unrecognized|too (?:small|big)|NaN|undefined|>=|<=/i

/** Every input that a schema file of a domain exports, by name. */
async function inputs(): Promise<[string, z.ZodType][]> {
  const files = globSync('*/*schema.ts', { cwd: import.meta.dirname })
  const found = await Promise.all(
    files.map(async (file) => {
      const exported = z.looseObject({}).parse(await import(join(import.meta.dirname, file)))
      return Object.entries(exported).flatMap(([name, schema]): [string, z.ZodType][] =>
        schema instanceof z.ZodType ? [[`${file} ${name}`, schema]] : [],
      )
    }),
  )
  return found.flat()
}

const keysOf = (schema: z.ZodType): string[] => {
  const missing = schema.safeParse({}).error?.issues ?? []
  return missing.map(({ path }) => String(path[0] ?? ''))
}

describe('what a form is told', () => {
  it('never is the schema library’s own English, whatever was left out, emptied, or of the wrong kind', async () => {
    const all = await inputs()
    expect(all.length).toBeGreaterThan(20)
    for (const [name, schema] of all) {
      const filled = (value: unknown) => Object.fromEntries(keysOf(schema).map((key) => [key, value]))
      for (const input of [
        {},
        filled(''),
        filled('x'),
        filled([]),
        filled({}),
        filled('x'.repeat(9000)),
        { zz: 1 },
      ])
        for (const { message, path } of schema.safeParse(input).error?.issues ?? [])
          expect(message, `${name} ${path.join('.')}`).not.toMatch(libraryEnglish)
    }
  })

  it('keeps the words that a schema chose itself', () => {
    const schema = z.object({
      role: z.string('Choose a role.'),
      where: z.enum(['a', 'b']),
      name: z.string().min(2),
    })
    const said = schema.safeParse({ name: 'x' }).error?.issues.map(({ message }) => message)
    expect(said).toEqual(['Choose a role.', 'Fill this in.', 'At least 2 characters.'])
  })
})
