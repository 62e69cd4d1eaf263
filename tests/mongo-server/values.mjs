// BSON values as plain values that mingo and JavaScript's operators compare as MongoDB would.

/** A whole number of 64 bits; mingo, which knows no such type, compares it by its text, which orders as the number. */
export class Whole {
  constructor(value) {
    this.value = value
    this.text = (value + 2n ** 63n).toString().padStart(20, '0')
  }

  toString() {
    return this.text
  }

  toJSON() {
    return `whole ${this.text}`
  }
}

/**
 * Whole numbers of all types are one, so 1 equals 1.0 and 64 bits are exact; they are not compared with fractions.
 * Text becomes one character for each byte of its UTF-8: JavaScript compares UTF-16 units, MongoDB bytes.
 */
export function plain(value) {
  switch (value?._bsontype) {
    case 'Int32':
    case 'Double':
      return number(value.value)
    case 'Long':
      return new Whole(value.toBigInt())
    case 'BSONRegExp':
      return new RegExp(bytes(value.pattern), value.options.replace(/[^imsu]/g, ''))
    case 'ObjectId':
      return `ObjectId:${value.toHexString()}`
    case 'UUID':
    case 'Binary':
      return `Binary:${value.toString('hex')}`
  }

  if (typeof value === 'number') return number(value)
  if (typeof value === 'string') return bytes(value)
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Date || value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

/** MongoDB's order over values of all types; an absent value is the least. */
export function compare(left, right) {
  const [leftRank, rightRank] = [rank(left), rank(right)]
  if (leftRank !== rightRank) return leftRank - rightRank
  return left < right ? -1 : left > right ? 1 : 0
}

/** A text that is the same for equal plain values and different for others. */
export function keyOf(value) {
  return JSON.stringify(value ?? null)
}

const number = (value) => (Number.isInteger(value) ? new Whole(BigInt(value)) : value)
const bytes = (text) => Buffer.from(text, 'utf8').toString('latin1')

function rank(value) {
  if (value === undefined || value === null) return 0
  if (value instanceof Whole || typeof value === 'number') return 1
  if (typeof value === 'string') return 2
  if (typeof value === 'boolean') return 5
  if (value instanceof Date) return 6
  return Array.isArray(value) ? 4 : 3
}
