/** Words that a parameter holds: pages get them as they stand in an address. */
export const wordsIn = (param: string | undefined): string => {
  try {
    return decodeURIComponent(param ?? '')
  } catch {
    // Somebody's own address, with a bare percent sign.
    return param ?? ''
  }
}
