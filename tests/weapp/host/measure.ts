import { stateOf } from './nodes'

/** How big a drawn page is, in elements that its templates drew. WeChat's limits: 1000, 30, 60. */
export interface PageSize {
  nodes: number
  depth: number
  /** The most children of one element. */
  widest: number
}

export function measurePage(page: Element): PageSize {
  const size: PageSize = { nodes: 0, depth: 0, widest: 0 }
  const visit = (element: Element, depth: number) => {
    const children = [...element.children].filter((child) => stateOf(child))
    size.depth = Math.max(size.depth, depth)
    size.widest = Math.max(size.widest, children.length)
    size.nodes += children.length
    for (const child of children) visit(child, depth + 1)
  }
  visit(page.querySelector('wx-body') ?? page, 0)
  return size
}
