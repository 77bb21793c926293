import { activities, type ActivityDraft } from '@/types/activities'
import { ask, isThere, page, paper, picture, put, send as sendTo } from '../centre/uploading'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  newKey,
  places,
  Refused,
  resident,
  saturday,
  staffOf,
  startCentre,
} from '../support/people'
import { inHours, lego } from './publishing'

const { centreStaff, jingStaff, chunStaff } = staffOf

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
  await resident(cloud, 'o-li', '李奶奶')
})
afterAll(() => cloud.stop())
beforeEach(async () => {
  await cloud.clock(saturday)
  await cloud.clearFaults()
  // The clock was put back: no job has run yet on this day.
  await cloud.admin.collection('leases').where({ v: 1 }).remove()
})

const calling = (openid: string = centreStaff) => as(cloud, activities, openid)
const send = (content?: Buffer, announced = {}) => sendTo(cloud, centreStaff, content, announced)
const word = { purpose: 'activityAttachment', ending: 'docx' } as const
const attached = (file: string, name = '报名须知.docx') => ({ attachments: [{ name, file }] })

const publish = (changes: Partial<ActivityDraft>, openid: string = centreStaff, key = newKey()) =>
  calling(openid)('publish', { key, draft: lego(changes) })
const draftOf = (activity: string) => calling()('getDraft', { activity })
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => null,
    ({ code, data }: Refused) => ({ code, ...data }),
  )
const bytesAt = async (url: string): Promise<Buffer> =>
  Buffer.from(await (await fetch(url)).arrayBuffer())

test('residents see the picture and open the paper, which nobody writes over any more', async () => {
  const photo = await send()
  const file = await send(paper, word)
  const { activity } = await publish({ photo, ...attached(file) })
  // Its creator may write over an upload, after it was looked at too.
  await put(cloud, centreStaff, photo.split('/').slice(3).join('/'), page)

  const shown = await calling('o-li')('get', { activity })
  expect(await bytesAt(shown.photo ?? '')).toEqual(picture())
  expect(shown.attachments).toMatchObject([{ name: '报名须知.docx' }])
  expect(await bytesAt(shown.attachments[0]?.url ?? '')).toEqual(paper)
  const { draft } = await draftOf(activity)
  await expect(
    put(cloud, centreStaff, (draft.photo ?? '').split('/').slice(3).join('/'), page),
  ).rejects.toThrow('nothing arrived')
  const [card] = (await calling('o-li')('list', {})).items.filter(({ id }) => id === activity)
  expect(await bytesAt(card?.photo ?? '')).toEqual(picture())
})

describe('refuses', () => {
  test('a file of somebody else', async () => {
    const theirs = await sendTo(cloud, jingStaff)
    expect(await refusal(publish({ photo: theirs }))).toEqual({
      code: 'NotYourFile',
      field: 'photo',
    })
    expect(await codeOf(publish({ photo: theirs, node: places.jing }, jingStaff))).toBe('ok')
  })

  test('a file for which there is no ticket', async () => {
    const { path } = await ask(cloud, centreStaff)
    const beside = await put(cloud, centreStaff, path.replace('.png', 'x.png'), picture())
    expect(await codeOf(publish({ photo: beside }))).toBe('FileMissing')
    const elsewhere = await put(cloud, centreStaff, 'uploads/mine.png', picture())
    expect(await codeOf(publish({ photo: elsewhere }))).toBe('FileMissing')
  })

  test('a file that never arrived', async () => {
    const { path } = await ask(cloud, centreStaff)
    const photo = `cloud://changhuijia-local.changhuijia-local-bucket/${path}`
    expect(await refusal(publish({ photo }))).toEqual({ code: 'FileMissing', field: 'photo' })
  })

  test('a page that calls itself a picture, and a picture that calls itself a paper', async () => {
    const photo = await send(page)
    expect(await refusal(publish({ photo }))).toMatchObject({
      code: 'WrongFileType',
      field: 'photo',
    })
    const file = await send(picture(), word)
    expect(await refusal(publish(attached(file)))).toEqual({
      code: 'WrongFileType',
      field: 'attachments',
      name: '报名须知.docx',
      purpose: 'activityAttachment',
    })
  })

  test('a file larger than was said', async () => {
    const photo = await send(picture(), { bytes: picture().length - 1 })
    expect(await codeOf(publish({ photo }))).toBe('FileMissing')
    const huge = Buffer.concat([picture(), Buffer.alloc(5 * 1024 * 1024)])
    const larger = await send(huge, { bytes: 1000 })
    expect(await refusal(publish({ photo: larger }))).toMatchObject({
      code: 'FileTooLarge',
      most: 5,
    })
  })

  test('a file of another purpose', async () => {
    const file = await send(picture(), { purpose: 'activityAttachment' })
    expect(await codeOf(publish({ photo: file }))).toBe('FileMissing')
  })

  test('a file that was used for another activity', async () => {
    const photo = await send()
    await publish({ photo })
    expect(await codeOf(publish({ photo }))).toBe('FileMissing')
  })

  test('a ticket of yesterday', async () => {
    const photo = await send()
    await cloud.clock(new Date(inHours(24.1)).toISOString())
    expect(await codeOf(publish({ photo, opensAt: inHours(25) }))).toBe('FileMissing')
  })
})

test('a picture may be of another kind of picture than its name says', async () => {
  const photo = await send(picture(), { ending: 'jpeg' })
  const { activity } = await publish({ photo })
  expect((await draftOf(activity)).draft.photo).toMatch(/\.png$/)
})

test('what was refused for another reason leaves the files free', async () => {
  const photo = await send()
  const wrong = await send(page, word)
  expect(await codeOf(publish({ photo, title: '现场教您刷单返利' }))).toBe('TextRefused')
  expect(await codeOf(publish({ photo, ...attached(wrong) }))).toBe('WrongFileType')
  expect(await codeOf(publish({ photo }))).toBe('ok')
})

test.each([
  ['the ticket is marked', { action: 'database.modifyDocument', collection: 'uploads' }],
  ['the first copy is made', { action: 'storage.getUploadMetadata' }],
  ['the activity is written', { action: 'database.insertDocument', collection: 'activities' }],
])('cut off after %s, the same tap goes on', async (_where, fault) => {
  const photo = await send()
  const key = newKey()
  await cloud.fault({ ...fault, kind: 'crash', after: true })
  await expect(publish({ photo }, centreStaff, key)).rejects.toThrow()
  const { activity } = await publish({ photo }, centreStaff, key)
  expect((await calling('o-li')('get', { activity })).photo).not.toBeNull()
  expect(await publish({ photo }, centreStaff, key)).toEqual({ activity })
})

test('cut off for good, the copy goes with the ticket', async () => {
  const photo = await send()
  await cloud.fault({
    action: 'database.insertDocument',
    collection: 'activities',
    kind: 'crash',
  })
  await expect(publish({ photo })).rejects.toThrow()
  const copy = await copyUnder(photo)
  expect(await isThere(cloud, copy)).toBe(true)
  await cloud.clock(new Date(inHours(26)).toISOString())
  await cloud.timer('jobs')
  expect(await isThere(cloud, copy)).toBe(false)
  expect(await isThere(cloud, photo)).toBe(false)
})

test('an activity keeps its files when the uploads go', async () => {
  const photo = await send()
  const { activity } = await publish({ photo })
  await cloud.clock(new Date(inHours(26)).toISOString())
  await cloud.timer('jobs')
  expect(await isThere(cloud, photo)).toBe(false)
  expect((await calling('o-li')('get', { activity })).photo).not.toBeNull()
})

describe('an edit', () => {
  const published = async () => {
    const photo = await send()
    const file = await send(paper, word)
    const { activity } = await publish({ photo, ...attached(file) })
    const { draft } = await draftOf(activity)
    const edit = (changes: Partial<ActivityDraft>, rev: number, openid: string = centreStaff) =>
      calling(openid)('edit', { activity, rev, draft: { ...draft, ...changes } })
    return { activity, draft, photo: draft.photo ?? '', paper: draft.attachments[0]!.file, edit }
  }

  test('keeps the files there are, whoever makes it and however late', async () => {
    const { activity, photo, edit } = await published()
    await cloud.clock(new Date(inHours(30)).toISOString())
    await cloud.timer('jobs')
    await edit({ title: '新名字' }, 1, staffOf.centreStaff)
    expect((await draftOf(activity)).draft.photo).toBe(photo)
    expect(await isThere(cloud, photo)).toBe(true)
  })

  test('removes what it replaces, and what it leaves out', async () => {
    const { activity, photo, paper: before, edit } = await published()
    await edit({ photo: await send(picture(16)), attachments: [] }, 1)
    const shown = await calling('o-li')('get', { activity })
    expect(await bytesAt(shown.photo ?? '')).toEqual(picture(16))
    expect(shown.attachments).toEqual([])
    expect(await isThere(cloud, photo)).toBe(false)
    expect(await isThere(cloud, before)).toBe(false)
  })

  test('cut off before it removed them, it is gone on with', async () => {
    const { photo, edit } = await published()
    await cloud.fault({ action: 'storage.batchDeleteFile', kind: 'crash' })
    await expect(edit({ photo: null }, 1)).rejects.toThrow()
    expect(await isThere(cloud, photo)).toBe(true)
    await cloud.clock(new Date(inHours(0.2)).toISOString())
    await cloud.timer('jobs')
    expect(await isThere(cloud, photo)).toBe(false)
  })

  test('refused because a colleague was faster, it may be sent again with its file', async () => {
    const { activity, edit } = await published()
    await edit({ title: '新名字' }, 1)
    const photo = await send(picture(16))
    expect(await codeOf(edit({ photo }, 1))).toBe('ChangedMeanwhile')
    await edit({ photo }, 2)
    const shown = await calling('o-li')('get', { activity })
    expect(await bytesAt(shown.photo ?? '')).toEqual(picture(16))
  })
})

describe('another like it', () => {
  test('has files of its own, which outlive those of the first', async () => {
    const { activity: first } = await publish({ photo: await send() })
    const { draft } = await draftOf(first)
    const { activity: second } = await publish({ photo: draft.photo })
    const copy = (await draftOf(second)).draft.photo
    expect(copy).not.toBe(draft.photo)
    await calling()('edit', { activity: first, rev: 1, draft: { ...draft, photo: null } })
    expect(await isThere(cloud, draft.photo ?? '')).toBe(false)
    const shown = await calling('o-li')('get', { activity: second })
    expect(await bytesAt(shown.photo ?? '')).toEqual(picture())
  })

  test('takes no file from where its publisher has no role', async () => {
    const photo = await sendTo(cloud, jingStaff)
    const { activity } = await publish({ photo, node: places.jing }, jingStaff)
    const { draft } = await draftOf(activity)
    const theirs = { photo: draft.photo, node: places.chun }
    expect(await codeOf(publish(theirs, chunStaff))).toBe('FileMissing')
  })
})

/** The id of the copy that was made of an upload, or begun. */
const copyUnder = async (file: string): Promise<string> => {
  const { data } = await cloud.admin.collection('uploads').get()
  const used = (
    data as { tickets: Record<string, { path: string; used: { path: string } | null }> }[]
  )
    .flatMap(({ tickets }) => Object.values(tickets))
    .find(({ path }) => file.endsWith(`/${path}`))?.used
  return `${file.slice(0, file.indexOf('/uploads/'))}/${used?.path ?? ''}`
}
