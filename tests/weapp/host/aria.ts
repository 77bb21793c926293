import type { Control } from './controls/control'
import type { Values } from './instance'

/** WeChat's name for the role attribute; the others keep the names of the web. */
const ROLE = 'ariaRole'

/**
 * Puts what a template says to a screen reader onto the element: aria-label, aria-role as role, and so on. A control that
 * WeChat announces by itself (button, switch …) has that role without asking. A field's words go to the field inside it.
 */
export function updateAria(element: HTMLElement, attributes: Values, control?: Control): void {
  const spoken = (control?.inner && innerOf(element)) ?? element
  for (const name of spoken.getAttributeNames())
    if (name.startsWith('aria-') && !(ariaProperty(name) in attributes))
      spoken.removeAttribute(name)
  for (const [name, value] of Object.entries(attributes)) {
    if (!/^aria[A-Z]/.test(name) || name === ROLE) continue
    const attribute = `aria-${name.slice(4).toLowerCase()}`
    if (value === undefined || value === null || value === '') spoken.removeAttribute(attribute)
    else spoken.setAttribute(attribute, String(value))
  }
  const role = attributes[ROLE] || control?.role?.(attributes)
  if (role) element.setAttribute('role', String(role))
  else element.removeAttribute('role')
  // WeChat's headings know no level; the web wants one, and takes this where none is said.
  if (role === 'heading' && !spoken.hasAttribute('aria-level'))
    spoken.setAttribute('aria-level', '2')
}

function ariaProperty(attribute: string): string {
  const word = attribute.slice('aria-'.length)
  return `aria${word.charAt(0).toUpperCase()}${word.slice(1)}`
}

/** The web element that a control draws inside its own. */
export function innerOf(element: HTMLElement): HTMLElement | null {
  return element.querySelector<HTMLElement>(':scope > [data-inner]')
}
