import type { Values } from '../instance'
import { attributesOf, stateOf } from '../nodes'
import type { Control, ControlContext } from './control'

/** Whether a switch, checkbox or radio is on; the template sets it, a tap changes it. */
const on = new WeakMap<HTMLElement, boolean>()

export function isOn(element: HTMLElement): boolean {
  return on.get(element) ?? false
}

function turn(element: HTMLElement, value: boolean): void {
  on.set(element, value)
  element.setAttribute('aria-checked', String(value))
  element.toggleAttribute('checked', value)
}

/** The template speaks only when its own value changes; until then the person's tap stands. */
function followTemplate(element: HTMLElement, attributes: Values, previous: Values): void {
  const given = attributes['checked']
  const changed = given !== previous['checked'] || !on.has(element)
  turn(element, changed ? given === true || given === 'true' : isOn(element))
}

export const switchControl: Control = {
  role: () => 'switch',
  updated: followTemplate,
  tapped(element, { events }) {
    if (attributesOf(element)['disabled'] === true) return
    turn(element, !isOn(element))
    events.fire(element, 'change', { value: isOn(element) })
  },
}

export const checkbox: Control = {
  role: () => 'checkbox',
  updated: followTemplate,
  tapped(element, context) {
    if (attributesOf(element)['disabled'] === true) return
    turn(element, !isOn(element))
    tellGroup(element, 'wx-checkbox-group', context, checkedValues)
  },
}

export const radio: Control = {
  role: () => 'radio',
  updated: followTemplate,
  tapped(element, context) {
    if (attributesOf(element)['disabled'] === true || isOn(element)) return
    const group = element.closest<HTMLElement>('wx-radio-group')
    group?.querySelectorAll<HTMLElement>('wx-radio').forEach((other) => turn(other, false))
    turn(element, true)
    tellGroup(element, 'wx-radio-group', context, () =>
      String(attributesOf(element)['value'] ?? ''),
    )
  },
}

export const checkboxGroup: Control = { role: () => 'group' }
export const radioGroup: Control = { role: () => 'radiogroup' }

/** The values of the checked boxes of a group, in the order drawn. */
export function checkedValues(group: HTMLElement): string[] {
  return [...group.querySelectorAll<HTMLElement>('wx-checkbox')]
    .filter(isOn)
    .map((box) => String(attributesOf(box)['value'] ?? ''))
}

/** The value of the chosen radio of a group, or an empty string. */
export function chosenValue(group: HTMLElement): string {
  const chosen = [...group.querySelectorAll<HTMLElement>('wx-radio')].find(isOn)
  return chosen ? String(attributesOf(chosen)['value'] ?? '') : ''
}

function tellGroup(
  element: HTMLElement,
  tag: string,
  { events }: ControlContext,
  value: (group: HTMLElement) => unknown,
): void {
  const group = element.closest<HTMLElement>(tag)
  if (group && stateOf(group)) events.fire(group, 'change', { value: value(group) })
}
