// Frames of the MongoDB wire protocol: OP_MSG, and the OP_QUERY handshake that older drivers begin with.
import { deserialize, serialize } from 'bson'

const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013
const HEADER = 16
const CHECKSUM_PRESENT = 1
const MORE_TO_COME = 2

// Keeps Int32, Long and Double apart, so that a value is stored with the type it came with.
const read = (bytes) => deserialize(bytes, { promoteValues: false, promoteLongs: false, bsonRegExp: true })

/** Calls onMessage with each whole message of a socket, in order. */
export function readMessages(socket, onMessage) {
  let pending = Buffer.alloc(0)
  socket.on('data', (data) => {
    pending = pending.length === 0 ? data : Buffer.concat([pending, data])
    while (pending.length >= 4 && pending.length >= pending.readInt32LE(0)) {
      const length = pending.readInt32LE(0)
      const message = pending.subarray(0, length)
      pending = pending.subarray(length)
      onMessage(parse(message))
    }
  })
}

export function parse(message) {
  const requestId = message.readInt32LE(4)
  const opCode = message.readInt32LE(12)
  if (opCode === OP_MSG) return { requestId, opCode, ...parseMsg(message) }
  if (opCode === OP_QUERY) return { requestId, opCode, isAnswered: true, command: parseQuery(message) }
  throw new Error(`unknown opcode ${opCode}`)
}

export function reply(request, document) {
  const body = serialize(document)
  return request.opCode === OP_QUERY
    ? frame(OP_REPLY, request.requestId, Buffer.concat([replyHeader(), body]))
    : frame(OP_MSG, request.requestId, Buffer.concat([Buffer.alloc(5), body]))
}

function parseMsg(message) {
  const flags = message.readUInt32LE(HEADER)
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0)
  let command = {}
  const sequences = {}
  for (let at = HEADER + 4; at < end; ) {
    const kind = message[at++]
    const size = message.readInt32LE(at)
    const section = message.subarray(at, at + size)
    if (kind === 0) command = read(section)
    else Object.assign(sequences, parseSequence(section))
    at += size
  }

  return { isAnswered: !(flags & MORE_TO_COME), command: { ...command, ...sequences } }
}

// A list that travels beside the command: the documents of an insert, the statements of an update.
function parseSequence(section) {
  const nameEnd = section.indexOf(0, 4)
  const documents = []
  for (let at = nameEnd + 1; at < section.length; at += section.readInt32LE(at)) {
    documents.push(read(section.subarray(at, at + section.readInt32LE(at))))
  }

  return { [section.toString('utf8', 4, nameEnd)]: documents }
}

function parseQuery(message) {
  const collectionEnd = message.indexOf(0, HEADER + 4)
  const database = message.toString('utf8', HEADER + 4, collectionEnd).split('.')[0]
  const document = message.subarray(collectionEnd + 1 + 8)
  return { ...read(document.subarray(0, document.readInt32LE(0))), $db: database }
}

function replyHeader() {
  const header = Buffer.alloc(20)
  header.writeInt32LE(8, 0)
  header.writeInt32LE(1, 16)
  return header
}

function frame(opCode, requestId, body) {
  const header = Buffer.alloc(HEADER)
  header.writeInt32LE(HEADER + body.length, 0)
  header.writeInt32LE(requestId, 8)
  header.writeInt32LE(opCode, 12)
  return Buffer.concat([header, body])
}
