import type { WeappBundle } from './bundle'
import { startHost, type Host, type HostOptions } from './host'
import { describeError } from './record'

declare global {
  interface Window {
    /** The running mini-program; absent until it has started. */
    weapp?: Host
    /** Why it could not start. */
    weappFailed?: string
    /** Set by the journey before the page loads. */
    weappOptions?: HostOptions
  }
}

/** The script of the host page: fetches the compiled package and starts it. */
async function boot(): Promise<void> {
  const response = await fetch('/bundle.json')
  const bundle = (await response.json()) as WeappBundle
  window.weapp = startHost(bundle, window.weappOptions ?? { openid: '' }, window)
}

boot().catch((thrown: unknown) => {
  window.weappFailed = describeError(thrown)
})
