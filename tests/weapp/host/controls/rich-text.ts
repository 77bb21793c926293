import type { Control } from './control'

interface RichNode {
  type?: 'node' | 'text'
  name?: string
  attrs?: Record<string, string>
  text?: string
  children?: RichNode[]
}

/** Draws HTML, as text or as nodes. Scripts and handlers are dropped: WeChat allows neither. */
export const richText: Control = {
  childless: true,
  updated(element, attributes, previous, { document }) {
    const nodes = attributes['nodes']
    if (nodes === previous['nodes']) return
    if (typeof nodes === 'string') element.replaceChildren(...parseSafely(nodes))
    else if (Array.isArray(nodes))
      element.replaceChildren(...nodes.map((node) => draw(node as RichNode, document)))
  },
}

function parseSafely(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  parsed.querySelectorAll('script, style, iframe').forEach((element) => element.remove())
  parsed.querySelectorAll('*').forEach((element) => {
    for (const name of element.getAttributeNames())
      if (name.startsWith('on')) element.removeAttribute(name)
  })
  return [...parsed.body.childNodes]
}

function draw(node: RichNode, document: Document): Node {
  if (node.type === 'text' || node.name === undefined)
    return document.createTextNode(node.text ?? '')
  const element = document.createElement(node.name)
  for (const [name, value] of Object.entries(node.attrs ?? {}))
    if (!name.startsWith('on')) element.setAttribute(name, value)
  element.append(...(node.children ?? []).map((child) => draw(child, document)))
  return element
}
