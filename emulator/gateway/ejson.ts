import { EJSON } from 'bson'
import { CloudError } from '../errors'
import type { Document } from '../database'
import { optionalText, type ActionRequest } from './action'

// Documents, queries and updates travel as text of MongoDB Extended JSON, canonical form, inside the JSON of a request.

export function parseDocument(text: unknown, name: string): Document {
  try {
    const value: unknown = EJSON.parse(text as string)
    if (value && typeof value === 'object' && !Array.isArray(value)) return value as Document
  } catch {
    // Falls through to the same answer.
  }
  throw new CloudError('INVALID_PARAM', `${name} is not an object in Extended JSON`)
}

export function documentParam(params: ActionRequest['params'], name: string): Document {
  return parseDocument(params[name], name)
}

/** The query; absent or empty means all documents. */
export function queryParam(params: ActionRequest['params']): Document {
  return optionalText(params, 'query') === undefined ? {} : documentParam(params, 'query')
}

export function printDocument(document: unknown): string {
  return EJSON.stringify(document, { relaxed: false })
}

/** One stage of an aggregation: `{ stageKey: '$match', stageValue: '<Extended JSON>' }`; a value may be a bare number or text. */
export function parseStage(stage: unknown): Document {
  const { stageKey, stageValue } = (stage ?? {}) as { stageKey?: unknown; stageValue?: unknown }
  if (typeof stageKey === 'string' && typeof stageValue === 'string') {
    try {
      return { [stageKey]: EJSON.parse(stageValue) as unknown }
    } catch {
      // Falls through to the same answer.
    }
  }
  throw new CloudError('INVALID_PARAM', 'stages must hold stageKey and stageValue in Extended JSON')
}
