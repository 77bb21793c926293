import { Context, ProcessingMode } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import * as windows from 'mingo/operators/window'
import { Lazy, type Iterator } from 'mingo/lazy'
import { Query } from 'mingo/query'
import { CloudError } from '../errors'
import { isDocument, type Document } from './document'
import { badValue } from './failures'
import { elemMatch } from './operators/elem-match'
import { geoIntersects } from './operators/geo-intersects'
import { geoWithin } from './operators/geo-within'
import { jsonSchemaValidator } from './operators/json-schema'
import { near } from './operators/near'
import { text } from './operators/text'
import { checkQuery } from './query-checks'

/** A stage: takes mingo's lazy documents and the stage's operand. */
export type Stage = (typeof stages)['$match']

/** mingo's types are narrower than the functions it takes. */
type Operators = NonNullable<Parameters<typeof Context.init>[0]>

export type PipelineOperators = Record<`$${string}`, Stage>

const queryOperators = {
  ...queries,
  $elemMatch: elemMatch,
  $near: near,
  $nearSphere: near,
  $geoWithin: geoWithin,
  $geoIntersects: geoIntersects,
  $text: text,
}

/** MongoDB's language: mingo's operators, with those it lacks or orders differently put over them. */
export function languageContext(overStages: PipelineOperators = {}): Context {
  return Context.init({
    accumulator: accumulators,
    expression: expressions,
    pipeline: { ...stages, ...overStages },
    projection: projections,
    query: queryOperators,
    window: windows,
  } as unknown as Operators)
}

/** A stage that needs all documents at once. */
export function onAll(
  documents: Iterator,
  work: (list: Document[]) => Document[],
): ReturnType<Stage> {
  return documents.transform((list: unknown) => Lazy(work(list as Document[])))
}

/** A query operator: takes the field's path and the operand, gives a test of documents. */
export type QueryOperator = (field: string, operand: unknown) => (document: Document) => boolean

const context = languageContext()
/** mingo copies the context for every query; most need no expressions, so they get a small one. */
const plainContext = Context.init({ query: queryOperators } as unknown as Operators)

/** Options every use of mingo here has: no scripts; `$NOW` and variables come in from outside. */
export function languageOptions(variables: Document = {}, own: Context = context) {
  return {
    idKey: '_id',
    processingMode: ProcessingMode.CLONE_OFF,
    useStrictMode: true,
    failOnError: true,
    jsonSchemaValidator,
    scriptEnabled: false,
    context: own,
    variables,
  }
}

/** A test of documents against a query. Refuses operands of wrong types as MongoDB does. */
export function matcher(query: Document, variables?: Document): (document: Document) => boolean {
  checkQuery(query)
  const own = hasExpression(query) ? context : plainContext
  const compiled = inMongoWords(
    () => new Query(textAsField(query), languageOptions(variables, own)),
  )
  return (document) => inMongoWords(() => compiled.test(document))
}

/** mingo knows only its own operators at the top of a query, so `$text` becomes one of a field. */
function textAsField(query: Document): Document {
  if (!('$text' in query)) {
    if (!Array.isArray(query.$and)) return query
    return { ...query, $and: (query.$and as Document[]).map(textAsField) }
  }
  const { $text, ...rest } = query
  return { $and: [rest, { _id: { $text } }] }
}

function hasExpression(query: Document): boolean {
  return Object.entries(query).some(
    ([name, value]) =>
      name === '$expr' ||
      (Array.isArray(value) && value.some((part) => isDocument(part) && hasExpression(part))),
  )
}

/** The fields a projection asks for: 1 keeps, 0 leaves out, `$slice`, `$elemMatch` and the rest as MongoDB. */
export function projected(document: Document, projection: Document): Document {
  return inMongoWords(() => {
    const query = new Query({}, languageOptions())
    const { _id, ...fields } = query.find<Document>([document], projection).all()[0]!
    return _id === undefined ? fields : { _id, ...fields }
  })
}

/** Runs mingo; what it refuses becomes the service's error. */
export function inMongoWords<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CloudError || !(error instanceof Error)) throw error
    throw badValue(error.message)
  }
}
