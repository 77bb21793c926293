import type { Document } from '@/emulator/database'
import { closeAll, indexed, open } from './open'

afterEach(closeAll)

const point = (longitude: number, latitude: number) => ({
  type: 'Point',
  coordinates: [longitude, latitude],
})
const centre = point(121.45, 31.25)
/** A square around a point, this many degrees to each side. */
const square = ([longitude, latitude]: number[], side: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [longitude! - side, latitude! - side],
      [longitude! + side, latitude! - side],
      [longitude! + side, latitude! + side],
      [longitude! - side, latitude! + side],
      [longitude! - side, latitude! - side],
    ],
  ],
})

/** A stop every 0.01° from the centre to the east (about 951 m), and a district around the first. */
async function stops() {
  const { database } = open([indexed('stops', 'at@'), indexed('bare')])
  const documents: Document[] = Array.from({ length: 100 }, (_, n) => ({
    _id: n,
    at: point((12145 + n) / 100, 31.25),
  }))
  documents.push({ _id: 'district', at: square([121.45, 31.25], 0.004) })
  documents.push({ _id: 'nowhere' })
  await database.insert({ collection: 'stops', documents })
  const find = (query: Document, limit = 1000) => {
    const { documents: found, examined } = database.find({ collection: 'stops', query, limit })
    return { ids: found.map(({ _id }) => _id), examined }
  }
  return { database, find }
}

test('$nearSphere finds the nearest first, between the least and the most metres', async () => {
  const { find } = await stops()
  const near = (spec: Document) => find({ at: { $nearSphere: { $geometry: centre, ...spec } } })
  expect(near({ $maxDistance: 2000 }).ids).toEqual([0, 'district', 1, 2])
  expect(near({ $maxDistance: 2000, $minDistance: 900 }).ids).toEqual([1, 2])
  expect(near({ $maxDistance: 951 }).ids).toEqual([0, 'district'])
  expect(near({ $maxDistance: 953 }).ids).toEqual([0, 'district', 1])
  expect(near({}).ids).toHaveLength(101)
})

test('the nearest few are found without reading the rest', async () => {
  const { find } = await stops()
  const nearest = find({ at: { $near: { $geometry: point(121.951, 31.25) } } }, 2)
  expect(nearest.ids).toEqual([50, 51])
  expect(nearest.examined).toBeLessThan(10)
  expect(
    find({ at: { $near: { $geometry: centre, $maxDistance: 3000 } }, _id: { $gt: 1 } }).ids,
  ).toEqual([2, 3])
})

test('$near needs a 2dsphere index, as in MongoDB', async () => {
  const { database } = await stops()
  const query = { at: { $near: { $geometry: centre } } }
  expect(() => database.find({ collection: 'bare', query })).toThrow(
    'unable to find index for $geoNear query',
  )
})

test('$geoWithin: a polygon, its border, a circle, and a shape that must lie inside whole', async () => {
  const { find } = await stops()
  const within = (shape: Document) => find({ at: { $geoWithin: shape } })
  expect(within({ $geometry: square([121.45, 31.25], 0.02) }).ids).toEqual([0, 1, 2, 'district'])
  expect(within({ $geometry: square([121.46, 31.25], 0.008) }).ids).toEqual([1])
  expect(within({ $centerSphere: [[121.45, 31.25], 1000 / 6378100] }).ids).toEqual([
    0,
    1,
    'district',
  ])
  expect(
    within({
      $box: [
        [121.449, 31.2],
        [121.475, 31.3],
      ],
    }).ids,
  ).toEqual([0, 1, 2])
  expect(within({ $geometry: square([121.45, 31.25], 0.02) }).examined).toBe(4)
  expect(() => within({ $somewhere: 1 })).toThrow('unknown geo specifier')
})

test('$geoIntersects: whatever shares a point', async () => {
  const { find } = await stops()
  const crossing = {
    type: 'LineString',
    coordinates: [
      [121.453, 31.2],
      [121.453, 31.3],
    ],
  }
  expect(find({ at: { $geoIntersects: { $geometry: crossing } } }).ids).toEqual(['district'])
  expect(find({ at: { $geoIntersects: { $geometry: centre } } }).ids).toEqual([0, 'district'])
})

test('$geoNear gives the distance, with a query, a limit and a multiplier', async () => {
  const { database } = await stops()
  const { documents, examined } = database.aggregate({
    collection: 'stops',
    stages: [
      {
        $geoNear: {
          near: centre,
          distanceField: 'far.km',
          distanceMultiplier: 0.001,
          includeLocs: 'seen',
          query: { _id: { $gte: 1 } },
          maxDistance: 3000,
          spherical: true,
        },
      },
      { $limit: 2 },
    ],
  })
  expect(documents.map(({ _id }) => _id)).toEqual([1, 2])
  expect((documents[0]!.far as { km: number }).km).toBeCloseTo(0.952, 2)
  expect(documents[0]!.seen).toEqual(point(121.46, 31.25))
  expect(examined).toBeLessThan(6)
})

test('the index refuses what is no geometry, and takes large shapes', async () => {
  const { database, find } = await stops()
  const add = (at: unknown) =>
    database.insert({ collection: 'stops', documents: [{ _id: 'x', at }] })
  await expect(add('here')).rejects.toThrow("Can't extract geo keys")
  await add(square([121.45, 31.25], 30))
  expect(find({ at: { $geoIntersects: { $geometry: point(100, 10) } } }).ids).toEqual(['x'])
})
