import { bsonType, isDocument, type Document } from './document'
import { component, order, stringPrefix, typeByte } from './index-keys'

/** A place between keys: before or after everything that begins with `bytes`. */
export interface Edge {
  readonly bytes: Buffer
  readonly after: boolean
}

/** What a query asks of one field, as far as an index can answer it. */
export interface Constraint {
  /** Whole components, when the value must be one of these. */
  readonly points?: readonly Buffer[]
  readonly low?: Edge
  readonly high?: Edge
  /** Whether an index over plain values answers it completely. */
  readonly exact: boolean
}

export interface Conditions {
  readonly byField: ReadonlyMap<string, readonly Constraint[]>
  /** Each `$or`, as the conditions of its branches. */
  readonly alternatives: readonly (readonly Conditions[])[]
  /** Whether `byField` says all that the query says. */
  readonly complete: boolean
}

/** Takes a query apart into what indexes can answer; `variables` are those of a `$lookup`'s `let`. */
export function conditionsOf(query: Document, variables: Document = {}): Conditions {
  const collector = new Collector(variables)
  collector.query(query)
  return collector
}

class Collector implements Conditions {
  readonly byField = new Map<string, Constraint[]>()
  readonly alternatives: Conditions[][] = []
  complete = true
  readonly #variables: Document

  constructor(variables: Document) {
    this.#variables = variables
  }

  query(query: Document): void {
    for (const [name, value] of Object.entries(query)) {
      if (name === '$and' && Array.isArray(value)) {
        for (const part of value) if (isDocument(part)) this.query(part)
      } else if (name === '$or' && Array.isArray(value)) {
        const branches = value.filter(isDocument)
        this.alternatives.push(branches.map((branch) => conditionsOf(branch, this.#variables)))
        this.complete = false
      } else if (name === '$expr') {
        this.complete = false
        this.#expression(value)
      } else if (name.startsWith('$')) {
        this.complete = false
      } else {
        this.#field(name, value)
      }
    }
  }

  #add(field: string, constraint: Constraint): void {
    const list = this.byField.get(field)
    if (list === undefined) this.byField.set(field, [constraint])
    else list.push(constraint)
  }

  #field(field: string, value: unknown): void {
    if (value instanceof RegExp) return this.#regex(field, value)
    if (!isDocument(value) || !Object.keys(value).some((key) => key.startsWith('$'))) {
      return this.#points(field, [value])
    }
    for (const [operator, operand] of Object.entries(value)) {
      this.#operator(field, operator, operand, value)
    }
  }

  #operator(field: string, operator: string, operand: unknown, all: Document): void {
    switch (operator) {
      case '$eq':
        return this.#points(field, [operand])
      case '$in':
        if (Array.isArray(operand)) return this.#points(field, operand)
        break
      case '$gt':
      case '$gte':
      case '$lt':
      case '$lte':
        return this.#range(field, operator, operand)
      case '$exists':
        this.complete = false
        if (!operand) this.#add(field, { points: [component(null)], exact: false })
        return
      case '$regex': {
        const options = typeof all.$options === 'string' ? all.$options : ''
        if (operand instanceof RegExp) return this.#regex(field, operand)
        if (typeof operand === 'string') return this.#prefix(field, operand, options)
        break
      }
      case '$all':
        this.complete = false
        if (Array.isArray(operand) && operand.length > 0) {
          const [first] = operand as unknown[]
          if (isDocument(first) && isDocument(first.$elemMatch)) {
            this.#elements(field, first.$elemMatch)
          } else if (isPlain(first)) {
            this.#points(field, [first])
          }
        }
        return
      case '$elemMatch':
        this.complete = false
        if (isDocument(operand)) this.#elements(field, operand)
        return
    }
    this.complete = false
  }

  /** `$elemMatch`: what one element must be is what the field's entries must be. */
  #elements(field: string, criteria: Document): void {
    const ofValues = Object.keys(criteria).every(
      (key) => key.startsWith('$') && key !== '$and' && key !== '$or' && key !== '$nor',
    )
    if (ofValues) return this.#field(field, criteria)
    for (const [name, value] of Object.entries(criteria)) {
      if (!name.startsWith('$')) this.#field(`${field}.${name}`, value)
    }
  }

  #points(field: string, values: readonly unknown[]): void {
    if (!values.every(isPlain)) {
      this.complete = false
      return
    }
    const exact = values.every((value) => value !== null && value !== undefined)
    const points = new Map<string, Buffer>()
    for (const value of values) {
      const bytes = component(value)
      points.set(bytes.toString('latin1'), bytes)
    }
    this.#add(field, { points: [...points.values()], exact })
  }

  /** A comparison only matches values of its operand's type. */
  #range(field: string, operator: '$gt' | '$gte' | '$lt' | '$lte', operand: unknown): void {
    if (!isPlain(operand) || operand === null || operand === undefined) {
      this.complete = false
      return
    }
    const bytes = component(operand)
    const type = Buffer.from([typeByte(operand)])
    const exact = bsonType(operand) === undefined && !Number.isNaN(operand)
    const up = operator === '$gt' || operator === '$gte'
    this.#add(field, {
      low: up ? { bytes, after: operator === '$gt' } : { bytes: type, after: false },
      high: up ? { bytes: type, after: true } : { bytes, after: operator === '$lte' },
      exact,
    })
  }

  #regex(field: string, { source, flags }: RegExp): void {
    this.#prefix(field, source, flags)
  }

  /** `^literal…` only matches strings that begin with the literal. */
  #prefix(field: string, source: string, flags: string): void {
    this.complete = false
    const literal = flags === '' ? literalStart(source) : ''
    if (literal === '') return
    const bytes = stringPrefix(literal)
    this.#add(field, {
      low: { bytes, after: false },
      high: { bytes, after: true },
      exact: false,
    })
  }

  /** Equalities of an aggregation expression: `{$and: [{$eq: ['$field', value]} …]}`. */
  #expression(expression: unknown): void {
    if (!isDocument(expression)) return
    if (Array.isArray(expression.$and)) {
      for (const part of expression.$and) this.#expression(part)
      return
    }
    if (!Array.isArray(expression.$eq) || expression.$eq.length !== 2) return
    const [left, right] = expression.$eq as unknown[]
    const field = fieldName(left) ?? fieldName(right)
    const value = this.#constant(fieldName(left) === undefined ? left : right)
    if (field !== undefined && value !== undefined && isPlain(value)) {
      this.#add(field, { points: [component(value)], exact: false })
    }
  }

  #constant(expression: unknown): unknown {
    if (isDocument(expression)) return expression.$literal
    if (typeof expression !== 'string' || !expression.startsWith('$')) return expression
    if (!expression.startsWith('$$')) return undefined
    return this.#variables[expression.slice(2)]
  }
}

function fieldName(expression: unknown): string | undefined {
  if (typeof expression !== 'string' || !/^\$[^$]/.test(expression)) return undefined
  return expression.slice(1)
}

/** A value whose equality is that of its key: arrays match in two ways, and objects in any field order. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (value instanceof Date) return true
  return typeByte(value) === order.objectId
}

function literalStart(source: string): string {
  if (!source.startsWith('^') || source.includes('|')) return ''
  const literal = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[\\^$.*+?()[\]{}|/-])*)/.exec(source)![1]!
  const next = source[1 + literal.length]
  const characters = literal.replace(/\\(.)/gu, '$1')
  if (next !== '*' && next !== '?' && next !== '{') return characters
  return [...characters].slice(0, -1).join('')
}
