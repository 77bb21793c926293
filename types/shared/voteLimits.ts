/** Answers a vote has at most. */
export const mostOptions = 6

/** Owners of one building: one document holds them all. */
export const mostOwners = 400
