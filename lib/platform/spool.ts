import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const AES_BLOCK = 16

/**
 * A file on its way in: on disk, so that memory does not grow with it, under a key that only this object knows and without
 * a name, so that a crash leaves nothing that could be read. Close it in any case.
 */
export class Spool {
  readonly #file: FileHandle
  readonly #path: string
  readonly #key = randomBytes(32)
  readonly #nonce = Buffer.concat([randomBytes(8), Buffer.alloc(8)])
  readonly #cipher = createCipheriv('aes-256-ctr', this.#key, this.#nonce)
  readonly #hash = createHash('sha256')
  #size = 0
  #sha256 = ''
  #unlinked: boolean

  private constructor(file: FileHandle, path: string, unlinked: boolean) {
    this.#file = file
    this.#path = path
    this.#unlinked = unlinked
  }

  static async create(): Promise<Spool> {
    const path = join(tmpdir(), `plumbline-${randomBytes(12).toString('hex')}`)
    const file = await open(path, 'wx+', 0o600)
    // Where an open file cannot lose its name (Windows), closing takes it away.
    const unlinked = await unlink(path).then(
      () => true,
      () => false,
    )
    return new Spool(file, path, unlinked)
  }

  get size(): number {
    return this.#size
  }

  /** Of everything appended, in hex; settles with the first call, after which nothing may be appended. */
  get sha256(): string {
    this.#sha256 ||= this.#hash.digest('hex')
    return this.#sha256
  }

  async append(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes)
    const at = this.#size
    this.#size += bytes.length
    const { bytesWritten } = await this.#file.write(this.#cipher.update(bytes), 0, bytes.length, at)
    if (bytesWritten !== bytes.length) throw new Error('the temporary folder took only a part of a file')
  }

  /** Up to `length` bytes from `offset` on; fewer at the end. */
  async read(offset: number, length: number): Promise<Buffer> {
    const from = Math.max(0, Math.min(offset, this.#size))
    const wanted = Math.max(0, Math.min(length, this.#size - from))
    const skipped = from % AES_BLOCK
    const sealed = Buffer.alloc(wanted + skipped)
    await this.#file.read(sealed, 0, sealed.length, from - skipped)
    const counter = Buffer.from(this.#nonce)
    counter.writeBigUInt64BE(BigInt((from - skipped) / AES_BLOCK), 8)
    return createDecipheriv('aes-256-ctr', this.#key, counter).update(sealed).subarray(skipped)
  }

  /** All of it in pieces of this many bytes, the last one shorter. */
  async *pieces(bytes: number): AsyncGenerator<Buffer> {
    for (let at = 0; at < this.#size; at += bytes) yield this.read(at, bytes)
  }

  async close(): Promise<void> {
    await this.#file.close().catch(() => undefined)
    if (!this.#unlinked) await unlink(this.#path).catch(() => undefined)
    this.#unlinked = true
  }
}
