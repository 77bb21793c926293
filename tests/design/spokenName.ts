/** What a screen reader calls a control of ours: each is given its name outright. */
export const spokenName = (element: Element): string => element.getAttribute('aria-label') ?? ''
