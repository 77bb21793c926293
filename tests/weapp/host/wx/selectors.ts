import { describeTarget } from '../events'
import type { ApiContext, Apis } from './api'

type Read = (element: HTMLElement) => object | null
type Receive = (result: unknown) => void

/** wx.createSelectorQuery and observers, on the top page. */
export function selectorApis({ stack, window }: ApiContext): Apis {
  return {
    createSelectorQuery: () => createQuery(() => stack.top().element, window),
    createIntersectionObserver: () => createObserver(() => stack.top().element, window),
  }
}

function createQuery(page: () => HTMLElement, window: Window) {
  const asked: (() => unknown)[] = []
  const select = (find: () => HTMLElement[], many: boolean) => {
    const ask = (read: Read) => (receive?: Receive) => {
      asked.push(() => {
        const found = find().map(read)
        const result = many ? found : (found[0] ?? null)
        receive?.(result)
        return result
      })
      return query
    }
    return {
      boundingClientRect: ask(rectangle),
      scrollOffset: ask(scrollOffset),
      fields: (_fields: object, receive?: Receive) => ask(describeFully)(receive),
      node: ask((element) => ({ node: element.querySelector('canvas') ?? element })),
    }
  }
  const query = {
    in: () => query,
    select: (selector: string) => select(() => findAll(page(), selector).slice(0, 1), false),
    selectAll: (selector: string) => select(() => findAll(page(), selector), true),
    selectViewport: () => select(() => [window.document.getElementById('stack')!], false),
    exec: (receive?: (results: unknown[]) => void) => {
      setTimeout(() => receive?.(asked.map((read) => read())), 0)
      return query
    },
  }
  return query
}

const findAll = (page: HTMLElement, selector: string) => [
  ...page.querySelectorAll<HTMLElement>(selector),
]

function rectangle(element: HTMLElement) {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  const { id, dataset } = describeTarget(element)
  return { id, dataset, left, top, right, bottom, width, height }
}

function scrollOffset({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: HTMLElement) {
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight }
}

function describeFully(element: HTMLElement) {
  return { ...rectangle(element), ...scrollOffset(element) }
}

function createObserver(page: () => HTMLElement, window: Window & typeof globalThis) {
  let watching: IntersectionObserver | undefined
  const observer = {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    observe(selector: string, receive: (seen: { intersectionRatio: number }) => void) {
      watching = new window.IntersectionObserver((entries) =>
        entries.forEach((entry) => receive({ intersectionRatio: entry.intersectionRatio })),
      )
      findAll(page(), selector).forEach((element) => watching?.observe(element))
    },
    disconnect: () => watching?.disconnect(),
  }
  return observer
}
