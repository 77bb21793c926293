import { Aggregator } from 'mingo/aggregator'
import type { Collection } from './catalog'
import { isDocument, type Document } from './document'
import type { Engine } from './engine'
import { badValue } from './failures'
import { incoming } from './incoming'
import { inMongoWords, languageContext, languageOptions } from './language'
import { geoNear } from './operators/geo-near'
import { stagesFor } from './stages'
import type { Order } from './planner'
import { select, type Selection, type View } from './select'

export interface AggregateRequest {
  collection: string
  stages: Document[]
  transactionId?: string
}

export function aggregate(
  engine: Engine,
  request: AggregateRequest,
): { documents: Document[]; examined: number } {
  const { view } = engine.enter(request.transactionId)
  const collection = engine.catalog.get(request.collection)
  const now = engine.clock.now()
  const stages = withNow(incoming(request.stages, now), new Date(now))
  const run = new PipelineRun(engine, view)
  const documents = run.pipeline(collection, stages)
  return { documents, examined: run.examined }
}

/** One aggregation with everything its stages read on the way. */
export class PipelineRun {
  /** Documents read, and of these the ones that went into a pipeline. */
  examined = 0
  found = 0

  constructor(
    readonly engine: Engine,
    readonly view: View,
  ) {}

  /** Runs stages over a collection; `$match`, `$sort`, `$skip` and `$limit` at the head use its indexes. */
  pipeline(collection: Collection, stages: Document[], variables?: Document): Document[] {
    if (stages[0] !== undefined && '$geoNear' in stages[0]) {
      const nearest = geoNear(this, collection, stages[0].$geoNear, variables)
      return this.stages(nearest, stages.slice(1), variables)
    }
    const head = headOf(stages)
    const documents = this.select(collection, { ...head, variables })
    return this.stages(documents, stages.slice(head.stages), variables)
  }

  /** The documents of a selection, counted. */
  select(collection: Collection, selection: Selection): Document[] {
    const { rows, examined } = select(this.view, collection, selection)
    this.examined += examined
    this.found += rows.length
    return rows.map(({ document }) => document)
  }

  /** Runs stages over documents at hand. */
  stages(documents: Document[], stages: Document[], variables?: Document): Document[] {
    if (stages.length === 0) return documents
    const options = {
      ...languageOptions(variables, languageContext(stagesFor(this, variables))),
      collectionResolver: (name: string) => this.everything(name),
    }
    return inMongoWords(() => new Aggregator(stages, options).run<Document>(documents))
  }

  /** All documents of a collection, for stages that know no better; a missing one is empty. */
  everything(name: string): Document[] {
    const collection = this.engine.catalog.find(name)
    return collection === undefined ? [] : this.pipeline(collection, [])
  }
}

interface Head {
  query: Document
  order: Order
  offset?: number
  limit?: number
  /** How many stages the head takes the place of. */
  stages: number
}

/** The stages at the beginning that are a query: `$match`es, then a `$sort`, then `$skip` and `$limit`. */
function headOf(stages: Document[]): Head {
  const matches: Document[] = []
  let at = 0
  for (; isDocument(stages[at]?.$match); at++) matches.push(stages[at]!.$match as Document)
  const query = matches.length === 1 ? matches[0]! : matches.length === 0 ? {} : { $and: matches }
  const head: Head = { query, order: [], stages: at }
  const sort = stages[at]?.$sort
  if (isDocument(sort) && Object.values(sort).every((value) => value === 1 || value === -1)) {
    head.order = Object.entries(sort) as [string, 1 | -1][]
    head.stages = ++at
  }
  const skip = stages[at]?.$skip
  if (typeof skip === 'number') {
    head.offset = skip
    head.stages = ++at
  }
  const limit = stages[at]?.$limit
  if (typeof limit === 'number') {
    if (limit <= 0) throw badValue('the limit must be positive')
    head.limit = limit
    head.stages = ++at
  }
  return head
}

/** `$$NOW` is the cloud's time, not the machine's. */
function withNow<T>(value: T, now: Date): T {
  return replaceNow(value, now) as T
}

function replaceNow(value: unknown, now: Date): unknown {
  if (value === '$$NOW') return now
  if (Array.isArray(value)) return value.map((item) => replaceNow(item, now))
  if (!isDocument(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === '$literal' ? item : replaceNow(item, now),
    ]),
  )
}
