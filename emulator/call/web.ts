import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { mediaType } from '../mediaType'

/** The browser app: its files, and its index.html for every path that is not a file, since the app routes itself. */
export async function serveWeb(
  root: string,
  method: string,
  path: string,
  response: ServerResponse,
): Promise<void> {
  // An absolute path has nothing above it: `..` cannot lead out of the folder.
  const file = join(root, extname(path) === '' ? 'index.html' : normalize(`/${path}`))
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) return notFound(response)
  response.writeHead(200, {
    'content-type': mediaType(file),
    'content-length': found.size,
    // A name with a content hash never changes; the rest is asked for again.
    'cache-control': /\.[0-9a-f]{8,}\./.test(file)
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
  })
  if (method === 'HEAD') response.end()
  else await pipeline(createReadStream(file), response)
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
  response.end('not found')
}
