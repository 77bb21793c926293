import { noticeEvents } from '@/types/notices'
import type { Notice, NoticeEvent } from '@/types/notices'
import { noticeSaid } from '@/src/words/notices'

const now = Date.parse('2026-11-21T08:00:00+08:00')
const me = 'dl_p1'
const mother = { id: 'dl_p2', name: '张奶奶' }

const notice = (event: NoticeEvent, data: Notice['data'], about = { id: me, name: '刘女士' }) =>
  noticeSaid({ event, about, data, thing: 'dl_a1' }, me, now)

const activity = {
  title: '书画课',
  placeName: '三楼书画室',
  startsAt: Date.parse('2026-11-22T14:30:00+08:00'),
}

test('every event has words and a page that a tap opens', () => {
  const all = { ...activity, name: '小周', relation: 'parent', until: '2027-12-31', reason: '搬走' }
  for (const event of noticeEvents) {
    const { title, detail, leads } = notice(event, all)
    expect(title).not.toBe('')
    expect(detail).not.toBe('')
    expect(`${title}${detail}`).not.toMatch(/undefined|NaN|null/)
    expect(leads).not.toBeNull()
  }
})

test('an activity is told with its day, its time and its place, and leads to it', () => {
  expect(notice('promoted', activity)).toMatchObject({
    title: '排到了，有位子了',
    detail: '书画课，明天 下午 2:30，三楼书画室',
    leads: { route: 'activityDetail', params: { activity: 'dl_a1' } },
  })
})

test('what is kept to a midnight is said by its last day, which is the day to come', () => {
  const until = Date.parse('2026-11-29T00:00:00+08:00')
  const said = ({ detail }: { detail: string }) => detail
  const kept = '大米 1袋，留到 11月28日 星期六，超市开门的时候来取'
  const data = { title: '大米 1袋', points: 30, until }
  expect(said(notice('shopKept', data))).toBe(kept)
  expect(notice('aidReady', data)).toMatchObject({ detail: kept, leads: { route: 'shopOrders' } })
  // What is over waits for nobody.
  expect(said(notice('shopLapsed', data))).toBe('大米 1袋')
  expect(said(notice('shopCancelled', { ...data, who: '刘女士' }))).toBe('大米 1袋，是刘女士取消的')
  expect(said(notice('purchaseBought', { title: '糖浆', fen: 2850 }))).toBe(
    '糖浆，28.50 元，来取的时候付',
  )
})

test('a withdrawn activity says why', () => {
  expect(notice('activityWithdrawn', { ...activity, because: '老师病了' }).detail).toMatch(
    /原因：老师病了$/,
  )
})

test('what my mother is told begins with her name and leads to her', () => {
  const said = notice('verified', { until: '2027-12-31' }, mother)
  expect(said.title).toBe('张奶奶：居民身份确认好了')
  expect(said.detail).toBe('到 2027年12月31日 有效')
  expect(said.leads).toEqual({ route: 'profile', params: { person: mother.id } })
})

test('who says I am their parent is told to me as my child', () => {
  expect(notice('askedToAct', { name: '小周', relation: 'parent' }).detail).toMatch(/您的孩子/)
  expect(notice('askedToAct', { name: '小周', relation: 'grandchild' }).detail).toMatch(
    /您的爷爷奶奶、外公外婆/,
  )
})

test('what is told of a shift leads to where it stands: among those somebody is on, or those that need people', () => {
  const shift = { title: '早上护学岗', startsAt: activity.startsAt }
  for (const event of ['shiftPut', 'shiftMoved', 'shiftSwapAgreed', 'shiftCalledOff'] as const)
    expect(notice(event, shift).leads).toEqual({ route: 'shifts', params: { view: 'mine' } })
  expect(notice('shiftOnAgain', shift).leads).toEqual({ route: 'shifts', params: { view: 'all' } })
  expect(notice('shiftPut', shift, mother)).toMatchObject({
    title: '张奶奶：排上班了',
    leads: { route: 'shifts', params: { view: 'mine', forResident: mother.id } },
  })
  expect(notice('hoursConfirmed', shift, mother).leads).toEqual({
    route: 'myHours',
    params: { forResident: mother.id },
  })
})
