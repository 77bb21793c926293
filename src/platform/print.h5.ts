/** Prints what `Paper` holds, by the browser's own dialog. */
export const print: (() => void) | undefined = () => window.print()
