import { defaultAnswers, type Answers } from './answers'
import type { AppConfig, WindowConfig } from './app-config'
import { createBars, type Bars } from './bars'
import type { WeappBundle } from './bundle'
import type { ControlContext } from './controls/control'
import { createDialogs } from './dialogs'
import { createEvents, listenForGestures } from './events'
import type { Definition } from './instance'
import { measurePage, type PageSize } from './measure'
import { createModuleLoader, type ModuleLoader } from './module-loader'
import { drawnElement, stateOf } from './nodes'
import { createPageStack, parseUrl } from './page-stack'
import { createRecord, describeError, type HostRecord } from './record'
import { createRenderer } from './render'
import { createStyles } from './styles'
import { createWx } from './wx'
import type { LaunchOptions } from './wx/api'

/** How a journey opens the mini-program. */
export interface HostOptions {
  openid: string
  /** `/pages/x/index?a=1`; without it the first page of app.json. */
  url?: string
  /** WeChat's number for how it was opened; 1001 when not said. */
  scene?: number
  answers?: Partial<Answers>
}

/** The running mini-program, as tests see it on `window.weapp`. */
export interface Host {
  record: HostRecord
  answers: Answers
  /** The path of the page on top. */
  path(): string
  back(): void
  measure(): PageSize
}

/** Starts a compiled package in this window. Throws when it cannot start at all; later failures are recorded. */
export function startHost(
  bundle: WeappBundle,
  options: HostOptions,
  window: Window & typeof globalThis,
): Host {
  const { document } = window
  const app = bundle.configs['app.json'] as AppConfig
  const record = createRecord()
  const answers = { ...defaultAnswers(), ...options.answers }
  const dialogs = createDialogs(document)
  const events = createEvents(record)
  const controls: ControlContext = {
    document,
    events,
    answers,
    dialogs,
    record,
    share: () => stack.call('onShareAppMessage', { from: 'button' }),
  }
  const styles = createStyles(bundle.styles, window)
  const place = (id: string) => document.getElementById(id)!
  const area = place('stack')

  const definitions = new Map<string, Definition>()
  const configOf = (path: string) => (bundle.configs[`${path}.json`] ?? {}) as WindowConfig

  function componentsOf(path: string): Record<string, string> {
    return { ...app.usingComponents, ...configOf(path).usingComponents }
  }

  /** The definition a script registers; a page's components are loaded before it. */
  function definitionOf(path: string): Definition {
    if (!definitions.has(path)) loader.require(path)
    const definition = definitions.get(path)
    if (!definition) throw new Error(`${path}.js does not call Page() or Component()`)
    return definition
  }

  const renderer = createRenderer({
    document,
    templates: bundle.templates,
    record,
    controls,
    definitionOf,
    componentsOf,
  })
  const stack = createPageStack({
    document,
    app,
    area,
    record,
    styles,
    renderer,
    bars: (): Bars => bars,
    windowOf: configOf,
    definitionOf,
  })
  const url = options.url ?? `/${app.pages[0]}`
  const launch: LaunchOptions = { ...parseUrl(url), scene: options.scene ?? 1001 }
  const wx = createWx({
    window,
    record,
    answers,
    dialogs,
    stack,
    launch,
    openid: options.openid,
  })
  const bars = createBars({
    document,
    app,
    navigation: place('navigation'),
    tabs: place('tabs'),
    back: () => stack.back(1),
    switchTo: (tab, index) => {
      stack.switchTab(`/${tab.pagePath}`)
      stack.call('onTabItemTap', { index, pagePath: tab.pagePath, text: tab.text })
    },
  })

  let application: Definition | undefined
  const register = (definition: Definition) => {
    definitions.set(loader.running(), definition)
  }
  const loader: ModuleLoader = createModuleLoader(
    bundle.scripts,
    {
      wx,
      App: (definition: Definition) => {
        application = { ...definition }
      },
      Page: register,
      Component: register,
      Behavior: (definition: unknown) => definition,
      getApp: () => application,
      getCurrentPages: () => stack.pages().map((page) => page.live.logic),
    },
    window,
  )

  window.addEventListener('error', (event) => record.errors.push(describeError(event.error)))
  window.addEventListener('unhandledrejection', (event) =>
    record.errors.push(`unhandled rejection: ${describeRejection(event.reason)}`),
  )
  listenForGestures(area, events, (element) => activate(element, controls))
  area.addEventListener('scroll', () => {
    stack.call('onPageScroll', { scrollTop: area.scrollTop })
    if (area.scrollTop + area.clientHeight >= area.scrollHeight - 50) stack.call('onReachBottom')
  })

  document.head.append(styles.elementFor('app.wxss'))
  loader.require('app')
  if (!application) throw new Error('app.js does not call App()')
  for (const moment of ['onLaunch', 'onShow'])
    (application[moment] as ((options: LaunchOptions) => void) | undefined)?.call(
      application,
      launch,
    )
  stack.launch(url)

  return {
    record,
    answers,
    path: () => stack.top().path,
    back: () => stack.back(1),
    measure: () => measurePage(stack.top().element),
  }
}

/** The innermost control around a tap does what it does: a word in a picker opens it, a box in a label is not ticked twice. */
function activate(element: HTMLElement, controls: ControlContext): void {
  for (let place: HTMLElement | null = element; place; place = drawnElement(place.parentNode)) {
    const tapped = stateOf(place)?.control?.tapped
    if (tapped) return tapped(place, controls)
  }
}

function describeRejection(reason: unknown): string {
  return reason instanceof Error ? describeError(reason) : JSON.stringify(reason)
}
