import { linkPrefix } from '@/types/shared/links'

/** Where the browser build is served: the same domain whose codes open the mini-program. */
export const webAddress = (): string =>
  new RegExp('^https://[^/]+/').exec(linkPrefix)?.[0] ?? linkPrefix
