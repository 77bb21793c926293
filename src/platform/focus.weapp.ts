/** A mini-program has no keyboard focus to hold: a screen reader follows the dialog's role. */
export const holdFocus =
  (_area: unknown, _leave: () => void): (() => void) =>
  () =>
    undefined
