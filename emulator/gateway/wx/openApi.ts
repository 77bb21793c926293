import type { Action } from '../action'

/** Everything that goes on to WeChat's own servers: open interfaces and payment. */
export const openApi: Action = ({ openapi }, { action, params, invocation }) =>
  openapi.handle(action, params as Record<string, string | Buffer>, invocation)
