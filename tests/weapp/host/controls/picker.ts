import { attributesOf } from '../nodes'
import type { Control, ControlContext } from './control'

/** The value a picker shows: an index, a day `YYYY-MM-DD` or a time `HH:mm`. */
export function pickedValue(element: HTMLElement): unknown {
  return attributesOf(element)['value']
}

/** Opens a sheet of real, named controls: a list of options, or a date or time field with 确定. */
export const picker: Control = {
  role: () => 'button',
  tapped(element, context) {
    if (attributesOf(element)['disabled'] === true) return
    void pick(element, context)
  },
}

async function pick(element: HTMLElement, { events, dialogs, record }: ControlContext) {
  const attributes = attributesOf(element)
  const mode = String(attributes['mode'] ?? 'selector')
  const title = String(attributes['headerText'] || attributes['ariaLabel'] || '请选择')
  let value: unknown = null
  if (mode === 'selector') value = await dialogs.pickOne(title, optionTexts(attributes))
  else if (mode === 'date' || mode === 'time')
    value = await dialogs.pickMoment(title, mode, {
      value: String(attributes['value'] ?? ''),
      start: String(attributes['start'] ?? ''),
      end: String(attributes['end'] ?? ''),
    })
  else record.errors.push(`picker mode "${mode}" is not played by this host`)
  if (value === null) events.fire(element, 'cancel')
  else events.fire(element, 'change', { value })
}

/** `range` holds texts, or objects of which `rangeKey` names the text. */
function optionTexts(attributes: Record<string, unknown>): string[] {
  const range = Array.isArray(attributes['range']) ? (attributes['range'] as unknown[]) : []
  const key = attributes['rangeKey']
  return range.map((option) =>
    typeof option === 'object' && option !== null && typeof key === 'string'
      ? String((option as Record<string, unknown>)[key])
      : String(option),
  )
}
