import type { WeappBundle } from './bundle'
import { startHost, type Host, type HostOptions } from './host'
import { describeError } from './record'

declare global {
  interface Window {
    /** The running mini-program; absent until it has started. */
    weapp?: Host
    /** Why it could not start. */
    weappFailed?: string
  }
}

/** The script of the host page: fetches the compiled package and starts it as `?options=` says (JSON of HostOptions). */
async function boot(): Promise<void> {
  const response = await fetch('/bundle.json')
  const bundle = (await response.json()) as WeappBundle
  const asked = new URLSearchParams(location.search).get('options')
  const options = JSON.parse(asked ?? '{"openid":""}') as HostOptions
  window.weapp = startHost(bundle, options, window)
}

boot().catch((thrown: unknown) => {
  window.weappFailed = describeError(thrown)
})
