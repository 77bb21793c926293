import { isDocument, type Document } from './document'
import { badValue } from './failures'

const logical = new Set(['$and', '$or', '$nor'])

/** Refuses operands whose type MongoDB refuses; mingo would fail later, or pass over them. */
export function checkQuery(query: Document): void {
  for (const [name, value] of Object.entries(query)) {
    if (logical.has(name)) {
      if (!Array.isArray(value)) throw badValue(`${name} must be an array`)
      if (value.length === 0) throw badValue('$and/$or/$nor must be a nonempty array')
      for (const part of value) {
        if (!isDocument(part)) throw badValue('$or/$and/$nor entries need to be full objects')
        checkQuery(part)
      }
    } else if (name === '$where') {
      throw badValue('$where is not allowed in this context')
    } else if (!name.startsWith('$') && isDocument(value)) {
      checkOperators(value)
    }
  }
}

function checkOperators(operators: Document): void {
  const names = Object.keys(operators)
  const dollars = names.filter((name) => name.startsWith('$'))
  if (dollars.length === 0) return
  if (dollars.length < names.length) {
    const plain = names.find((name) => !name.startsWith('$'))
    throw badValue(`unknown operator: ${plain}`)
  }
  for (const [operator, operand] of Object.entries(operators)) checkOperand(operator, operand)
}

function checkOperand(operator: string, operand: unknown): void {
  switch (operator) {
    case '$in':
    case '$nin':
    case '$all':
      if (!Array.isArray(operand)) throw badValue(`${operator} needs an array`)
      return
    case '$size':
      if (typeof operand !== 'number') throw badValue('$size needs a number')
      if (!Number.isInteger(operand) || operand < 0) throw badValue('$size may not be negative')
      return
    case '$mod':
      if (!Array.isArray(operand)) throw badValue('malformed mod, needs to be an array')
      if (operand.length < 2) throw badValue('malformed mod, not enough elements')
      if (operand[0] === 0) throw badValue('divisor cannot be 0')
      return
    case '$elemMatch':
      if (!isDocument(operand)) throw badValue('$elemMatch needs an Object')
      checkQuery(operand)
      return
    case '$not':
      if (operand instanceof RegExp) return
      if (!isDocument(operand)) throw badValue('$not needs a regex or a document')
      checkOperators(operand)
      return
  }
}
