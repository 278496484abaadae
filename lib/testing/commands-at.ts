import { glob, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from '#lib/kernel/command'
import { evidence, importedRegistry, registry } from '#lib/registry'

const LIB = resolve(import.meta.dirname, '..')
/** Files that are no library: they start something when they are loaded, or belong to the tests. */
const LEFT_OUT =
  /[.]test[.]ts$|^testing\/|^platform\/prisma\/|^platform\/pdf\/child[.]ts$|^jobs\/worker[.]ts$/

function isCommand(value: unknown): value is Command<unknown> {
  return typeof value === 'function' && 'commandName' in value && typeof value.commandName === 'string'
}

/** Paths below lib of every file that could hold a command. */
async function libraryFiles(): Promise<string[]> {
  const found: string[] = []
  for await (const path of glob('**/*.ts', { cwd: LIB })) if (!LEFT_OUT.test(path)) found.push(path)
  return found.sort()
}

/** Every command that a file of lib exports, by name. */
async function exportedCommands(): Promise<Map<string, Command<unknown>>> {
  const commands = new Map<string, Command<unknown>>()
  for (const path of await libraryFiles()) {
    const loaded: unknown = await import(join(LIB, path))
    for (const value of Object.values(loaded as Record<string, unknown>))
      if (isCommand(value)) commands.set(value.commandName, value)
  }
  return commands
}

/** Every command there is, by name: those that files export, and those that are made for each register. */
export async function allCommands(): Promise<Map<string, Command<unknown>>> {
  const commands = await exportedCommands()
  const made: Command<unknown>[] = Object.values({ ...evidence.commands })
  for (const { export: out, record } of Object.values(registry)) made.push(out.command, ...record.commands)
  for (const { apply, ...rest } of Object.values(importedRegistry).map(({ imports }) => imports))
    made.push(
      ...Object.values(rest),
      apply(() => Promise.resolve()),
    )
  for (const command of made) commands.set(command.commandName, command)
  return commands
}

/** The names that the source gives to commands, exported or not; '${…}' stands where code fills one in. */
export async function commandNamesInSource(): Promise<string[]> {
  const names: string[] = []
  for (const path of await libraryFiles()) {
    const source = await readFile(join(LIB, path), 'utf8')
    for (const [, , name] of source.matchAll(/\bdefineCommand\(\{\s*name: (['`])(.+?)\1/g))
      names.push(name ?? '')
    const defined = [...source.matchAll(/\bdefineCommand\(\{/g)].length
    const named = [...source.matchAll(/\bdefineCommand\(\{\s*name: (['`])/g)].length
    if (defined !== named) throw new Error(`${path} defines a command whose name does not come first`)
  }
  return names
}
