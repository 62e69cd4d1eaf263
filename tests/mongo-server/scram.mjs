// SCRAM-SHA-256 (RFC 5802, RFC 7677), the server's side, for one user.
import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto'
import { Binary } from 'bson'
import { MongoError } from './errors.mjs'

const ITERATIONS = 4096
const failed = () => new MongoError(18, 'AuthenticationFailed', 'Authentication failed.')

export class Scram {
  constructor({ user, password }) {
    const salt = randomBytes(28)
    const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256')
    const clientKey = hmac(salted, 'Client Key')
    this.user = user
    this.salt = salt
    this.storedKey = createHash('sha256').update(clientKey).digest()
    this.serverKey = hmac(salted, 'Server Key')
  }

  start(connection, command) {
    if (command.mechanism !== 'SCRAM-SHA-256') {
      throw new MongoError(334, 'MechanismUnavailable', `Unsupported mechanism ${command.mechanism}`)
    }

    const bare = text(command.payload).replace(/^n,,/, '')
    const { n: user, r: clientNonce } = fields(bare)
    const nonce = clientNonce + randomBytes(18).toString('base64')
    const first = `r=${nonce},s=${this.salt.toString('base64')},i=${ITERATIONS}`
    connection.scram = { user, nonce, bare, first }
    return { conversationId: 1, done: false, payload: payload(first) }
  }

  continue(connection, command) {
    const { user, nonce, bare, first } = connection.scram ?? {}
    const final = text(command.payload)
    if (final === '') return { conversationId: 1, done: true, payload: payload('') }

    const { r, p } = fields(final)
    const message = `${bare},${first},${final.slice(0, final.lastIndexOf(',p='))}`
    const signature = hmac(this.storedKey, message)
    const proof = Buffer.from(p ?? '', 'base64')
    if (user !== this.user || r !== nonce || proof.length !== signature.length) throw failed()

    const clientKey = Buffer.from(proof.map((byte, at) => byte ^ signature[at]))
    if (!timingSafeEqual(createHash('sha256').update(clientKey).digest(), this.storedKey)) throw failed()

    connection.isAuthenticated = true
    const verifier = `v=${hmac(this.serverKey, message).toString('base64')}`
    return { conversationId: 1, done: true, payload: payload(verifier) }
  }
}

const hmac = (key, message) => createHmac('sha256', key).update(message).digest()
const payload = (message) => new Binary(Buffer.from(message))
const text = (binary) => Buffer.from(binary.buffer).toString('utf8', 0, binary.position)
const fields = (message) =>
  Object.fromEntries(message.split(',').map((part) => [part[0], part.slice(2)]))
