// The server against MongoDB's own driver: what the driver's commands answer here must be what MongoDB answers.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { after, before, describe, test } from 'node:test'
import { Double, Int32, Long, MongoClient } from 'mongodb'

async function start(...options) {
  const process = spawn('node', ['server.mjs', ...options], {
    cwd: import.meta.dirname,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [port] = await once(createInterface(process.stdout), 'line')
  return { process, port, stop: () => process.stdin.end() }
}

for (const mode of ['standalone', 'replica set']) {
  describe(mode, () => {
    let server, client, items

    before(async () => {
      server = await start(...(mode === 'standalone' ? [] : ['--replSet', 'rs0']))
      const set = mode === 'standalone' ? '' : '&replicaSet=rs0'
      client = await MongoClient.connect(`mongodb://127.0.0.1:${server.port}/?serverSelectionTimeoutMS=3000${set}`)
      items = client.db('test').collection('items')
    })

    after(async () => {
      await client?.close()
      server.stop()
    })

    test('answers ping, buildInfo and an unknown command', async () => {
      assert.equal((await client.db('admin').command({ ping: 1 })).ok, 1)
      assert.equal((await client.db('admin').command({ buildInfo: 1 })).version, '6.0.0')
      await assert.rejects(client.db('admin').command({ nonsense: 1 }), { code: 59 })
    })

    test('keeps the types of numbers', async () => {
      const [int, long, double, whole] = [new Int32(1), Long.MAX_VALUE, new Double(1.5), new Double(2)]
      await items.insertOne({ _id: 'types', int, long, double, whole })
      const found = await items.findOne({ _id: 'types' }, { promoteValues: false })
      assert.deepEqual(
        [found.int._bsontype, found.long.toString(), found.double._bsontype, found.whole._bsontype],
        ['Int32', '9223372036854775807', 'Double', 'Double'],
      )
      assert.ok(await items.findOne({ long: Long.MAX_VALUE }))
      assert.ok(await items.findOne({ int: 1, whole: 2 }))
    })

    test('compares only within a type and orders text by bytes', async () => {
      const texts = client.db('test').collection('texts')
      await texts.insertMany(['\uff5e', '😀', 'a', '', 1, null].map((value, at) => ({ _id: String(at), value })))
      const find = (filter, sort) => texts.find(filter, { sort }).toArray()
      const ids = async (filter, sort) => (await find(filter, sort)).map((text) => text._id).join('')
      assert.equal(await ids({ value: { $gte: '' } }, { value: 1 }), '3201')
      assert.equal(await ids({ value: { $gt: '\uff5e' } }, { _id: 1 }), '1')
      assert.equal(await ids({ value: { $gt: 0 } }, { _id: 1 }), '4')
      assert.equal(await ids({}, { value: -1, _id: 1 }), '102345')
      assert.equal(await ids({ value: { $ne: 'a' } }, { _id: 1 }), '01345')
      assert.equal(await ids({ value: { $in: ['a', 1] } }, { _id: 1 }), '24')
      assert.equal(await ids({ value: { $regex: '^a$' } }, { _id: 1 }), '2')
      assert.equal(await ids({ $or: [{ value: 1 }, { $and: [{ value: 'a' }] }] }, { _id: 1 }), '24')
      assert.equal(await ids({ other: { $exists: false } }, { _id: 1 }), '012345')
    })

    test('pages with a cursor', async () => {
      const many = client.db('test').collection('many')
      await many.insertMany(Array.from({ length: 250 }, (_, at) => ({ _id: at })))
      const found = await many.find({}, { sort: { _id: 1 }, batchSize: 100 }).toArray()
      assert.deepEqual(found.map((item) => item._id), Array.from({ length: 250 }, (_, at) => at))
      assert.equal((await many.find({}, { skip: 240, limit: 20 }).toArray()).length, 10)
      assert.equal((await many.deleteMany({ _id: { $lt: 100 } })).deletedCount, 100)
      assert.equal(await many.estimatedDocumentCount(), 150)
    })

    test('refuses taken keys by the name of the index', async () => {
      const keyed = client.db('test').collection('keyed')
      await keyed.createIndex({ email: 1 }, { name: 'email', unique: true, sparse: true })
      await keyed.insertMany([{ _id: 1, email: 'a' }, { _id: 2 }, { _id: 3 }])
      const taken = { code: 11000, message: /index: email dup key/ }
      await assert.rejects(keyed.insertOne({ email: 'a' }), taken)
      await assert.rejects(keyed.insertOne({ _id: 1 }), { code: 11000, message: /index: _id_ dup key/ })
      await assert.rejects(keyed.updateOne({ _id: 2 }, { $set: { email: 'a' } }), taken)
      await assert.rejects(keyed.replaceOne({ _id: 2 }, { email: 'a' }), taken)
      await assert.rejects(keyed.findOneAndUpdate({ _id: 2 }, { $set: { email: 'a' } }), taken)
      await keyed.deleteOne({ _id: 1 })
      await keyed.insertOne({ _id: 4, email: 'a' })
      await assert.rejects(keyed.createIndex({ other: 1 }, { name: 'email' }), { code: 86 })
      const indexes = await keyed.listIndexes().toArray()
      assert.deepEqual(indexes[1], { v: 2, key: { email: 1 }, name: 'email', unique: true, sparse: true })
      await keyed.dropIndex('email')
      await keyed.insertOne({ email: 'a' })
    })

    test('a unique index that is not sparse lets one document be without the field', async () => {
      const plainly = client.db('test').collection('plainly')
      await plainly.createIndex({ a: 1, b: 1 }, { unique: true })
      await plainly.insertMany([{ a: 1 }, { a: 1, b: 1 }, {}])
      await assert.rejects(plainly.insertOne({}), { code: 11000 })
    })

    test('updates with operators, upserts and replaces', async () => {
      await items.insertOne({ _id: 'u', a: 1, b: 'x' })
      const updated = await items.findOneAndUpdate(
        { _id: 'u', a: 1 }, { $set: { c: true }, $unset: { b: '' }, $inc: { a: 2, n: 5 } }, { returnDocument: 'after' })
      assert.deepEqual(updated, { _id: 'u', a: 3, c: true, n: 5 })
      assert.equal(await items.findOneAndUpdate({ _id: 'u', a: 1 }, { $set: { a: 9 } }), null)
      const upserted = await items.updateOne({ _id: 'up', k: 'v' }, { $set: { a: 1 } }, { upsert: true })
      assert.equal(upserted.upsertedId, 'up')
      assert.deepEqual(await items.findOne({ _id: 'up' }), { _id: 'up', k: 'v', a: 1 })
      assert.equal((await items.replaceOne({ _id: 'up' }, { z: 1 })).modifiedCount, 1)
      assert.deepEqual(await items.findOneAndDelete({ _id: 'up' }), { _id: 'up', z: 1 })
      await assert.rejects(items.updateOne({ _id: 'u' }, { $set: { a: 1 }, $inc: { a: 1 } }), { code: 40 })
    })

    test('an unordered insert goes on after an error', async () => {
      const several = client.db('test').collection('several')
      const inserts = several.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }], { ordered: false })
      await assert.rejects(inserts, { code: 11000 })
      assert.equal(await several.estimatedDocumentCount(), 2)
    })

    test('removes what expired', async () => {
      const expiring = client.db('test').collection('expiring')
      await expiring.createIndex({ at: 1 }, { expireAfterSeconds: 0 })
      const [past, future] = [new Date(0), new Date(8e12)]
      await expiring.insertMany([{ _id: 'past', at: past }, { _id: 'future', at: future }, { _id: 'none' }])
      while ((await expiring.estimatedDocumentCount()) > 2) await new Promise((resolve) => setTimeout(resolve, 50))
      assert.deepEqual((await expiring.find().toArray()).map((item) => item._id), ['future', 'none'])
    })

    test('drops collections and databases', async () => {
      await client.db('gone').collection('a').insertOne({})
      await client.db('gone').dropDatabase()
      assert.equal(await client.db('gone').collection('a').estimatedDocumentCount(), 0)
    })

    test('fails by fail point and retries as the mode allows', async () => {
      const fail = (data, times = 1) => client.db('admin').command(
        { configureFailPoint: 'failCommand', mode: { times }, data: { failCommands: ['insert'], ...data } })
      await fail({ errorCode: 13 })
      await assert.rejects(items.insertOne({ _id: 'f1' }), { code: 13 })
      await fail({ closeConnection: true })
      const insert = items.insertOne({ _id: 'f2' })
      if (mode === 'standalone') await assert.rejects(insert)
      else await insert

      await fail({ loseReply: true })
      const lost = items.insertOne({ _id: 'f3' })
      if (mode === 'standalone') await assert.rejects(lost)
      else await lost
      assert.ok(await items.findOne({ _id: 'f3' }))
    })
  })
}

test('a password is asked for', async () => {
  const server = await start('--user', 'ann', '--password', 'se:cret')
  try {
    const address = `127.0.0.1:${server.port}/?serverSelectionTimeoutMS=3000`
    const client = await MongoClient.connect(`mongodb://ann:se%3Acret@${address}`)
    await client.db('test').collection('items').insertOne({ _id: 1 })
    await client.close()

    await assert.rejects(MongoClient.connect(`mongodb://ann:wrong@${address}`), { code: 18 })
    const stranger = await MongoClient.connect(`mongodb://${address}`)
    await assert.rejects(stranger.db('test').collection('items').findOne(), { code: 13 })
    await stranger.close()
  } finally {
    server.stop()
  }
})
