import { attributesOf } from '../nodes'
import type { Control, ControlContext } from './control'
import { checkedValues, chosenValue, isOn } from './choice'
import { clearField, fieldValue } from './field'
import { pickedValue } from './picker'

export const button: Control = {
  role: () => 'button',
  updated(element, attributes) {
    if (attributes['disabled'] === true) element.setAttribute('aria-disabled', 'true')
  },
  tapped(element, context) {
    const { openType, formType } = attributesOf(element)
    if (typeof openType === 'string' && openType !== '') open(element, openType, context)
    const form = element.closest<HTMLElement>('wx-form')
    if (form && formType === 'submit')
      context.events.fire(form, 'submit', { value: readForm(form) })
    if (form && formType === 'reset') resetForm(form, context)
  },
}

/** WeChat's own windows behind a button: the answer comes from the journey, a refusal when it gave none. */
function open(element: HTMLElement, openType: string, context: ControlContext) {
  const { events, answers, record, share } = context
  const options = openType === 'share' ? share() : {}
  record.calls.push({ api: `button ${openType}`, options })
  if (openType === 'getPhoneNumber') {
    const code = answers.phoneCode
    events.fire(
      element,
      'getphonenumber',
      code === null
        ? { errMsg: 'getPhoneNumber:fail user deny' }
        : { errMsg: 'getPhoneNumber:ok', code },
    )
  }
  if (openType === 'chooseAvatar' && answers.avatar !== null)
    events.fire(element, 'chooseavatar', { avatarUrl: answers.avatar })
}

/** Named fields of a form with their values, as submit reports them. */
function readForm(form: HTMLElement): Record<string, unknown> {
  const readers: Record<string, (element: HTMLElement) => unknown> = {
    'wx-input': fieldValue,
    'wx-textarea': fieldValue,
    'wx-switch': isOn,
    'wx-checkbox-group': checkedValues,
    'wx-radio-group': chosenValue,
    'wx-picker': pickedValue,
  }
  const values: Record<string, unknown> = {}
  form.querySelectorAll<HTMLElement>(Object.keys(readers).join(',')).forEach((element) => {
    const name = attributesOf(element)['name']
    if (typeof name === 'string' && name !== '') values[name] = readers[element.localName]!(element)
  })
  return values
}

function resetForm(form: HTMLElement, context: ControlContext): void {
  form
    .querySelectorAll<HTMLElement>('wx-input, wx-textarea')
    .forEach((element) => clearField(element, context))
  context.events.fire(form, 'reset')
}
