import type { Control } from './control'

const DEFAULT_THRESHOLD = 50

export const scrollView: Control = {
  created(element, { events }) {
    let atEnd = false
    element.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = element
      events.fire(element, 'scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth })
      const reached = scrollTop + clientHeight >= scrollHeight - DEFAULT_THRESHOLD
      if (reached && !atEnd) events.fire(element, 'scrolltolower', { direction: 'bottom' })
      atEnd = reached
    })
  },
  updated(element, attributes, previous, { document }) {
    if (attributes['scrollTop'] !== previous['scrollTop'] && attributes['scrollTop'] !== undefined)
      element.scrollTop = Number(attributes['scrollTop'])
    if (
      attributes['scrollLeft'] !== previous['scrollLeft'] &&
      attributes['scrollLeft'] !== undefined
    )
      element.scrollLeft = Number(attributes['scrollLeft'])
    const target = attributes['scrollIntoView']
    if (target !== previous['scrollIntoView'] && typeof target === 'string' && target !== '')
      document.getElementById(target)?.scrollIntoView()
  },
}
