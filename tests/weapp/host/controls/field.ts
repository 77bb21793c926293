import { innerOf } from '../aria'
import type { Values } from '../instance'
import { attributesOf } from '../nodes'
import type { Control, ControlContext } from './control'

/** WeChat cuts every field at this many characters unless told otherwise. */
const DEFAULT_MAXLENGTH = 140

export const input = field('input')
export const textarea = field('textarea')

/** The text now in a field. */
export function fieldValue(element: HTMLElement): string {
  return (innerOf(element) as HTMLInputElement | HTMLTextAreaElement).value
}

function field(kind: 'input' | 'textarea'): Control {
  return {
    inner: kind,
    childless: true,
    created(element, { document, events }) {
      const inner = document.createElement(kind)
      inner.dataset['inner'] = ''
      element.append(inner)
      inner.addEventListener('input', () =>
        events.fire(element, 'input', {
          value: inner.value,
          cursor: inner.value.length,
          keyCode: 0,
        }),
      )
      inner.addEventListener('focus', () =>
        events.fire(element, 'focus', { value: inner.value, height: 0 }),
      )
      inner.addEventListener('blur', () => events.fire(element, 'blur', { value: inner.value }))
      inner.addEventListener('keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Enter' && kind === 'input')
          events.fire(element, 'confirm', { value: inner.value })
      })
    },
    updated(element, attributes, previous) {
      const inner = innerOf(element) as HTMLInputElement | HTMLTextAreaElement
      const value = String(attributes['value'] ?? '')
      if (attributes['value'] !== previous['value'] && inner.value !== value) inner.value = value
      inner.placeholder = String(attributes['placeholder'] ?? '')
      inner.disabled = attributes['disabled'] === true
      const longest = Number(attributes['maxlength'] ?? DEFAULT_MAXLENGTH)
      if (longest >= 0) inner.maxLength = longest
      else inner.removeAttribute('maxlength')
      if (inner instanceof HTMLInputElement) {
        inner.type = attributes['password'] === true ? 'password' : 'text'
        inner.inputMode = keyboardFor(attributes)
      }
      if (attributes['focus'] === true && previous['focus'] !== true) inner.focus()
    },
    tapped(element) {
      if (attributesOf(element)['disabled'] !== true) innerOf(element)?.focus()
    },
  }
}

function keyboardFor(attributes: Values): string {
  const keyboards: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' }
  return keyboards[String(attributes['type'])] ?? 'text'
}

/** Empties a field and says so, as a form's reset does. */
export function clearField(element: HTMLElement, { events }: ControlContext): void {
  const inner = innerOf(element) as HTMLInputElement | HTMLTextAreaElement
  inner.value = ''
  events.fire(element, 'input', { value: '', cursor: 0, keyCode: 0 })
}
