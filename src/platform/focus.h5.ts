const reachable = '[tabindex="0"], input, textarea'

/**
 * Keeps the keyboard inside `area` while it is open: focus goes to its first control, Tab goes round,
 * Escape calls `leave`. The returned function lets go and gives focus back to where it was.
 */
export function holdFocus(area: HTMLElement, leave: () => void): () => void {
  const before = document.activeElement
  const controls = () => Array.from(area.querySelectorAll<HTMLElement>(reachable))
  const keep = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave()
    if (event.key !== 'Tab') return
    const inside = controls()
    const first = inside[0]
    const last = inside[inside.length - 1]
    const from = document.activeElement
    const leaving = !area.contains(from) || from === (event.shiftKey ? first : last)
    if (!leaving) return
    event.preventDefault()
    const next = event.shiftKey ? last : first
    next?.focus()
  }
  controls()[0]?.focus()
  document.addEventListener('keydown', keep)
  return () => {
    document.removeEventListener('keydown', keep)
    if (before instanceof HTMLElement) before.focus()
  }
}
