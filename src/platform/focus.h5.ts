const reachable = '[tabindex="0"], input, textarea'

/**
 * Keeps the keyboard inside `area` while it is open: focus goes to the area itself, whose name is read out, Tab goes
 * round its controls, Escape calls `leave`. The returned function lets go and gives focus back to where it was.
 */
export function holdFocus(area: HTMLElement, leave: () => void): () => void {
  const before = document.activeElement
  const keep = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave()
    if (event.key !== 'Tab') return
    const inside = Array.from(area.querySelectorAll<HTMLElement>(reachable))
    const [edge, opposite] = event.shiftKey
      ? [inside[0], inside[inside.length - 1]]
      : [inside[inside.length - 1], inside[0]]
    const from = document.activeElement
    const within = from !== area && area.contains(from)
    if (within && from !== edge) return
    event.preventDefault()
    opposite?.focus()
  }
  area.tabIndex = -1
  area.focus()
  document.addEventListener('keydown', keep)
  return () => {
    document.removeEventListener('keydown', keep)
    if (before instanceof HTMLElement) before.focus()
  }
}
