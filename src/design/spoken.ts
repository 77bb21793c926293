export type Role =
  | 'alert'
  | 'button'
  | 'checkbox'
  | 'dialog'
  | 'group'
  | 'heading'
  | 'img'
  | 'link'
  | 'list'
  | 'listitem'
  | 'main'
  | 'radio'
  | 'radiogroup'
  | 'status'
  | 'switch'
  | 'tab'
  | 'tablist'
  | 'timer'

export type Spoken = {
  role?: Role
  label?: string
  hidden?: boolean
  disabled?: boolean
  checked?: boolean
  selected?: boolean
  expanded?: boolean
  live?: 'polite' | 'assertive'
}

/**
 * What a screen reader is told, as attributes. WeChat names the role `aria-role`; a browser, where that is no
 * attribute at all, names it `role` and wants a level on a heading.
 */
export function spoken({ role, label, live, ...states }: Spoken): Record<string, string> {
  const attributes: Record<string, string> = {}
  if (role) attributes[process.env.TARO_ENV === 'h5' ? 'role' : 'aria-role'] = role
  if (process.env.TARO_ENV === 'h5' && role === 'dialog') attributes['aria-modal'] = 'true'
  if (label) attributes['aria-label'] = label
  if (live) attributes['aria-live'] = live
  for (const [state, value] of Object.entries(states)) {
    if (value !== undefined) attributes[`aria-${state}`] = String(value)
  }
  return attributes
}
