// The commands, each a function of the server's state and the command, answering with a document.
import { calculateObjectSize, Long } from 'bson'
import { changed, Collection } from './collection.mjs'
import { MongoError } from './errors.mjs'
import { keyOf, plain } from './values.mjs'

const MAX_DOCUMENT = 16 * 1024 * 1024
const FIRST_BATCH = 101

export const commands = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: () => ({}),
  buildInfo: () => ({ version: '6.0.0', versionArray: [6, 0, 0, 0], maxBsonObjectSize: MAX_DOCUMENT }),
  endSessions: () => ({}),
  killCursors: (server, command) => {
    for (const id of command.cursors) server.cursors.delete(String(id))
    return { cursorsKilled: command.cursors }
  },
  configureFailPoint: (server, command) => server.failPoints.configure(command),
  saslStart: (server, command, connection) => server.scram.start(connection, command),
  saslContinue: (server, command, connection) => server.scram.continue(connection, command),

  insert: (server, command) =>
    writeEach(command.documents, command.ordered, (document) => {
      collection(server, command, command.insert).insert(document)
      return { n: 1 }
    }),

  update: (server, command) => {
    let modified = 0
    const upserted = []
    const result = writeEach(command.updates, command.ordered, ({ q, u, multi, upsert }, index) => {
      const target = collection(server, command, command.update)
      const found = target.find(q, { limit: multi ? 0 : 1 })
      if (found.length === 0 && upsert) {
        const document = upsertedDocument(q, u)
        target.insert(document)
        upserted.push({ index, _id: document._id })
        return { n: 1 }
      }

      for (const entry of found) target.write(entry, changed(entry.document, u))
      modified += found.length
      return { n: found.length }
    })
    return { ...result, nModified: modified, ...(upserted.length > 0 && { upserted }) }
  },

  delete: (server, command) =>
    writeEach(command.deletes, command.ordered, ({ q, limit }) => {
      const target = collection(server, command, command.delete)
      const found = target.find(q, { limit: Number(limit) })
      for (const entry of found) target.remove(entry)
      return { n: found.length }
    }),

  findAndModify: (server, command) => {
    const target = collection(server, command, command.findAndModify)
    const [entry] = target.find(command.query, { sort: command.sort, limit: 1 })
    if (!entry && command.upsert) {
      const document = upsertedDocument(command.query, command.update)
      target.insert(document)
      return {
        lastErrorObject: { n: 1, updatedExisting: false, upserted: document._id },
        value: command.new ? document : null,
      }
    }

    if (!entry) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null }
    if (command.remove) {
      target.remove(entry)
      return { lastErrorObject: { n: 1 }, value: entry.document }
    }

    const document = changed(entry.document, command.update)
    target.write(entry, document)
    return { lastErrorObject: { n: 1, updatedExisting: true }, value: command.new ? document : entry.document }
  },

  find: (server, command) => {
    const found = collection(server, command, command.find).find(command.filter, {
      sort: command.sort,
      skip: Number(command.skip ?? 0),
      limit: Math.abs(Number(command.limit ?? 0)),
    })
    const documents = found.map((entry) => entry.document)
    const size = Number(command.batchSize ?? FIRST_BATCH)
    return { cursor: page(server, command, command.find, documents, size, 'firstBatch') }
  },

  getMore: (server, command) => {
    const documents = server.cursors.get(String(command.getMore))
    if (!documents) throw new MongoError(43, 'CursorNotFound', `cursor id ${command.getMore} not found`)
    server.cursors.delete(String(command.getMore))
    const size = Number(command.batchSize ?? documents.length)
    return { cursor: page(server, command, command.collection, documents, size, 'nextBatch') }
  },

  count: (server, command) => ({
    n: collection(server, command, command.count).find(command.query, {
      skip: Number(command.skip ?? 0),
      limit: Number(command.limit ?? 0),
    }).length,
  }),

  createIndexes: (server, command) => {
    const target = collection(server, command, command.createIndexes)
    const before = target.indexes.length
    for (const index of command.indexes) target.createIndex(index)
    return { numIndexesBefore: before, numIndexesAfter: target.indexes.length }
  },

  dropIndexes: (server, command) => {
    const target = collection(server, command, command.dropIndexes)
    const before = target.indexes.length
    target.dropIndex(command.index)
    return { nIndexesWas: before }
  },

  listIndexes: (server, command) => {
    const target = server.collections.get(namespace(command, command.listIndexes))
    if (!target) throw new MongoError(26, 'NamespaceNotFound', `ns does not exist: ${command.listIndexes}`)
    return { cursor: page(server, command, command.listIndexes, target.listIndexes(), FIRST_BATCH, 'firstBatch') }
  },

  drop: (server, command) => {
    if (server.collections.delete(namespace(command, command.drop))) return {}
    throw new MongoError(26, 'NamespaceNotFound', 'ns not found')
  },

  dropDatabase: (server, command) => {
    for (const name of [...server.collections.keys()]) {
      if (name.startsWith(`${command.$db}.`)) server.collections.delete(name)
    }

    return { dropped: command.$db }
  },
}

function hello(server, command, connection) {
  const me = `127.0.0.1:${server.port}`
  return {
    helloOk: true,
    ismaster: true,
    isWritablePrimary: true,
    maxBsonObjectSize: MAX_DOCUMENT,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: connection.id,
    minWireVersion: 0,
    maxWireVersion: 17,
    readOnly: false,
    ...(server.replicaSet && {
      setName: server.replicaSet,
      setVersion: 1,
      secondary: false,
      hosts: [me],
      primary: me,
      me,
    }),
    ...(command.saslSupportedMechs && server.scram && { saslSupportedMechs: ['SCRAM-SHA-256'] }),
  }
}

const namespace = (command, name) => `${command.$db}.${name}`

function collection(server, command, name) {
  const full = namespace(command, name)
  if (!server.collections.has(full)) server.collections.set(full, new Collection(full))
  return server.collections.get(full)
}

/** Does each statement; an error of one is reported with its place and, when ordered, ends the rest. */
function writeEach(statements, ordered, write) {
  let n = 0
  const writeErrors = []
  for (const [index, statement] of statements.entries()) {
    try {
      n += write(statement, index).n
    } catch (error) {
      if (!(error instanceof MongoError)) throw error
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.details })
      if (ordered !== false) break
    }
  }

  return { n, ...(writeErrors.length > 0 && { writeErrors }) }
}

function upsertedDocument(query, update) {
  const equal = Object.entries(query).filter(([key, value]) => !key.startsWith('$') && !hasOperators(value))
  return changed(Object.fromEntries(equal), update, true)
}

const hasOperators = (value) => Object.keys(plain(value) ?? {}).some((key) => key.startsWith('$'))

function page(server, command, name, documents, size, batchName) {
  const batch = fitting(documents.slice(0, size))
  const rest = documents.slice(batch.length)
  let id = 0n
  if (rest.length > 0 && !command.singleBatch) {
    id = BigInt(++server.lastCursor)
    server.cursors.set(String(id), rest)
  }

  return { [batchName]: batch, id: Long.fromBigInt(id), ns: namespace(command, name) }
}

/** As many as one reply may hold, and at least one. */
function fitting(documents) {
  let bytes = 0
  const end = documents.findIndex((document, at) => (bytes += calculateObjectSize(document)) > MAX_DOCUMENT && at > 0)
  return end < 0 ? documents : documents.slice(0, end)
}

/** Names a retryable write, so that its retry is answered and not done again. */
export function retryKey(command) {
  return command.txnNumber === undefined ? undefined : keyOf(plain([command.lsid, command.txnNumber]))
}
