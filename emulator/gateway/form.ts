import busboy from 'busboy'
import type { IncomingMessage } from 'node:http'

const fieldBytes = 8 * 1024 * 1024

/**
 * A multipart form of the SDK. Protobuf travels in a part without a file name or type, which a parser takes for text:
 * read as latin1 every byte survives, and each field is then made what it is.
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
    parser.on('close', () => resolve({ params, requestData }))
    parser.on('error', reject)
    request.pipe(parser)
  })
}
