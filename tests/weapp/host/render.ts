import { updateAria } from './aria'
import { controlFor } from './controls'
import type { ControlContext } from './controls/control'
import {
  createComponentInstance,
  runLifetime,
  passProperties,
  type Definition,
  type LiveInstance,
  type Values,
} from './instance'
import { resolvePath } from './module-loader'
import { setState, stateOf } from './nodes'
import { describeError, type HostRecord } from './record'

/** A node of wcc's virtual tree; text comes as a plain string or number. */
interface VirtualNode {
  tag: string
  attr?: Values
  children?: VirtualChild[]
}
type VirtualChild = VirtualNode | string | number | null | undefined
type Template = (data: Values, _patch: undefined, global: object) => VirtualNode
type TemplateFinder = (path: string) => Template | undefined

export interface RendererSetup {
  document: Document
  /** The code that wcc made. */
  templates: string
  record: HostRecord
  controls: ControlContext
  definitionOf(componentPath: string): Definition
  /** The `usingComponents` that hold in a template: local name → path. */
  componentsOf(path: string): Record<string, string>
}

export interface Renderer {
  /** Draws a page into an element, now and at every later setData. */
  mount(live: LiveInstance, element: HTMLElement): void
  /** Ends every component under an element that has been taken out. */
  dispose(element: Node): void
}

/** Attributes that reach the DOM as they are, for the host's style sheet and for selectors. */
const PLAIN_ATTRIBUTES = [
  'disabled',
  'type',
  'size',
  'plain',
  'loading',
  'hidden',
  'scrollX',
  'scrollY',
  'mode',
]

export function createRenderer(setup: RendererSetup): Renderer {
  const { document, record, controls } = setup
  const global = {}
  const findTemplate = new Function('window', 'global', setup.templates)(
    global,
    global,
  ) as TemplateFinder

  function mount(live: LiveInstance, element: HTMLElement): void {
    const template = findTemplate(`${live.path}.wxml`)
    if (!template) throw new Error(`${live.path}.wxml is not in the package`)
    const components = setup.componentsOf(live.path)
    live.redraw = () => {
      try {
        const tree = template(live.view, undefined, global)
        patchChildren(element, tree.children ?? [], live, components)
      } catch (thrown) {
        record.errors.push(`drawing ${live.path}: ${describeError(thrown)}`)
      }
    }
    live.redraw()
  }

  function patchChildren(
    parent: HTMLElement,
    children: VirtualChild[],
    owner: LiveInstance,
    components: Record<string, string>,
  ): void {
    const old = [...parent.childNodes].filter((node) => node.nodeType === 3 || stateOf(node))
    const keyed = new Map<string, HTMLElement>()
    for (const node of old) {
      const state = stateOf(node)
      const key = state && keyOf(state.tag, state.attributes)
      if (key) keyed.set(key, node as HTMLElement)
    }
    const unkeyed = old.filter((node) => {
      const state = stateOf(node)
      return !state || keyOf(state.tag, state.attributes) === undefined
    })
    const kept = new Set<Node>()
    const drawn = children
      .filter((child) => child !== null && child !== undefined)
      .map((child) => {
        const node =
          typeof child === 'object'
            ? patchElement(reusable(child, keyed, unkeyed), child, owner, components)
            : patchText(unkeyed, String(child))
        kept.add(node)
        return node
      })
    for (const node of old)
      if (!kept.has(node)) {
        parent.removeChild(node)
        dispose(node)
      }
    placeInOrder(parent, drawn)
  }

  function patchElement(
    found: HTMLElement | undefined,
    node: VirtualNode,
    owner: LiveInstance,
    components: Record<string, string>,
  ): HTMLElement {
    const element = found ?? document.createElement(node.tag)
    const control = controlFor(node.tag)
    const attributes = node.attr ?? {}
    const state = stateOf(element) ?? { tag: node.tag, attributes: {}, owner, control }
    const previous = state.attributes
    state.attributes = attributes
    setState(element, state)
    if (!found) control?.created?.(element, controls)
    patchAttributes(element, previous, attributes)
    updateAria(element, attributes, control)
    const componentPath = components[node.tag.replace(/^wx-/, '')]
    if (componentPath !== undefined)
      patchComponent(element, resolvePath(owner.path, componentPath), attributes, owner.page)
    else if (!control?.childless) patchChildren(element, node.children ?? [], owner, components)
    control?.updated?.(element, attributes, previous, controls)
    return element
  }

  function patchText(unkeyed: Node[], text: string): Node {
    const index = unkeyed.findIndex((node) => node.nodeType === 3)
    const node = index < 0 ? document.createTextNode(text) : unkeyed.splice(index, 1)[0]!
    if (node.nodeValue !== text) node.nodeValue = text
    return node
  }

  function patchComponent(
    element: HTMLElement,
    path: string,
    attributes: Values,
    page: string,
  ): void {
    const state = stateOf(element)!
    const properties = Object.fromEntries(
      Object.entries(attributes).filter(
        ([name]) => !/^(bind|catch|data-|aria)|^(class|style|id)$/.test(name),
      ),
    )
    if (state.component) {
      passProperties(state.component, properties)
      state.component.redraw()
      return
    }
    const definition = setup.definitionOf(path)
    const live = createComponentInstance({ definition, path, page, record }, properties)
    live.logic['id'] = element.id
    state.component = live
    // A component with a virtual host leaves no box of its own.
    if (definition.options?.virtualHost) element.style.display = 'contents'
    runLifetime(live, 'created')
    runLifetime(live, 'attached')
    mount(live, element)
  }

  function dispose(node: Node): void {
    const component = stateOf(node)?.component
    if (component) {
      component.alive = false
      runLifetime(component, 'detached')
    }
    node.childNodes.forEach(dispose)
  }

  return { mount, dispose }
}

/**
 * wcc's flat output no longer carries wx:key. Taro gives each node a `data-sid` of its own, which does the same:
 * an element keeps its text and focus when the ones before it go.
 */
function keyOf(tag: string, attributes: Values): string | undefined {
  const sid = attributes['data-sid']
  return sid === undefined || sid === '' ? undefined : `${tag} ${String(sid)}`
}

function reusable(
  node: VirtualNode,
  keyed: Map<string, HTMLElement>,
  unkeyed: Node[],
): HTMLElement | undefined {
  const key = keyOf(node.tag, node.attr ?? {})
  if (key !== undefined) {
    const found = keyed.get(key)
    keyed.delete(key)
    return found
  }
  const index = unkeyed.findIndex((old) => stateOf(old)?.tag === node.tag)
  return index < 0 ? undefined : (unkeyed.splice(index, 1)[0] as HTMLElement)
}

/** Moves only what is out of place: moving a focused field would blur it. What a control added itself stays first. */
function placeInOrder(parent: HTMLElement, drawn: Node[]): void {
  let next: Node | null = null
  for (const node of [...drawn].reverse()) {
    if (node.nextSibling !== next || node.parentNode !== parent) parent.insertBefore(node, next)
    next = node
  }
}

function patchAttributes(element: HTMLElement, previous: Values, attributes: Values): void {
  if (previous['id'] !== attributes['id']) element.id = String(attributes['id'] ?? '')
  if (previous['class'] !== attributes['class'])
    element.className = String(attributes['class'] ?? '')
  if (previous['style'] !== attributes['style'])
    element.setAttribute('style', String(attributes['style'] ?? ''))
  for (const name of PLAIN_ATTRIBUTES) reflect(element, name, attributes[name])
  for (const name of new Set([...Object.keys(previous), ...Object.keys(attributes)]))
    if (name.startsWith('data-')) reflect(element, name, attributes[name])
}

function reflect(element: HTMLElement, name: string, value: unknown): void {
  if (value === undefined || value === null || value === false || value === '')
    element.removeAttribute(name)
  else element.setAttribute(name, value === true ? '' : String(value))
}
