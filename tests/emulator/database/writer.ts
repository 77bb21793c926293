import { Clock } from '@/emulator/clock'
import { Database } from '@/emulator/database'
import { defaultLimits } from '@/emulator/limits'

/*
 * A process of its own for the durability test: writes concurrently to the file it is given, and prints a line
 * for every write the database has acknowledged, until it is killed.
 */

const database = Database.open({
  path: process.argv[2]!,
  clock: new Clock(),
  limits: defaultLimits,
})
const by = (field: string, unique = false) => ({
  name: field,
  fields: [{ field, direction: 1 as const }],
  unique,
})
database.define({ name: 'writes', indexes: [by('n'), by('tags'), by('pair'), by('serial', true)] })

const document = (id: string, pair?: string) => ({
  _id: id,
  serial: id,
  n: 1,
  tags: [`tag ${id}`, 'all'],
  ...(pair === undefined ? {} : { pair }),
})

async function write(number: number): Promise<void> {
  const id = `d${number}`
  await database.insert({ collection: 'writes', documents: [document(id)] })
  process.stdout.write(`inserted ${id}\n`)
  await database.modify({
    collection: 'writes',
    query: { _id: id },
    update: { $inc: { n: 1 }, $push: { tags: 'more' } },
    multi: false,
    merge: true,
    upsert: false,
  })
  process.stdout.write(`modified ${id}\n`)
  const transactionId = database.startTransaction()
  for (const side of ['left', 'right']) {
    await database.insert({
      collection: 'writes',
      documents: [document(`${side} ${number}`, side)],
      transactionId,
    })
  }
  await database.commit(transactionId)
}

async function writeAll(from: number): Promise<void> {
  for (let number = from; number < 1000; number += 10) {
    await write(number)
    await new Promise(setImmediate)
  }
}

for (let writer = 0; writer < 10; writer++) void writeAll(writer)
