import { evalExpr } from 'mingo/core'
import type { PipelineRun } from '../aggregate'
import { isDocument, type Document } from '../document'
import { badValue } from '../failures'
import { indexedValues } from '../index-entries'
import { component, emptyArray } from '../index-keys'
import { languageOptions, onAll, type Stage } from '../language'

/** `$lookup` by equal fields, by a pipeline with `let`, or both; the other collection is read by its indexes. */
export function lookup(run: PipelineRun, outer: Document = {}): Stage {
  return (documents, spec) => {
    if (!isDocument(spec)) throw badValue('the $lookup specification must be an Object')
    const { from, as, localField, foreignField, pipeline, let: bound } = spec
    if (typeof from !== 'string' || typeof as !== 'string') {
      throw badValue("must specify 'from' and 'as' fields for a $lookup")
    }
    const byFields = typeof localField === 'string' && typeof foreignField === 'string'
    if (!byFields && !Array.isArray(pipeline)) {
      throw badValue('$lookup requires either pipeline or both localField and foreignField')
    }
    const stages = (pipeline ?? []) as Document[]
    const variablesOf = (document: Document): Document => ({
      ...outer,
      ...(evalExpr(document, bound ?? {}, languageOptions(outer)) as Document),
    })
    return onAll(documents, (list) => {
      const partners = byFields ? partnersOf(run, list, from, localField, foreignField) : undefined
      return list.map((document) => ({
        ...document,
        [as]: partners
          ? run.stages(partners(document), stages, variablesOf(document))
          : throughPipeline(run, from, stages, variablesOf(document)),
      }))
    })
  }
}

function throughPipeline(
  run: PipelineRun,
  from: string,
  stages: Document[],
  variables: Document,
): Document[] {
  const other = run.engine.catalog.find(from)
  return other === undefined ? [] : run.pipeline(other, stages, variables)
}

/** Reads the partners of all documents at once, and finds those of one by the keys of their values. */
function partnersOf(
  run: PipelineRun,
  documents: Document[],
  from: string,
  localField: string,
  foreignField: string,
): (document: Document) => Document[] {
  const other = run.engine.catalog.find(from)
  if (other === undefined) return () => []
  const localValues = new Map(
    documents.map((document) => [document, valuesAt(document, localField)]),
  )
  const wanted = new Map<string, unknown>()
  for (const values of localValues.values()) {
    for (const [key, value] of values) wanted.set(key, value ?? null)
  }
  const found = run.pipeline(other, [{ $match: { [foreignField]: { $in: [...wanted.values()] } } }])
  const byKey = new Map<string, number[]>()
  found.forEach((partner, at) => {
    for (const key of valuesAt(partner, foreignField).keys()) {
      const list = byKey.get(key)
      if (list === undefined) byKey.set(key, [at])
      else list.push(at)
    }
  })
  return (document) => {
    const places = new Set<number>()
    for (const key of localValues.get(document)!.keys()) {
      for (const at of byKey.get(key) ?? []) places.add(at)
    }
    return [...places].sort((a, b) => a - b).map((at) => found[at]!)
  }
}

/** The values of a field, each under its key: the elements of an array; null when it is missing. */
function valuesAt(document: Document, field: string): Map<string, unknown> {
  const values = new Map<string, unknown>()
  for (const [value] of indexedValues(document, [field.split('.')]).rows) {
    if (value !== emptyArray) values.set(component(value).toString('latin1'), value)
  }
  return values
}
