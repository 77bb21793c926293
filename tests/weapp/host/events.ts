import type { Values } from './instance'
import { attributesOf, drawnElement, stateOf } from './nodes'
import { describeError, type HostRecord } from './record'

const LONG_PRESS_MS = 350

/** Carries events from the drawn page to the logic side. */
export interface Events {
  /** An event of the element itself (`input`, `change`, `load` …): it does not bubble. */
  fire(element: HTMLElement, type: string, detail?: Values): void
  /** A gesture: every drawn ancestor hears it until one catches it. */
  bubble(element: HTMLElement, type: string, detail?: Values): void
}

export function createEvents(record: HostRecord): Events {
  /** Calls the handler of `current`; true when it caught the event. */
  function call(current: HTMLElement, target: HTMLElement, type: string, detail: Values): boolean {
    const state = stateOf(current)
    if (!state) return false
    const attributes = state.attributes
    const caught = attributes[`catch${type}`] ?? attributes[`catch:${type}`]
    const name = caught ?? attributes[`bind${type}`] ?? attributes[`bind:${type}`]
    if (typeof name !== 'string' || name === '') return false
    const method = state.owner.logic[name]
    if (typeof method !== 'function') {
      record.errors.push(`${state.owner.path} has no method "${name}" for ${type}`)
      return false
    }
    try {
      method.call(state.owner.logic, describeEvent(type, target, current, detail))
    } catch (thrown) {
      record.errors.push(describeError(thrown))
    }
    return caught !== undefined
  }

  return {
    fire(element, type, detail = {}) {
      call(element, element, type, detail)
    },
    bubble(element, type, detail = {}) {
      for (
        let current: HTMLElement | null = element;
        current;
        current = drawnElement(current.parentNode)
      )
        if (call(current, element, type, detail)) return
    },
  }
}

/** Turns pointer gestures on the drawn pages into taps and touches. `activate` is what a control does by itself when tapped. */
export function listenForGestures(
  root: HTMLElement,
  events: Events,
  activate: (element: HTMLElement) => void,
): void {
  let pressing: ReturnType<typeof setTimeout> | undefined

  root.addEventListener('click', (event) => {
    const element = drawnElement(event.target as Node)
    if (!element || isDisabled(element)) return
    events.bubble(element, 'tap', { x: event.clientX, y: event.clientY })
    activate(element)
  })
  root.addEventListener('pointerdown', (event) => {
    const element = drawnElement(event.target as Node)
    if (!element) return
    const at = { x: event.clientX, y: event.clientY }
    events.bubble(element, 'touchstart', at)
    pressing = setTimeout(() => events.bubble(element, 'longpress', at), LONG_PRESS_MS)
  })
  for (const [dom, touch] of [
    ['pointerup', 'touchend'],
    ['pointercancel', 'touchcancel'],
  ] as const)
    root.addEventListener(dom, (event) => {
      clearTimeout(pressing)
      const element = drawnElement(event.target as Node)
      if (element) events.bubble(element, touch, { x: event.clientX, y: event.clientY })
    })
  for (const [dom, type] of [
    ['transitionend', 'transitionend'],
    ['animationstart', 'animationstart'],
    ['animationiteration', 'animationiteration'],
    ['animationend', 'animationend'],
  ] as const)
    root.addEventListener(dom, (event) => {
      const element = drawnElement(event.target as Node)
      if (element) events.bubble(element, type)
    })
}

function isDisabled(element: HTMLElement): boolean {
  const button = element.closest<HTMLElement>('wx-button, wx-input, wx-textarea, wx-picker')
  return button !== null && attributesOf(button)['disabled'] === true
}

function describeEvent(
  type: string,
  target: HTMLElement,
  currentTarget: HTMLElement,
  detail: Values,
): object {
  const touch =
    'x' in detail
      ? [
          {
            identifier: 0,
            clientX: detail['x'],
            clientY: detail['y'],
            pageX: detail['x'],
            pageY: detail['y'],
          },
        ]
      : []
  return {
    type,
    timeStamp: performance.now(),
    detail,
    target: describeTarget(target),
    currentTarget: describeTarget(currentTarget),
    mark: {},
    touches: type === 'touchend' || type === 'touchcancel' ? [] : touch,
    changedTouches: touch,
  }
}

/** The id, data and place of an element, as events and selector queries report it. */
export function describeTarget(element: HTMLElement): {
  id: string
  dataset: Values
  offsetLeft: number
  offsetTop: number
} {
  const dataset: Values = {}
  for (const [name, value] of Object.entries(attributesOf(element)))
    if (name.startsWith('data-'))
      dataset[name.slice(5).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = value
  return {
    id: element.id,
    dataset,
    offsetLeft: element.offsetLeft,
    offsetTop: element.offsetTop,
  }
}
