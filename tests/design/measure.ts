/* Functions of this file run inside the page: each is whole in itself and names nothing outside it. */

export type Box = {
  what: string
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  /** One of the targets people mostly aim at, rather than a small extra. */
  main: boolean
}

/** Everything that can be tapped or typed into and is in sight. */
export const targets = (): Box[] =>
  Array.from(document.querySelectorAll<HTMLElement>('.tap, .field__entry'))
    .map((element) => {
      const { width, height, left, right, top, bottom } = element.getBoundingClientRect()
      const what = element.getAttribute('aria-label') ?? element.className
      const main = !element.matches('.tap--small')
      return { what, width, height, left, right, top, bottom, main }
    })
    .filter(({ width, height }) => width > 0 && height > 0)

/** Every run of text in sight with its size and line height in px. */
export const texts = (): { words: string; size: number; line: number }[] => {
  const found: { words: string; size: number; line: number }[] = []
  const walker = document.createTreeWalker(
    document.querySelector('.page') as Node,
    NodeFilter.SHOW_TEXT,
  )
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent?.trim()
    const parent = node.parentElement
    if (!words || !parent || parent.getClientRects().length === 0) continue
    const { fontSize, lineHeight } = getComputedStyle(parent)
    found.push({ words, size: parseFloat(fontSize), line: parseFloat(lineHeight) })
  }
  return found
}

/** Elements that stick out of the window or hide part of their own words. */
export const cutOff = (): string[] =>
  Array.from(document.querySelectorAll<HTMLElement>('.taro_page_show, .taro_page_show *'))
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      if (width === 0) return false
      const hides = getComputedStyle(element).overflowX !== 'visible'
      return (
        left < -0.5 ||
        right > document.documentElement.clientWidth + 0.5 ||
        (hides && element.scrollWidth > element.clientWidth + 1)
      )
    })
    .map((element) => `${element.className} “${(element.textContent ?? '').slice(0, 20)}”`)

/** Borders of controls that can be used, with the ground they stand on, both as `rgb(r, g, b)`. */
export const borders = (): { what: string; border: string; ground: string }[] =>
  Array.from(document.querySelectorAll<HTMLElement>('.tap, .field__entry, .choice__mark'))
    .filter(
      (element) =>
        element.getAttribute('aria-disabled') !== 'true' &&
        !element.closest('[aria-disabled="true"]') &&
        // A card and a row are known by their words and arrow; their line is decoration.
        !element.matches('.card, .row') &&
        parseFloat(getComputedStyle(element).borderTopWidth) > 0,
    )
    .map((element) => {
      const own = getComputedStyle(element)
      let ground = 'rgba(0, 0, 0, 0)'
      for (let at = element.parentElement; at && ground === 'rgba(0, 0, 0, 0)';) {
        ground = getComputedStyle(at).backgroundColor
        at = at.parentElement
      }
      // White on brick: there the ground of the button itself is what sets it apart.
      const border = own.borderTopColor === ground ? own.backgroundColor : own.borderTopColor
      return { what: element.getAttribute('aria-label') ?? element.className, border, ground }
    })
