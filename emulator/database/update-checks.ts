import { isDocument, typeName, type Document } from './document'
import { show, writeError } from './failures'

/** The update operators there are. */
const operators = new Set([
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$bit',
  '$push',
  '$pull',
  '$pullAll',
  '$addToSet',
  '$pop',
])

/** Those that make a missing path. */
const creating = new Set(['$set', '$inc', '$mul', '$min', '$max', '$bit', '$push', '$addToSet'])

/** Refuses an update whose own shape is wrong, whatever the document. */
export function checkUpdate(update: Document): void {
  for (const [operator, fields] of Object.entries(update)) {
    if (!operators.has(operator)) throw writeError(`Unknown modifier: ${operator}`)
    if (!isDocument(fields)) {
      throw writeError(
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${show(fields)}}`,
      )
    }
    if (Object.keys(fields).length === 0) {
      throw writeError(
        `'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`,
      )
    }
    for (const [path, operand] of Object.entries(fields)) {
      if (path === '') throw writeError('An empty update path is not valid.')
      checkOperand(operator, path, operand)
    }
  }
  checkConflicts(update)
}

function checkOperand(operator: string, path: string, operand: unknown): void {
  switch (operator) {
    case '$inc':
    case '$mul':
      if (typeof operand === 'number') return
      throw writeError(
        `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${show(operand)}}`,
      )
    case '$pop':
      if (operand === 1 || operand === -1) return
      throw writeError(`$pop expects 1 or -1, found: ${show(operand)}`)
    case '$pullAll':
      if (Array.isArray(operand)) return
      throw writeError(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
    case '$rename':
      if (typeof operand !== 'string') {
        throw writeError(`The 'to' field for $rename must be a string: ${path}: ${show(operand)}`)
      }
      if (operand === path) {
        throw writeError(
          `The source and target field for $rename must differ: ${path}: ${show(operand)}`,
        )
      }
      return
    case '$push':
    case '$addToSet':
      if (isDocument(operand) && '$each' in operand && !Array.isArray(operand.$each)) {
        throw writeError(
          `The argument to $each in ${operator} must be an array but it was of type ${typeName(operand.$each)}`,
        )
      }
      return
  }
}

/** Two operators may not touch one path, nor one the inside of the other's. */
function checkConflicts(update: Document): void {
  const paths: string[] = []
  for (const [operator, fields] of Object.entries(update)) {
    for (const [path, operand] of Object.entries(fields as Document)) {
      paths.push(path)
      if (operator === '$rename') paths.push(operand as string)
    }
  }
  paths.sort()
  for (let i = 0; i < paths.length; i++) {
    for (let j = i + 1; j < paths.length; j++) {
      const [outer, inner] = [paths[i]!, paths[j]!]
      if (inner === outer || inner.startsWith(`${outer}.`)) {
        throw writeError(`Updating the path '${inner}' would create a conflict at '${outer}'`)
      }
    }
  }
}

/** Refuses what MongoDB refuses for this document, where mingo would pass over it in silence. */
export function checkAgainst(document: Document, update: Document): void {
  for (const [operator, fields] of Object.entries(update)) {
    for (const [path, operand] of Object.entries(fields as Document)) {
      if (path.includes('$')) continue
      const value = reach(document, path, creating.has(operator))
      if (value !== undefined) checkTarget(operator, path, value, document)
      if (operator === '$rename' && value !== undefined) reach(document, operand as string, true)
    }
  }
}

/** The value at a path; undefined when there is none. Throws when it is to be made and cannot be. */
function reach(document: Document, path: string, make: boolean): unknown {
  const parts = path.split('.')
  let current: unknown = document
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!
    const inside = Array.isArray(current) ? /^\d+$/.test(part) : isDocument(current)
    if (!inside) {
      if (make) {
        throw writeError(
          `Cannot create field '${part}' in element {${parts[at - 1]}: ${show(current)}}`,
        )
      }
      return undefined
    }
    current = (current as Document)[part]
    if (current === undefined) return undefined
  }
  return current
}

function checkTarget(operator: string, path: string, value: unknown, document: Document): void {
  const id = `{_id: ${show(document._id)}}`
  const last = path.slice(path.lastIndexOf('.') + 1)
  switch (operator) {
    case '$inc':
    case '$mul':
      if (typeof value === 'number') return
      throw writeError(
        `Cannot apply ${operator} to a value of non-numeric type. ${id} has the field '${last}' of non-numeric type ${typeName(value)}`,
      )
    case '$bit':
      if (Number.isInteger(value)) return
      throw writeError(
        `Cannot apply $bit to a value of non-integral type.${id} has the field ${last} of non-integer type ${typeName(value)}`,
      )
    case '$push':
      if (Array.isArray(value)) return
      throw writeError(
        `The field '${path}' must be an array but is of type ${typeName(value)} in document ${id}`,
      )
    case '$addToSet':
      if (Array.isArray(value)) return
      throw writeError(
        `Cannot apply $addToSet to non-array field. Field named '${last}' has non-array type ${typeName(value)}`,
      )
    case '$pull':
    case '$pullAll':
      if (Array.isArray(value)) return
      throw writeError(`Cannot apply ${operator} to a non-array value`)
    case '$pop':
      if (Array.isArray(value)) return
      throw writeError(`Path '${path}' contains an element of non-array type '${typeName(value)}'`)
  }
}
