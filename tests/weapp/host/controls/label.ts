import { stateOf } from '../nodes'
import type { Control } from './control'

const LABELLED = 'wx-switch, wx-checkbox, wx-radio, wx-button, wx-input, wx-textarea'

/** A tap on a label is a tap on the control it names (`for`), else on the first one inside. */
export const label: Control = {
  tapped(element, context) {
    const wanted = stateOf(element)?.attributes['for']
    const target =
      typeof wanted === 'string' && wanted !== ''
        ? context.document.getElementById(wanted)
        : element.querySelector<HTMLElement>(LABELLED)
    if (target) stateOf(target)?.control?.tapped?.(target, context)
  },
}
