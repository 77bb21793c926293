/** Guesses at a record's details: so many a day from one phone, and so many a day at one card. */
export const mostTries = 5
