import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FileStore } from '.'

/** `PUT /storage/<path>`: the SDK brings a file's bytes. Answers nothing when it worked, XML when not, as COS does. */
export async function putFile(
  storage: FileStore,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  if (!storage.admitsUpload(path, request.headers.authorization)) {
    request.resume()
    response.writeHead(403, { 'content-type': 'application/xml' })
    response.end(
      '<Error><Code>SignatureDoesNotMatch</Code><Message>The Signature you specified is invalid.</Message>' +
        '<RequestId>emulator</RequestId><TraceId>emulator</TraceId></Error>',
    )
    return
  }
  const type = request.headers['content-type']
  await storage.write(path, request, type === undefined ? {} : { type })
  response.writeHead(200, { 'content-length': 0 })
  response.end()
}

/** `GET` or `HEAD /files/<path>?sign&t`: an address from getTempFileURL. */
export async function getFile(
  storage: FileStore,
  method: string,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  const admitted = storage.admits(path, query.get('sign'), query.get('t'))
  const file = admitted ? await storage.stat(path) : undefined
  if (!file) {
    response.writeHead(admitted ? 404 : 403, { 'content-length': 0 })
    response.end()
    return
  }
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.size,
    'cache-control': 'private, max-age=600',
    // A file a resident uploaded is shown, never run as a page of this address.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  response.end(method === 'HEAD' ? undefined : await storage.read(path))
}
