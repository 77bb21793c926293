import type { ReactNode } from 'react'

/** One way a control is used: shown in the gallery, rendered and measured in tests. */
export type Example = {
  name: string
  draw: () => ReactNode
  /** Fills the screen, so the gallery shows it by itself. */
  alone?: boolean
}
