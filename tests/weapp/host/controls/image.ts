import type { Control } from './control'

const FITS: Record<string, string> = {
  aspectFit: 'contain',
  aspectFill: 'cover',
  scaleToFill: 'fill',
  widthFix: 'fill',
  heightFix: 'fill',
}

export const image: Control = {
  childless: true,
  role: (attributes) => (attributes['ariaLabel'] ? 'img' : undefined),
  created(element, { document, events }) {
    const picture = document.createElement('img')
    // What it shows is said by the element's own aria-label.
    picture.alt = ''
    element.append(picture)
    picture.addEventListener('load', () =>
      events.fire(element, 'load', { width: picture.naturalWidth, height: picture.naturalHeight }),
    )
    picture.addEventListener('error', () =>
      events.fire(element, 'error', { errMsg: 'GET image failed' }),
    )
  },
  updated(element, attributes, previous) {
    const picture = element.querySelector('img')!
    const mode = String(attributes['mode'] ?? 'scaleToFill')
    picture.style.objectFit = FITS[mode] ?? 'none'
    if (mode === 'widthFix') element.style.height = 'auto'
    if (mode === 'heightFix') element.style.width = 'auto'
    if (attributes['src'] !== previous['src']) {
      if (attributes['src']) picture.src = pictureUrl(String(attributes['src']))
      else picture.removeAttribute('src')
    }
  },
}

/** A path without a scheme is a file of the package. */
export function pictureUrl(source: string): string {
  if (/^([a-z]+:|\/\/)/i.test(source)) return source
  return `/package/${source.replace(/^(\.?\/)+/, '')}`
}
