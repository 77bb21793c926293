import type { Control } from './control'

/** The 2d canvas, reached through a selector query's `node()`. */
export const canvas: Control = {
  created(element, { document }) {
    const inner = document.createElement('canvas')
    inner.style.cssText = 'width: 100%; height: 100%'
    element.append(inner)
  },
}
