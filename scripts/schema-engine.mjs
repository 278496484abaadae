#!/usr/bin/env node
// Stands in for Prisma's schema engine binary, which the Prisma CLI would fetch from outside the package registry: the
// same engine, from @prisma/schema-engine-wasm, on the driver adapter that the application uses. The CLI finds it by
// PRISMA_SCHEMA_ENGINE_BINARY, starts it with `--datamodels FILE… --datasource JSON`, and talks JSON-RPC, one line each.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { parse } from 'pg-connection-string'

// Type numbers in PostgreSQL's catalogue.
const CATALOG_CHAR = 18
const TEXT = 25
const JSON_RPC_FAILURE = 4466

/** Columns of catalogue type "char" per result: the adapter does not know the type, the engine insists on Character. */
const characterColumns = new WeakMap()

function noteCharacterColumns(result) {
  const columns = []
  for (const [index, field] of (result?.fields ?? []).entries()) {
    if (field.dataTypeID !== CATALOG_CHAR) continue
    field.dataTypeID = TEXT
    columns.push(index)
  }
  if (columns.length > 0) characterColumns.set(result.rows, columns)
  return result
}

class CatalogClient extends pg.Client {
  query(...input) {
    const callback = input.at(-1)
    if (typeof callback === 'function') {
      return super.query(...input.slice(0, -1), (error, result) =>
        callback(error, noteCharacterColumns(result)),
      )
    }
    const answer = super.query(...input)
    return typeof answer?.then === 'function' ? answer.then(noteCharacterColumns) : answer
  }
}

async function connectCatalog(connection) {
  const adapter = await new PrismaPg(connection).connect()
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of characterColumns.get(result.rows) ?? []) {
      result.columnTypes[index] = ColumnTypeEnum.Character
    }
    return result
  }
  // The adapter would cut the script at every semicolon, also those in comments and function bodies.
  adapter.executeScript = async (script) => {
    await adapter.client.query(script).catch((error) => adapter.onError(error))
  }
  return adapter
}

/** Connects to a database made for one comparison, and drops it only once nobody is connected to it any more. */
async function connectShadow(connection) {
  const database = `prisma_shadow_${randomUUID()}`
  const admin = await connectCatalog(connection)
  await admin.executeScript(`CREATE DATABASE "${database}"`)
  const shadow = await connectCatalog({ ...connection, database })
  const dispose = shadow.dispose.bind(shadow)
  shadow.dispose = async () => {
    await dispose()
    await admin.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`)
    await admin.dispose()
  }
  return shadow
}

function adapterFactory(connection) {
  const { provider, adapterName } = new PrismaPg(connection)
  return {
    provider,
    adapterName,
    connect: () => connectCatalog(connection),
    connectToShadowDb: () => connectShadow(connection),
  }
}

async function startEngine(datamodels, connection) {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) }
  const SchemaEngine = await loadSchemaEngine()
  const input = { datamodels: datamodels.length > 0 ? datamodels : undefined }
  const factory = bindMigrationAwareSqlAdapterFactory(adapterFactory(connection))
  return SchemaEngine.new(input, () => undefined, factory)
}

async function loadSchemaEngine() {
  // The package exports an entry for bundlers only; the two files that it joins lie beside it.
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const glue = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href)
  const program = readFileSync(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(program, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

function readArguments(words) {
  const read = { datamodels: [], url: '', onlyConnect: false }
  for (let index = 0; index < words.length; index++) {
    if (words[index] === '--datamodels')
      read.datamodels.push([words[++index], readFileSync(words[index], 'utf8')])
    if (words[index] === '--datasource') read.url = JSON.parse(words[++index]).url ?? ''
    if (words[index] === 'can-connect-to-database') read.onlyConnect = true
  }
  return read
}

/** The binary prints by asking the CLI to print; the WebAssembly build puts the text into the result instead. */
function send(message) {
  const text = message.result?.stdout
  if (text) {
    message.result.stdout = null
    send({ id: randomUUID(), method: 'print', params: { content: text } })
  }
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

async function answer(engine, { id, method, params }) {
  try {
    const result = await (await engine())[method === 'getDatabaseVersion' ? 'version' : method](params)
    send({ id, result: result ?? {} })
  } catch (error) {
    const data = {
      is_panic: false,
      message: String(error?.message ?? error),
      meta: error?.meta,
      error_code: error?.code,
    }
    send({ id, error: { code: JSON_RPC_FAILURE, message: 'schema engine error', data } })
  }
}

async function main() {
  const { datamodels, url, onlyConnect } = readArguments(process.argv.slice(2))
  const connection = { ...parse(url), Client: CatalogClient }
  if (onlyConnect) {
    const client = new pg.Client(connection)
    await client.connect()
    await client.end()
    return
  }
  let started
  // On the first request, not before: a failure to connect is then an answer, which the CLI shows.
  const engine = () => {
    started ??= startEngine(datamodels, connection)
    return started
  }
  for await (const line of createInterface({ input: process.stdin })) {
    const message = JSON.parse(line)
    if (message.method) await answer(engine, message)
  }
}

await main()
process.exit(0)
