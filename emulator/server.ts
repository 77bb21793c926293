import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { callFunction } from './call/invoke'
import { uploadFile } from './call/upload'
import { serveWeb } from './call/web'
import type { Cloud } from './cloud'
import { control } from './control'
import { CloudError } from './errors'
import { Gateway } from './gateway'
import { getFile, putFile } from './storage/wire'

/**
 * Starts listening on this machine only; the cloud behind it is given afterwards, since its parts need the port, and may
 * be replaced by another.
 */
export async function listen(port: number): Promise<{
  server: Server
  url: string
  port: number
  serve: (cloud: Cloud, webRoot?: string) => void
}> {
  // The SDK keeps its connections 4.8 s; the server must not be the one to let go, or a request could meet a closing door.
  const server = createServer({ keepAliveTimeout: 60_000, noDelay: true })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port: opened } = server.address() as AddressInfo
  let answer: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined
  server.on('request', (request, response) => {
    answer?.(request, response).catch((error: unknown) => answerFailure(error, response))
  })
  return {
    server,
    port: opened,
    url: `http://127.0.0.1:${opened}`,
    serve: (cloud, webRoot) => {
      const gateway = new Gateway(cloud)
      answer = (request, response) => route(cloud, gateway, webRoot, request, response)
    },
  }
}

async function route(
  cloud: Cloud,
  gateway: Gateway,
  webRoot: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/' } = request
  // A page of another site can name this port but not this host: its requests carry its own name.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) {
    response.writeHead(421).end()
    return
  }
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  const query = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1))
  if (method === 'POST' && (path === '/admin' || path === '/'))
    return gateway.handle(request, response, query.get('seqId') ?? '')
  const [, place = ''] = path.split('/', 2)
  const rest = decode(path.slice(place.length + 2))
  if (place === 'call' && method === 'POST') return callFunction(cloud, request, response, rest)
  if (place === 'upload' && method === 'POST')
    return uploadFile(cloud, request, response, query.get('path') ?? '')
  if (place === 'storage' && method === 'PUT')
    return putFile(cloud.storage, request, response, rest)
  if (place === 'files' && (method === 'GET' || method === 'HEAD'))
    return getFile(cloud.storage, method, response, rest, query)
  if (place === 'emulator') return control(cloud, request, response, rest)
  if (webRoot !== undefined && (method === 'GET' || method === 'HEAD'))
    return serveWeb(webRoot, method, decode(path), response)
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new CloudError('INVALID_PARAM', 'the address is not well encoded')
  }
}

function answerFailure(error: unknown, response: ServerResponse): void {
  const known = error instanceof CloudError
  if (!known) console.error(error)
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(known ? 400 : 500, { 'content-type': 'application/json; charset=utf-8' })
  response.end(
    JSON.stringify(
      known
        ? { code: error.code, message: error.message }
        : { code: 'SYS_ERR', message: 'system error' },
    ),
  )
}
