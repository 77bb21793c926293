/** One document holds what of one kind of goods is promised to people, so that is bounded. */
export const mostWaiting = 300

/** How many loans of one kind of goods are out at a time: its document holds them. */
export const mostLent = 300

/** How many of one kind of goods change hands at a time. */
export const mostAtOnce = 50

/** Kinds of goods on offer. */
export const mostGoods = 400

/** Kinds of goods a stock-taking counts, those too that are no longer sold: one document holds its lines. */
export const mostCounted = 800

/** What one person may have asked to be bought at a time. */
export const mostPurchases = 5
