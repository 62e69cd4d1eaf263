// One collection: documents with their BSON types, a plain copy of each for queries, and its indexes.
import { Long, ObjectId } from 'bson'
import { Query } from 'mingo'
import { MongoError } from './errors.mjs'
import { compare, keyOf, plain, Whole } from './values.mjs'

const ID_INDEX = { name: '_id_', key: { _id: 1 }, isUnique: true }

export class Collection {
  constructor(namespace) {
    this.namespace = namespace
    this.entries = new Map()
    this.indexes = [{ ...ID_INDEX, owners: new Map() }]
  }

  insert(document) {
    const stored = '_id' in document ? document : { _id: new ObjectId(), ...document }
    this.#write(undefined, stored)
  }

  /** Replaces or changes the document of an entry; refused whole when a unique key is taken. */
  write(entry, document) {
    this.#write(entry, document)
  }

  remove(entry) {
    this.entries.delete(keyOf(entry.plain._id))
    for (const index of this.indexes) index.owners?.delete(indexKey(index, entry.plain))
  }

  find(filter, { sort, skip = 0, limit = 0 } = {}) {
    const query = new Query(plain(filter ?? {}))
    const found = this.#candidates(filter).filter((entry) => query.test(entry.plain))
    if (sort) found.sort((left, right) => compareBy(sort, left.plain, right.plain))
    return found.slice(skip, limit > 0 ? skip + limit : undefined)
  }

  createIndex({ name, key, unique, sparse, expireAfterSeconds }) {
    const index = {
      name,
      key: Object.fromEntries(Object.entries(key).map(([field, order]) => [field, Number(order)])),
      isUnique: unique === true,
      isSparse: sparse === true,
      expireAfterSeconds: expireAfterSeconds === undefined ? undefined : Number(expireAfterSeconds),
    }
    const existing = this.indexes.find((other) => other.name === name)
    if (existing) {
      if (describe(existing) === describe(index)) return
      throw new MongoError(86, 'IndexKeySpecsConflict', `An existing index has the same name as the requested: ${name}`)
    }

    if (index.isUnique) {
      index.owners = new Map()
      for (const entry of this.entries.values()) this.#claim(index, entry)
    }

    this.indexes.push(index)
  }

  dropIndex(name) {
    const at = this.indexes.findIndex((index) => index.name === name)
    if (at < 1) throw new MongoError(27, 'IndexNotFound', `index not found with name [${name}]`)
    this.indexes.splice(at, 1)
  }

  listIndexes() {
    return this.indexes.map(({ name, key, isUnique, isSparse, expireAfterSeconds }) => ({
      v: 2,
      key,
      name,
      ...(isUnique && name !== '_id_' && { unique: true }),
      ...(isSparse && { sparse: true }),
      ...(expireAfterSeconds !== undefined && { expireAfterSeconds }),
    }))
  }

  removeExpired(now) {
    for (const index of this.indexes) {
      if (index.expireAfterSeconds === undefined) continue
      const field = Object.keys(index.key)[0]
      for (const entry of [...this.entries.values()]) {
        const time = entry.plain[field]
        if (time instanceof Date && +time + index.expireAfterSeconds * 1000 <= now) this.remove(entry)
      }
    }
  }

  #write(before, document) {
    const after = { document, plain: plain(document) }
    if (before && keyOf(before.plain._id) !== keyOf(after.plain._id)) {
      throw new MongoError(66, 'ImmutableField', "Performing an update on the path '_id' would modify it")
    }

    // All keys are checked before the first is taken: a refused write changes nothing.
    for (const index of this.indexes) this.#requireFree(index, before, after)
    if (before) this.remove(before)
    for (const index of this.indexes) this.#claim(index, after)
    this.entries.set(keyOf(after.plain._id), after)
  }

  #requireFree(index, before, after) {
    const owner = index.owners?.get(indexKey(index, after.plain))
    if (owner && owner !== before) throw this.#duplicate(index, after)
  }

  #claim(index, entry) {
    const key = indexKey(index, entry.plain)
    if (!index.owners || key === undefined) return
    if (index.owners.has(key)) throw this.#duplicate(index, entry)
    index.owners.set(key, entry)
  }

  #duplicate(index, entry) {
    const keyValue = Object.fromEntries(Object.keys(index.key).map((field) => [field, entry.document[field] ?? null]))
    const shown = JSON.stringify(keyValue)
    return new MongoError(
      11000,
      'DuplicateKey',
      `E11000 duplicate key error collection: ${this.namespace} index: ${index.name} dup key: ${shown}`,
      { keyPattern: index.key, keyValue },
    )
  }

  #candidates(filter) {
    const id = filter?._id ?? filter?.$and?.find((part) => part._id !== undefined)?._id
    const value = id?.$eq ?? id
    if (typeof value !== 'string') return [...this.entries.values()]
    const entry = this.entries.get(keyOf(plain(value)))
    return entry ? [entry] : []
  }
}

/** Applies update operators, or takes a replacement, and returns the new document. */
export function changed(document, update, isInsert = false) {
  if (!Object.keys(update)[0]?.startsWith('$')) return { _id: document._id, ...update }

  const result = { ...document }
  const seen = new Set()
  for (const [operator, fields] of Object.entries(update)) {
    for (const [field, value] of Object.entries(fields)) {
      if (seen.has(field)) {
        throw new MongoError(40, 'ConflictingUpdateOperators', `Updating the path '${field}' would create a conflict`)
      }

      seen.add(field)
      if (operator === '$set') result[field] = value
      else if (operator === '$unset') delete result[field]
      else if (operator === '$inc') result[field] = sum(result[field], value)
      else if (operator === '$setOnInsert') isInsert && (result[field] = value)
      else throw new MongoError(9, 'FailedToParse', `Unknown modifier: ${operator}`)
    }
  }

  return result
}

function sum(value, by) {
  if (value === undefined) return by
  const [left, right] = [plain(value), plain(by)]
  if (!(left instanceof Whole && right instanceof Whole)) {
    throw new MongoError(14, 'TypeMismatch', 'Cannot apply $inc to a value of non-integer type')
  }

  return Long.fromBigInt(left.value + right.value)
}

function compareBy(sort, left, right) {
  for (const [field, order] of Object.entries(sort)) {
    const result = compare(left[field], right[field])
    if (result !== 0) return Number(order) < 0 ? -result : result
  }

  return 0
}

function indexKey(index, document) {
  const values = Object.keys(index.key).map((field) => document[field])
  return index.isSparse && values.every((value) => value === undefined) ? undefined : keyOf(values)
}

const describe = ({ key, isUnique, isSparse, expireAfterSeconds }) =>
  JSON.stringify([Object.entries(key), isUnique, !!isSparse, expireAfterSeconds])
