import type { Control } from './control'

/** Shows one item. What swiping does on a phone must also have a button, which sets `current`. */
export const swiper: Control = {
  updated(element, attributes) {
    const current = Number(attributes['current'] ?? 0)
    const items = [...element.children].filter((child) => child.localName === 'wx-swiper-item')
    items.forEach((item, index) => item.toggleAttribute('data-away', index !== current))
  },
}
