// Answers every request with the bytes the emulator answered, without looking at it: the fastest a server could be.
import { createServer } from 'node:http'

process.once('message', ({ body, type }) => {
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
      response.end(body)
    })
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`))
})
