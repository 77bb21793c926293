import busboy from 'busboy'
import type { IncomingMessage } from 'node:http'

const fieldBytes = 8 * 1024 * 1024

/**
 * A multipart form of the SDK. `requestData` travels in a part of type application/octet-stream, which a parser takes
 * for a file; a client that names no type sends it as text, of which every byte survives when it is read as latin1.
 */
export function readForm(
  request: IncomingMessage,
): Promise<{ params: Record<string, string>; requestData: Buffer }> {
  return new Promise((resolve, reject) => {
    const params: Record<string, string> = {}
    let requestData: Buffer = Buffer.alloc(0)
    const parser = busboy({
      headers: request.headers,
      defCharset: 'latin1',
      limits: { fieldSize: fieldBytes },
    })
    parser.on('field', (name, value) => {
      const bytes = Buffer.from(value, 'latin1')
      if (name === 'requestData') requestData = bytes
      else params[name] = bytes.toString('utf8')
    })
    parser.on('file', (name, file) => {
      const chunks: Buffer[] = []
      file.on('data', (chunk: Buffer) => chunks.push(chunk))
      file.on('end', () => {
        if (name === 'requestData') requestData = Buffer.concat(chunks)
      })
    })
    parser.on('close', () => resolve({ params, requestData }))
    parser.on('error', reject)
    request.pipe(parser)
  })
}
