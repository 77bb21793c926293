import type { PipelineRun } from './aggregate'
import type { Document } from './document'
import { badValue } from './failures'
import type { PipelineOperators, Stage } from './language'
import { bucket } from './operators/bucket'
import { lookup } from './operators/lookup'
import { sort } from './operators/sort'
import { unionWith } from './operators/union-with'

/** The stages that are ours: those that read other collections by their indexes, and where mingo's differ from MongoDB's. */
export function stagesFor(run: PipelineRun, variables: Document | undefined): PipelineOperators {
  return {
    $sort: sort,
    $bucket: bucket,
    $lookup: lookup(run, variables),
    $unionWith: unionWith(run),
    $out: refused('$out'),
    $merge: refused('$merge'),
  }
}

/** Stages that write: the service does not let a pipeline do so, and mingo's would write to a copy. */
function refused(stage: string): Stage {
  return () => {
    throw badValue(`${stage} is not allowed in this context`)
  }
}
