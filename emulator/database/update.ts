import * as operators from 'mingo/operators/update'
import { updateOne } from 'mingo/updater'
import { CloudError } from '../errors'
import { isDocument, type Document } from './document'
import { notForStorage, show, writeError } from './failures'
import { languageOptions } from './language'
import { checkAgainst, checkUpdate } from './update-checks'

/** An update, checked once and applied to any number of documents. */
export interface Update {
  /** Changes the document in place, or returns what takes its place. Throws the service's write error. */
  apply(document: Document): Document
  /** The document an upsert makes when nothing matched. Its `_id` may be missing. */
  create(): Document
}

/**
 * @param update operators, or with `merge` false the whole new document
 * @param query names the array element that a `$` in a path means, and seeds an upsert
 * @param now milliseconds: what `$currentDate` sets
 */
export function compileUpdate(
  update: Document | Document[],
  merge: boolean,
  query: Document,
  now: number,
): Update {
  if (Array.isArray(update)) return pipelineUpdate(update, query)
  const dollars = Object.keys(update).filter((key) => key.startsWith('$'))
  if (!merge) {
    if (dollars.length > 0) throw notForStorage(dollars[0]!)
    return wholeDocument(update, query)
  }
  const plain = Object.keys(update).filter((key) => !key.startsWith('$'))
  if (plain.length > 0 && dollars.length > 0) throw writeError(`Unknown modifier: ${plain[0]}`)
  return operatorUpdate(dollars.length > 0 ? update : { $set: update }, query, now)
}

function wholeDocument(update: Document, query: Document): Update {
  const replace = (document: Document): Document => {
    if ('_id' in update && show(update._id) !== show(document._id)) throw immutableId()
    const { _id, ...rest } = update
    return '_id' in document ? { _id: document._id, ...rest } : update
  }
  return {
    apply: replace,
    create: () => {
      const { _id } = fieldsOf(query)
      return _id === undefined ? { ...update } : replace({ _id })
    },
  }
}

function pipelineUpdate(stages: Document[], query: Document): Update {
  const apply = (document: Document): Document => runUpdate(document, stages, {})
  return { apply, create: () => apply(fieldsOf(query)) }
}

function operatorUpdate(update: Document, query: Document, now: number): Update {
  const { $setOnInsert, $currentDate, ...rest } = update
  let own: Document = rest
  if (isDocument($currentDate)) {
    const dates = Object.fromEntries(Object.keys($currentDate).map((path) => [path, new Date(now)]))
    own = { ...rest, $set: { ...(rest.$set as Document | undefined), ...dates } }
  }
  checkUpdate(own)
  const positional = Object.values(own).some((fields) =>
    Object.keys(fields as Document).some((path) => path.split('.').includes('$')),
  )
  const apply = (document: Document, given = own): Document => {
    const kept = withoutSameId(given, document)
    checkAgainst(document, kept)
    makeArrays(document, kept)
    return positional ? runUpdate(document, kept, query) : runOperators(document, kept)
  }
  return {
    apply: (document) => apply(document),
    create: () => {
      const set = {
        ...(own.$set as Document | undefined),
        ...($setOnInsert as Document | undefined),
      }
      const whole = Object.keys(set).length > 0 ? { ...own, $set: set } : own
      checkUpdate(whole)
      const document = fieldsOf(query)
      const { _id, ...fields } = (whole.$set as Document | undefined) ?? {}
      if (_id === undefined || document._id !== undefined) return apply(document, whole)
      const { $set: _, ...others } = whole
      const left = Object.keys(fields).length > 0 ? { ...others, $set: fields } : others
      return { _id, ...apply(document, left) }
    },
  }
}

/** Setting `_id` to what it is changes nothing; to anything else is refused. */
function withoutSameId(update: Document, document: Document): Document {
  for (const [operator, fields] of Object.entries(update)) {
    if (!('_id' in (fields as Document))) continue
    const { _id, ...rest } = fields as Document
    if (operator !== '$set' || show(_id) !== show(document._id)) throw immutableId()
    const { $set: _, ...others } = update
    return Object.keys(rest).length > 0 ? { ...others, $set: rest } : others
  }
  return update
}

/** mingo sorts and cuts only arrays that exist, so a `$push` that sorts or cuts gets an empty one first. */
function makeArrays(document: Document, update: Document): void {
  for (const [path, operand] of Object.entries((update.$push as Document | undefined) ?? {})) {
    if (!isDocument(operand) || !('$sort' in operand || '$slice' in operand)) continue
    if (path.includes('$')) continue
    const names = path.split('.')
    const last = names.pop()!
    let holder: Document = document
    for (const name of names) holder = (holder[name] ??= {}) as Document
    holder[last] ??= []
  }
}

/** A mingo operator: takes its fields, gives what changes a document in place. */
type Operator = (fields: Document) => (document: Document) => string[]

/** Applies operators one by one: their paths do not touch, so their order does not matter. */
function runOperators(document: Document, update: Document): Document {
  inWriteWords(() => {
    for (const [name, fields] of Object.entries(update)) {
      const operator = operators[name as keyof typeof operators] as Operator
      operator(fields as Document)(document)
    }
  })
  return document
}

/** What needs more than the document: stages, and the query that a `$` in a path refers to. */
function runUpdate(
  document: Document,
  update: Document | Document[],
  condition: Document,
): Document {
  const documents = [document]
  inWriteWords(() => {
    updateOne(documents, condition, update as never, { cloneMode: 'deep' }, languageOptions())
  })
  return documents[0]!
}

function inWriteWords(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (error instanceof CloudError || !(error instanceof Error)) throw error
    throw writeError(error.message)
  }
}

/** The fields a query pins to one value: what an upsert starts from. */
function fieldsOf(query: Document): Document {
  const document: Document = {}
  for (const [name, value] of Object.entries(query)) {
    if (name === '$and' && Array.isArray(value)) {
      for (const part of value as Document[]) Object.assign(document, fieldsOf(part))
    } else if (!name.startsWith('$')) {
      const pinned = pinnedValue(value)
      if (pinned !== undefined) setAt(document, name.split('.'), pinned)
    }
  }
  return document
}

function pinnedValue(value: unknown): unknown {
  if (value instanceof RegExp) return undefined
  if (!isDocument(value) || !Object.keys(value).some((key) => key.startsWith('$'))) return value
  if ('$eq' in value) return value.$eq
  if (Array.isArray(value.$in) && value.$in.length === 1) return value.$in[0] as unknown
  return undefined
}

function setAt(document: Document, path: string[], value: unknown): void {
  const last = path.pop()!
  let holder = document
  for (const name of path) holder = (holder[name] ??= {}) as Document
  holder[last] = value
}

function immutableId(): CloudError {
  return writeError("Performing an update on the path '_id' would modify the immutable field '_id'")
}
