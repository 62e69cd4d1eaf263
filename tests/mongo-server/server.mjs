// A MongoDB server for tests: in memory, one process, each command atomic. It prints its port when it listens.
//   node server.mjs [--port N] [--replSet NAME] [--user NAME --password TEXT] [--tlsKeyFile PATH] [--log]
import { readFileSync } from 'node:fs'
import net from 'node:net'
import tls from 'node:tls'
import { parseArgs } from 'node:util'
import { commands, retryKey } from './commands.mjs'
import { MongoError } from './errors.mjs'
import { after, before, FailPoints } from './fail-points.mjs'
import { Scram } from './scram.mjs'
import { readMessages, reply } from './wire.mjs'

const EXPIRY_PAUSE = 1000
const RETRIES_KEPT = 10_000
const WITHOUT_LOGIN = new Set(['hello', 'isMaster', 'ismaster', 'saslStart', 'saslContinue', 'ping', 'endSessions'])

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    replSet: { type: 'string' },
    user: { type: 'string' },
    password: { type: 'string' },
    tlsKeyFile: { type: 'string' },
    log: { type: 'boolean' },
  },
})

const server = {
  port: 0,
  replicaSet: options.replSet,
  scram: options.user ? new Scram(options) : undefined,
  collections: new Map(),
  cursors: new Map(),
  lastCursor: 0,
  failPoints: new FailPoints(),
  retries: new Map(),
}
let connections = 0

function accept(socket) {
  const connection = { id: ++connections, isAuthenticated: !server.scram }
  socket.on('error', () => socket.destroy())
  // Commands of one connection are answered in order, also when one of them has to wait.
  let queue = Promise.resolve()
  readMessages(socket, (request) => {
    queue = queue.then(() => handle(socket, connection, request))
  })
}

async function handle(socket, connection, request) {
  const answer = await run(connection, request.command)
  if (answer === 'close') socket.destroy()
  else if (request.isAnswered && !socket.destroyed) socket.write(reply(request, answer))
}

async function run(connection, command) {
  const name = Object.keys(command)[0]
  if (options.log) console.error(JSON.stringify(command))
  try {
    const failure = server.failPoints.take(name)
    if ((await before(failure)) === 'close') return 'close'

    const answer = execute(connection, name, command, after(failure).isForgotten)
    return after(failure).isLost ? 'close' : { ...answer, ok: 1 }
  } catch (error) {
    return { ok: 0, ...describe(error) }
  }
}

function execute(connection, name, command, isForgotten) {
  if (!Object.hasOwn(commands, name)) throw new MongoError(59, 'CommandNotFound', `no such command: '${name}'`)
  if (!connection.isAuthenticated && !WITHOUT_LOGIN.has(name)) {
    throw new MongoError(13, 'Unauthorized', `command ${name} requires authentication`)
  }

  const retry = retryKey(command)
  if (retry !== undefined && !server.replicaSet) {
    throw new MongoError(20, 'IllegalOperation', 'Transaction numbers are only allowed on a replica set member')
  }

  if (server.retries.has(retry)) return server.retries.get(retry)
  const answer = commands[name](server, command, connection)
  if (retry !== undefined && !isForgotten) {
    server.retries.set(retry, answer)
    if (server.retries.size > RETRIES_KEPT) server.retries.delete(server.retries.keys().next().value)
  }

  return answer
}

function describe(error) {
  if (!(error instanceof MongoError)) console.error(error)
  const { code = 8, codeName = 'UnknownError', message, details } = error
  return { code, codeName, errmsg: message, ...details }
}

setInterval(() => {
  for (const collection of server.collections.values()) collection.removeExpired(Date.now())
}, EXPIRY_PAUSE).unref()

const pem = options.tlsKeyFile && readFileSync(options.tlsKeyFile)
const listener = pem ? tls.createServer({ key: pem, cert: pem }, accept) : net.createServer(accept)
listener.listen(Number(options.port), '127.0.0.1', () => {
  server.port = listener.address().port
  console.log(server.port)
})

// Ends with the test run that started it, even when that was killed.
process.stdin.on('end', () => process.exit()).resume()
