import { Image } from '@tarojs/components'
import { silentPicture } from '../picture'
import type { Colour } from '../tokens'
import type { DrawingName } from './drawings'
import { drawingSvg, svgAddress } from './svg'
import './index.scss'

export type { DrawingName } from './drawings'

const sides = { small: 22, medium: 44, large: 96 } as const

type DrawingProps = {
  name: DrawingName
  colour?: Colour
  /** small stands beside text and grows with it, medium marks a kind of service, large fills an empty page. */
  size?: keyof typeof sides
}

/** One of the product's line drawings. It is decoration beside words and silent for a screen reader. */
export function Drawing({ name, colour = 'ink', size = 'medium' }: DrawingProps) {
  return (
    <Image
      className={`drawing drawing--${size}`}
      src={svgAddress(drawingSvg(name, colour, sides[size]))}
      {...silentPicture}
    />
  )
}
