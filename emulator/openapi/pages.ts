import { WeChatFailure } from './failure'

/**
 * Throws 41030 unless `page` is a page of the mini-program: no leading slash, and one of `pages` when they are known.
 * A query is allowed.
 */
export function requirePage(page: unknown, pages: readonly string[] | undefined): void {
  const path = typeof page === 'string' ? page.replace(/\?.*$/s, '') : ''
  const known = /^[\w-]+(\/[\w-]+)*$/.test(path) && (pages === undefined || pages.includes(path))
  if (!known) throw new WeChatFailure(41030, 'invalid page')
}
