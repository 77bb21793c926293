/** Where this browser build is served, without a page: what a link to one of its pages begins with. */
export const webAddress = (): string => `${window.location.origin}${window.location.pathname}`
