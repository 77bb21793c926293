/** Steps of one project, all in its document. */
export const mostMilestones = 20

/** Pictures before, and as many after, of one step. */
export const mostPhotosOfStep = 4
