import type { Control } from './control'

interface Marker {
  id: number
  callout?: { content?: string }
}

/** WeChat's map, without the map: the words beside its markers, and what a tap on one tells the page. */
export const map: Control = {
  childless: true,
  updated(element, attributes, previous, { document, events }) {
    if (attributes['markers'] === previous['markers']) return
    element.replaceChildren(
      ...((attributes['markers'] ?? []) as Marker[]).map(({ id, callout }) => {
        const marker = document.createElement('div')
        marker.textContent = callout?.content ?? ''
        marker.addEventListener('click', () => events.fire(element, 'markertap', { markerId: id }))
        return marker
      }),
    )
  },
}
