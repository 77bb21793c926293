export type Mode = 'normal' | 'elder'

export const largestScale = 1.65
const elderScale = 1.4
const largestNormalScale = 1.3

const clamp = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value))

/** Which edition to show: the person's own choice wins; else text set to 1.4 or more means 长辈版. */
export const modeFor = (chosen: Mode | undefined, phoneScale: number): Mode =>
  chosen ?? (phoneScale >= elderScale ? 'elder' : 'normal')

/**
 * How many times larger text is drawn. It follows the phone within what the edition allows: 长辈版 never below 1.4,
 * and 普通版, when chosen on a phone with very large text, stays just below.
 */
export const scaleFor = (mode: Mode, phoneScale: number): number =>
  mode === 'elder'
    ? clamp(elderScale, phoneScale, largestScale)
    : clamp(1, phoneScale, largestNormalScale)
