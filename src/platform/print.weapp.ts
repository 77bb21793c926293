import type { print as inBrowser } from './print.h5'

/** A mini-program reaches no printer: where this is undefined, no button offers it. */
export const print: typeof inBrowser = undefined
