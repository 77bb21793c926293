import { asyncApi, Refused, type ApiContext, type Apis, type Callbacks } from './api'

interface RequestOptions extends Callbacks {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  dataType?: string
}

export function requestApis({ window }: ApiContext): Apis {
  return {
    downloadFile: asyncApi<{ url: string }>('downloadFile', async ({ url }) => {
      // WeChat fetches outside of the page: what a page of another origin may read is no matter to it. The host stands
      // before its cloud.
      const { pathname, search } = new URL(url)
      const response = await window.fetch(pathname + search).catch((error: Error) => {
        throw new Refused(error.message)
      })
      const tempFilePath = URL.createObjectURL(await response.blob())
      return { statusCode: response.status, tempFilePath }
    }),
    request(options: RequestOptions) {
      const stop = new AbortController()
      const sent = asyncApi<RequestOptions>('request', async (asked) => {
        if (!/^https?:\/\//.test(asked.url)) throw new Refused(`invalid url "${asked.url}"`)
        const method = (asked.method ?? 'GET').toUpperCase()
        const response = await window
          .fetch(method === 'GET' ? withQuery(asked.url, asked.data) : asked.url, {
            method,
            headers: { 'content-type': 'application/json', ...asked.header },
            body: method === 'GET' || asked.data === undefined ? undefined : bodyOf(asked.data),
            signal: stop.signal,
          })
          .catch((error: Error) => {
            throw new Refused(stop.signal.aborted ? 'abort' : error.message)
          })
        const text = await response.text()
        return {
          statusCode: response.status,
          data: (asked.dataType ?? 'json') === 'json' ? parseJson(text) : text,
          header: Object.fromEntries(response.headers.entries()),
          cookies: [],
        }
      })({ ...options, complete: options.complete ?? (() => undefined) })
      void sent
      return { abort: () => stop.abort() }
    },
  }
}

function withQuery(url: string, data: unknown): string {
  if (typeof data !== 'object' || data === null) return url
  const query = new URLSearchParams(
    Object.entries(data).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString()
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
}

function bodyOf(data: unknown): string {
  return typeof data === 'string' ? data : JSON.stringify(data)
}

/** WeChat leaves text that is not JSON as it is. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
