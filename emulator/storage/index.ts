import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Clock } from '../clock'
import { CloudError } from '../errors'
import { mediaType } from '../mediaType'

/** What is kept beside a file's bytes. Without `owner` a function wrote it. */
export interface StoredFile {
  readonly path: string
  readonly type: string
  readonly size: number
  readonly owner?: string
}

export interface FileStoreOptions {
  readonly folder: string
  readonly env: string
  readonly clock: Clock
  /** Where the files are reached from outside: `http://127.0.0.1:3000`. */
  readonly url: string
}

/** Cloud storage: files under a path, reached by a `cloud://` id or by an address that is signed and ends. */
export class FileStore {
  readonly #options: FileStoreOptions
  readonly #key: Buffer

  constructor(options: FileStoreOptions) {
    this.#options = options
    mkdirSync(options.folder, { recursive: true })
    this.#key = randomBytes(32)
  }

  /** `cloud://<env>.<bucket>/<path>`. */
  fileId(path: string): string {
    return `${this.#prefix}${path}`
  }

  /** Throws STORAGE_FILE_NONEXIST for ids of elsewhere. */
  pathOf(fileId: string): string {
    if (!fileId.startsWith(this.#prefix)) throw missing()
    return fileId.slice(this.#prefix.length)
  }

  /**
   * Keeps a file; it appears whole or not at all. A phone (`owner` given) may replace only its own file.
   * Throws INVALID_PARAM for a bad path, STORAGE_EXCEED_AUTHORITY for someone else's.
   */
  async write(
    path: string,
    content: Readable | Buffer,
    { type, owner }: { type?: string; owner?: string } = {},
  ): Promise<StoredFile> {
    checkPath(path)
    const before = await this.stat(path)
    if (owner !== undefined && before && before.owner !== owner)
      throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'storage permission denied')
    const place = this.#place(path)
    const arriving = `${place}.${randomBytes(6).toString('hex')}`
    try {
      if (Buffer.isBuffer(content)) await writeFile(arriving, content)
      else await pipeline(content, createWriteStream(arriving))
      const handle = await open(arriving, 'r+')
      await handle.sync()
      const { size } = await handle.stat()
      await handle.close()
      const file: StoredFile = {
        path,
        type: type ?? mediaType(path),
        size,
        ...(owner !== undefined && { owner }),
      }
      await writeFile(`${arriving}.json`, JSON.stringify(file), { flush: true })
      await rename(arriving, place)
      await rename(`${arriving}.json`, `${place}.json`)
      return file
    } catch (error) {
      await rm(arriving, { force: true })
      await rm(`${arriving}.json`, { force: true })
      throw error
    }
  }

  /** What is kept about a file, or undefined. */
  async stat(path: string): Promise<StoredFile | undefined> {
    const place = `${this.#place(path)}.json`
    if (!existsSync(place)) return undefined
    return JSON.parse(await readFile(place, 'utf8')) as StoredFile
  }

  /** The bytes. Throws STORAGE_FILE_NONEXIST. */
  async read(path: string): Promise<Buffer> {
    if (!(await this.stat(path))) throw missing()
    return readFile(this.#place(path))
  }

  async remove(path: string): Promise<void> {
    if (!(await this.stat(path))) throw missing()
    await rm(`${this.#place(path)}.json`)
    await rm(this.#place(path), { force: true })
  }

  /** An address that works for `maxAge` seconds of the cloud's clock. The path stays as it is: the SDK encodes it. */
  address(path: string, maxAge = 7200): string {
    const until = Math.floor(this.#options.clock.now() / 1000) + maxAge
    return `${this.#options.url}/files/${path}?sign=${this.#sign(path, until)}&t=${until}`
  }

  /** Whether an address of ours, taken apart, still holds. */
  admits(path: string, sign: string | null, until: string | null): boolean {
    const end = Number(until)
    if (!sign || !until || !(end * 1000 > this.#options.clock.now())) return false
    const right = Buffer.from(this.#sign(path, end))
    const given = Buffer.from(sign)
    return right.length === given.length && timingSafeEqual(right, given)
  }

  /** Where the SDK puts the bytes of a path: address and the values it sends along. */
  uploadTicket(path: string): { url: string; token: string; authorization: string } {
    checkPath(path)
    return {
      url: `${this.#options.url}/storage/${encodeURIComponent(path)}`,
      token: 'emulator',
      authorization: this.#sign(`PUT ${path}`, 0),
    }
  }

  admitsUpload(path: string, authorization: string | undefined): boolean {
    return authorization === this.#sign(`PUT ${path}`, 0)
  }

  get #prefix(): string {
    return `cloud://${this.#options.env}.${this.#options.env}-bucket/`
  }

  #sign(path: string, until: number): string {
    return createHmac('sha256', this.#key).update(`${until} ${path}`).digest('hex').slice(0, 32)
  }

  /** Paths are names, not folders: their hash is the file name, so nothing leaves the folder or is too long. */
  #place(path: string): string {
    return join(this.#options.folder, createHash('sha256').update(path).digest('hex'))
  }
}

function checkPath(path: string): void {
  const climbs = path.split('/').some((part) => part === '.' || part === '..')
  if (
    climbs ||
    path === '' ||
    path.startsWith('/') ||
    path.includes('//') ||
    Buffer.byteLength(path) > 850
  )
    throw new CloudError('INVALID_PARAM', `invalid cloud path: ${path}`)
}

const missing = () => new CloudError('STORAGE_FILE_NONEXIST', 'storage file not exists')
