import { build } from 'esbuild'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { readBundle } from './bundle'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

/** What the emulated cloud answers: calls, files, and what WeChat's own payment page does. */
const forwarded = /^\/(call\/|files\/|upload$|emulator\/payments$)/

export interface ServeOptions {
  /** A built package: dist/weapp. */
  folder: string
  /** Address of the emulated cloud; without it calls are answered 502. */
  cloud?: string
}

export interface HostServer {
  /** Address of the host page. */
  url: string
  close(): Promise<void>
}

/** Serves the host page with a built package in it, on a free port of this machine only. */
export async function serveHost({ folder, cloud }: ServeOptions): Promise<HostServer> {
  const pages: Record<string, [type: string, body: string]> = {
    '/': [TYPES['.html']!, readFileSync(join(__dirname, 'shell.html'), 'utf8')],
    '/shell.css': [TYPES['.css']!, readFileSync(join(__dirname, 'shell.css'), 'utf8')],
    '/shell.js': [TYPES['.js']!, await bundleShell()],
    '/bundle.json': [TYPES['.json']!, JSON.stringify(readBundle(folder))],
  }

  const server = createServer((incoming, reply) => {
    const path = decodeURIComponent(new URL(incoming.url ?? '/', 'http://host').pathname)
    const page = pages[path]
    if (page) send(reply, 200, ...page)
    else if (forwarded.test(path)) forward(incoming, reply, cloud)
    else if (path.startsWith('/package/')) sendFile(reply, folder, path.slice('/package/'.length))
    else send(reply, 404, 'text/plain', `${path} is not here`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

async function bundleShell(): Promise<string> {
  const result = await build({
    entryPoints: [join(__dirname, 'shell.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  })
  return result.outputFiles[0]!.text
}

function send(reply: ServerResponse, status: number, type: string, body: string | Buffer): void {
  // A host shows one package as long as it lives, under an address of its own: a phone loads it once.
  const cached = status === 200 ? 'max-age=3600' : 'no-store'
  reply.writeHead(status, { 'content-type': type, 'cache-control': cached }).end(body)
}

function sendFile(reply: ServerResponse, folder: string, path: string): void {
  const file = join(folder, normalize(`/${path}`))
  if (!existsSync(file)) return send(reply, 404, 'text/plain', `${path} is not in the package`)
  send(reply, 200, TYPES[extname(file)] ?? 'application/octet-stream', readFileSync(file))
}

/** Passes a call on to the cloud, body and headers as they came. */
function forward(incoming: IncomingMessage, reply: ServerResponse, cloud?: string): void {
  if (cloud === undefined) return send(reply, 502, 'text/plain', 'this host has no cloud')
  const onward = request(
    new URL(incoming.url ?? '/', cloud),
    { method: incoming.method, headers: incoming.headers },
    (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(reply)
    },
  )
  onward.on('error', (error) => send(reply, 502, 'text/plain', error.message))
  incoming.pipe(onward)
}
