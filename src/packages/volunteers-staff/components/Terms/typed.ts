/** What else there is to know of a shift, as it is typed. */
export interface TermsTyped {
  bring: string
  insurance: string
  phone: string
  approveSwaps: boolean
}

/** Whether somebody typed a number that can be called, or none. */
export const isPhone = (typed: string): boolean =>
  typed === '' || /^(1\d{10}|\d{5,12})$/.test(typed)
