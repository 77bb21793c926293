import { now } from './clock'

/** What may be logged. Free text, names, phones and whole inputs have no field here and so cannot be. */
export interface LogEntry {
  level: 'info' | 'warn' | 'error'
  requestId: string
  module: string
  procedure: string
  code?: string
  ms?: number
  job?: string
  handled?: number
  /** Name and place of an unexpected error; messages may hold data and are left out. */
  fault?: string
}

export const log = (entry: LogEntry): void => {
  const line = JSON.stringify({ at: now(), ...entry })
  if (entry.level === 'error') console.error(line)
  else console.log(line)
}

/**
 * `TypeError at index.js:2:1201 < index.js:2:3067`: where an error came from, without its message; the source map of
 * the bundle names the lines.
 */
export const faultOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error
  const places = (error.stack ?? '')
    .split('\n')
    .slice(1, 5)
    .map((frame) => /([\w.-]+:\d+:\d+)\)?$/.exec(frame)?.[1])
    .filter(Boolean)
  const { errCode } = error as { errCode?: number }
  return `${error.name}${errCode === undefined ? '' : ` ${errCode}`} at ${places.join(' < ')}`
}
