import { concat, Lazy } from 'mingo/lazy'
import type { PipelineRun } from '../aggregate'
import { isDocument, type Document } from '../document'
import { badValue } from '../failures'
import type { Stage } from '../language'

/** `$unionWith`: what the pipeline finds in another collection, read by its indexes. */
export function unionWith(run: PipelineRun): Stage {
  return (documents, spec) => {
    const { coll, pipeline = [] } = (isDocument(spec) ? spec : { coll: spec }) as {
      coll?: unknown
      pipeline?: Document[]
    }
    if (typeof coll !== 'string') throw badValue('$unionWith needs the name of a collection')
    const other = run.engine.catalog.find(coll)
    const found = other === undefined ? [] : run.pipeline(other, pipeline)
    return concat(documents, Lazy(found))
  }
}
