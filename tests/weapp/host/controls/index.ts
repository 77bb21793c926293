import { button } from './button'
import { canvas } from './canvas'
import { checkbox, checkboxGroup, radio, radioGroup, switchControl } from './choice'
import type { Control } from './control'
import { input, textarea } from './field'
import { image } from './image'
import { label } from './label'
import { map } from './map'
import { picker } from './picker'
import { richText } from './rich-text'
import { scrollView } from './scroll-view'
import { swiper } from './swiper'

const CONTROLS: Record<string, Control> = {
  'wx-button': button,
  'wx-canvas': canvas,
  'wx-checkbox': checkbox,
  'wx-checkbox-group': checkboxGroup,
  'wx-image': image,
  'wx-input': input,
  'wx-label': label,
  'wx-map': map,
  'wx-picker': picker,
  'wx-radio': radio,
  'wx-radio-group': radioGroup,
  'wx-rich-text': richText,
  'wx-scroll-view': scrollView,
  'wx-swiper': swiper,
  'wx-switch': switchControl,
  'wx-textarea': textarea,
}

/** How a tag is played; a plain view or text needs nothing. */
export function controlFor(tag: string): Control | undefined {
  return CONTROLS[tag]
}
