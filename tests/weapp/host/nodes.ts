import type { Control } from './controls/control'
import type { LiveInstance, Values } from './instance'

/** What the host knows about one drawn element. */
export interface NodeState {
  tag: string
  attributes: Values
  /** The page or component whose template drew it, and whose methods its events call. */
  owner: LiveInstance
  control?: Control
  /** The component living in it, when it is a component's element. */
  component?: LiveInstance
}

const states = new WeakMap<Node, NodeState>()

export function setState(element: Element, state: NodeState): void {
  states.set(element, state)
}

export function stateOf(node: Node): NodeState | undefined {
  return states.get(node)
}

/** Attributes of the template, camel-cased as wcc gives them. */
export function attributesOf(element: Element): Values {
  return states.get(element)?.attributes ?? {}
}

/** The nearest element, itself included, that a template drew. */
export function drawnElement(node: Node | null): HTMLElement | null {
  for (let place = node; place; place = place.parentNode)
    if (states.has(place)) return place as HTMLElement
  return null
}
