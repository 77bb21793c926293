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
import { checkQuery } from './query-checks'

/** A stage: takes mingo's lazy documents and the stage's operand. */
export type Stage = (typeof stages)['$match']

export type PipelineOperators = Record<`$${string}`, Stage>

/** MongoDB's language: mingo's operators, with those it lacks or orders differently put over them. */
export function languageContext(overStages: PipelineOperators = {}): Context {
  return Context.init({
    accumulator: accumulators,
    expression: expressions,
    pipeline: { ...stages, ...overStages },
    projection: projections,
    query: queries,
    window: windows,
  } as Parameters<typeof Context.init>[0])
}

/** A stage that needs all documents at once. */
export function onAll(
  documents: Iterator,
  work: (list: Document[]) => Document[],
): ReturnType<Stage> {
  return documents.transform((list: unknown) => Lazy(work(list as Document[])))
}

const context = languageContext()
/** mingo copies the context for every query; most need no expressions, so they get a small one. */
const plainContext = Context.init({ query: queries } as Parameters<typeof Context.init>[0])

/** Options every use of mingo here has: no scripts; `$NOW` and variables come in from outside. */
export function languageOptions(variables: Document = {}, own: Context = context) {
  return {
    idKey: '_id',
    processingMode: ProcessingMode.CLONE_OFF,
    useStrictMode: true,
    failOnError: true,
    scriptEnabled: false,
    context: own,
    variables,
  }
}

/** A test of documents against a query. Refuses operands of wrong types as MongoDB does. */
export function matcher(query: Document, variables?: Document): (document: Document) => boolean {
  checkQuery(query)
  const own = hasExpression(query) ? context : plainContext
  const compiled = inMongoWords(() => new Query(query, languageOptions(variables, own)))
  return (document) => inMongoWords(() => compiled.test(document))
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
    return query.find<Document>([document], projection).all()[0]!
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
