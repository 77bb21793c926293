import type { ApiContext, Apis } from './api'

type Listener = (value?: unknown) => void

/** Things that a phone tells and that never happen in this host. */
const QUIET = [
  'AudioInterruptionBegin',
  'AudioInterruptionEnd',
  'KeyboardHeightChange',
  'MemoryWarning',
  'NeedPrivacyAuthorization',
  'PageNotFound',
  'ThemeChange',
  'UserCaptureScreen',
  'WindowResize',
]

/** The app's own moments: it goes behind another one and comes back, or something in it fails. */
export function lifecycleApis({ window, launch }: ApiContext): Apis {
  const shown = new Set<Listener>()
  const hidden = new Set<Listener>()
  const failed = new Set<Listener>()
  const rejected = new Set<Listener>()
  const tell = (listeners: Set<Listener>, value?: unknown) =>
    listeners.forEach((listener) => listener(value))

  window.document.addEventListener('visibilitychange', () =>
    window.document.hidden ? tell(hidden) : tell(shown, launch),
  )
  window.addEventListener('error', (event) => tell(failed, event.message))
  window.addEventListener('unhandledrejection', ({ reason, promise }) =>
    tell(rejected, { reason: reason as unknown, promise }),
  )

  return {
    ...pair('AppShow', shown),
    ...pair('AppHide', hidden),
    ...pair('Error', failed),
    ...pair('UnhandledRejection', rejected),
    ...Object.assign({}, ...QUIET.map((name) => pair(name, new Set()))),
  }
}

/** `on<Name>` and `off<Name>`. */
function pair(name: string, listeners: Set<Listener>): Apis {
  return {
    [`on${name}`]: (listener: Listener) => void listeners.add(listener),
    [`off${name}`]: (listener?: Listener) =>
      void (listener ? listeners.delete(listener) : listeners.clear()),
  }
}
