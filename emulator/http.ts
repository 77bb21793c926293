import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from './errors'

/** The whole body; throws INVALID_PARAM past `most` bytes. */
export function readBody(request: IncomingMessage, most = Infinity): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= most) chunks.push(chunk)
    })
    request.on('end', () => {
      if (size > most) reject(new CloudError('INVALID_PARAM', `body exceeds ${most} bytes`))
      else resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
    })
    request.on('error', reject)
  })
}

/** Answers JSON that is already text. */
export function sendText(
  response: ServerResponse,
  status: number,
  json: string,
  headers?: Record<string, string>,
): void {
  response.writeHead(status, {
    // The SDK tells errors of wx.openApi from binary answers by exactly this value.
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(json),
    ...headers,
  })
  response.end(json)
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendText(response, status, JSON.stringify(value))
}
