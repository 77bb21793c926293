const standardTextSize = 16

/** How much larger than standard the person has set the text of the browser: `medium` is that setting. */
export const phoneTextScale = (): number => {
  const sample = document.createElement('span')
  sample.style.cssText = 'position:absolute;font-size:medium'
  document.body.append(sample)
  const size = parseFloat(getComputedStyle(sample).fontSize)
  sample.remove()
  return size / standardTextSize || 1
}
