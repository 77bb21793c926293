/** Questions of one survey. */
export const mostQuestions = 40

/** Questions on one page; in 长辈版 it is one. */
export const mostOnPage = 5

/** What can be counted of one survey: one document holds its totals with all that they are broken down by. */
export const mostCells = 400

/** Groups of fewer answers are not told apart: who is behind them could be guessed. */
export const fewestShown = 5

/** Surveys that are open at a time at one centre: the list of a resident is read whole. */
export const mostOpen = 30

/** What somebody wrote beside the options. */
export const mostOther = 60

/** What somebody wrote in their own words. */
export const mostWords = 300

/** The option that stands for what was written beside the others. */
export const otherOption = 'other'
