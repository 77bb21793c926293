import { allPages, tabPages, type AppConfig, type WindowConfig } from './app-config'
import type { Bars } from './bars'
import { createPageInstance, type Definition, type Instance, type LiveInstance } from './instance'
import { describeError, type HostRecord } from './record'
import type { Renderer } from './render'
import type { Styles } from './styles'

const DEEPEST_STACK = 10

/** A page on the stack. */
export interface StackedPage {
  live: LiveInstance
  element: HTMLElement
  path: string
  query: Record<string, string>
  title?: string
}

/** WeChat's page stack. Each move throws with WeChat's words when it is not allowed. */
export interface PageStack {
  pages(): StackedPage[]
  top(): StackedPage
  launch(url: string): void
  navigateTo(url: string): void
  redirectTo(url: string): void
  reLaunch(url: string): void
  switchTab(url: string): void
  back(delta: number): void
  setTitle(title: string): void
  /** Calls one of the top page's own methods, when it has it. */
  call(method: string, ...values: unknown[]): unknown
}

export interface PageStackSetup {
  document: Document
  app: AppConfig
  /** Where pages are drawn. */
  area: HTMLElement
  record: HostRecord
  styles: Styles
  bars(): Bars
  renderer: Renderer
  windowOf(path: string): WindowConfig
  definitionOf(path: string): Definition
}

export function createPageStack(setup: PageStackSetup): PageStack {
  const { app, area, document, record, renderer, styles } = setup
  const known = new Set(allPages(app))
  const tabs = new Set(tabPages(app))
  const stack: StackedPage[] = []
  /** Tab pages that were left: they stay alive until the next reLaunch. */
  const restingTabs = new Map<string, StackedPage>()

  const top = () => {
    const page = stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }

  function run(page: StackedPage, method: string, ...values: unknown[]): unknown {
    const member = page.live.logic[method]
    if (typeof member !== 'function') return undefined
    try {
      return member.apply(page.live.logic, values)
    } catch (thrown) {
      record.errors.push(`${method} of ${page.path}: ${describeError(thrown)}`)
      return undefined
    }
  }

  function checkExists(url: string): void {
    const { path } = parseUrl(url)
    if (!known.has(path)) throw new Error(`page "${path}" is not found`)
  }

  function open(url: string): void {
    const { path, query } = parseUrl(url)
    checkExists(url)
    const definition = setup.definitionOf(path)
    const live = createPageInstance({ definition, path, page: path, record })
    const own: Partial<Instance> = { route: path, __route__: path, options: query }
    Object.assign(live.logic, own)
    const element = document.createElement('wx-page')
    element.dataset['path'] = path
    const body = document.createElement('wx-body')
    element.append(styles.elementFor(`${path}.wxss`), body)
    area.append(element)
    const page: StackedPage = { live, element, path, query }
    stack.push(page)
    run(page, 'onLoad', query)
    run(page, 'onShow')
    renderer.mount(live, body)
    setTimeout(() => live.alive && run(page, 'onReady'), 0)
    refresh()
  }

  function close(page: StackedPage): void {
    run(page, 'onUnload')
    page.live.alive = false
    page.element.remove()
    renderer.dispose(page.element)
  }

  function refresh(): void {
    for (const page of [...stack, ...restingTabs.values()]) page.element.hidden = page !== top()
    const { path, title } = top()
    setup.bars().show({ path, title, window: setup.windowOf(path), canGoBack: stack.length > 1 })
  }

  function refuseTab(url: string, move: string): void {
    if (tabs.has(parseUrl(url).path)) throw new Error(`can not ${move} a tabbar page`)
  }

  return {
    pages: () => [...stack],
    top,
    launch: open,
    navigateTo(url) {
      refuseTab(url, 'navigateTo')
      checkExists(url)
      if (stack.length >= DEEPEST_STACK) throw new Error('webview count limit exceed')
      run(top(), 'onHide')
      open(url)
    },
    redirectTo(url) {
      refuseTab(url, 'redirectTo')
      checkExists(url)
      close(stack.pop()!)
      open(url)
    },
    reLaunch(url) {
      checkExists(url)
      for (const page of [...stack.splice(0).reverse(), ...restingTabs.values()]) close(page)
      restingTabs.clear()
      open(url)
    },
    switchTab(url) {
      const { path } = parseUrl(url)
      if (!tabs.has(path)) throw new Error('can not switch to no-tabBar page')
      if (top().path === path) return
      for (const page of stack.splice(1).reverse()) close(page)
      const left = stack.pop()!
      if (left.path === path) restingTabs.set(path, left)
      else if (tabs.has(left.path)) {
        run(left, 'onHide')
        restingTabs.set(left.path, left)
      } else close(left)
      const resting = restingTabs.get(path)
      if (!resting) return open(`/${path}`)
      restingTabs.delete(path)
      stack.push(resting)
      run(resting, 'onShow')
      refresh()
    },
    back(delta) {
      if (stack.length === 1) return
      for (let left = Math.min(delta, stack.length - 1); left > 0; left -= 1) close(stack.pop()!)
      run(top(), 'onShow')
      refresh()
    },
    setTitle(title) {
      top().title = title
      refresh()
    },
    call: (method, ...values) => run(top(), method, ...values),
  }
}

/** `/pages/x/index?a=1` → path without the slash, and the query as WeChat hands it over: not decoded. */
export function parseUrl(url: string): { path: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split('?')
  const query = search
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    })
  return {
    path: path.replace(/^\//, ''),
    query: Object.fromEntries(query) as Record<string, string>,
  }
}
