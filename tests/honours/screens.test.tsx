import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { cleanup, render, screen, waitFor } from '@testing-library/react/pure'
import * as v from 'valibot'
import type { ComponentType } from 'react'
import { CallError } from '@/src/api/call'
import { chooseCentre } from '@/src/api/centre'
import { learnTime } from '@/src/api/clock'
import { submitKey, type Submit } from '@/src/queries/client'
import CertifyFor from '@/src/packages/honours-staff/certify'
import VolunteerRecords from '@/src/packages/honours-staff/records'
import ThanksToRead from '@/src/packages/honours-staff/thanks'
import HonourEdit from '@/src/packages/honours-staff/wall'
import CertificatePage from '@/src/packages/honours/certificate'
import Certificates from '@/src/packages/honours/certificates'
import CheckCertificate from '@/src/packages/honours/check'
import Ranking from '@/src/packages/honours/ranking'
import Thank from '@/src/packages/honours/thank'
import HonourWall from '@/src/packages/honours/wall'
import { honours } from '@/types/honours'
import { choose, inSheet, leaveScreen, open, seen, tap, type } from '../support/screens'

// The screens as people meet them: what the cloud answers is given, what they send is held against the contract.

let params: Record<string, string> = {}
jest.mock('@tarojs/taro', () => ({
  ...jest.requireActual<object>('@tarojs/taro'),
  __esModule: true,
  useRouter: () => ({ params }),
}))
jest.mock('@/src/queries/client', () => ({ submitKey: ['submit'], retryDelay: 0 }))

type Answer = (input: { after?: string; sent?: boolean }) => unknown
const answers: Record<string, unknown> = {}
const asked: [procedure: string, input: unknown, centre: unknown][] = []
const sent: Submit[] = []
jest.mock('@/src/api/call', () => {
  const actual = jest.requireActual<{ CallError: typeof CallError }>('@/src/api/call')
  return {
    ...actual,
    call: (module: 'honours', procedure: string, input: object, centre: unknown) => {
      asked.push([`${module}.${procedure}`, input, centre])
      const answer = answers[`${module}.${procedure}`]
      const value = typeof answer === 'function' ? (answer as Answer)(input) : answer
      if (value instanceof actual.CallError) return Promise.reject(value)
      return value === undefined
        ? Promise.reject(new actual.CallError(module, 'NotFound'))
        : Promise.resolve(value)
    },
  }
})

const page = (...items: readonly unknown[]) => ({ items, next: null })
const opened: string[] = []

const me = { person: { id: 'dl_pli', name: '李奶奶' }, dependants: [], roles: [] }
const chen = {
  id: 'dl_hn-chen',
  name: '老陈',
  words: '每周三来帮厨',
  photo: null,
  minutes: 150,
  thanks: [{ words: '饭还是热的', on: '2026-11-20' }],
}
const honoured = {
  person: { id: 'dl_pchen', name: '老陈' },
  words: '每周三来帮厨',
  photo: null,
  photoFile: null,
  show: true,
  rev: 3,
  thanks: [{ id: 'dl_tk1', words: '饭还是热的', on: '2026-11-20' }],
}
const deed = {
  kind: 'shift',
  id: 'dl_sh1',
  title: '中午帮厨',
  placeName: '共享餐厅',
  startsAt: Date.parse('2026-11-21T09:00:00+08:00'),
}
const note = {
  id: 'dl_tk1',
  to: { id: 'dl_pchen', name: '老*' },
  from: '李**',
  words: '饭送到还是热的',
  what: '中午帮厨',
  state: 'waiting',
  because: null,
  at: Date.parse('2026-11-21T12:00:00+08:00'),
}
const toRead = {
  ...note,
  from: '李奶奶',
  to: { id: 'dl_pchen', name: '老陈' },
  checked: true,
  wall: 'stands',
  mayAnswer: true,
}
const certificate = {
  id: 'dl_z-k7mf2pqx9hda',
  kind: 'hours',
  code: 'k7mf2pqx9hda',
  name: '老陈',
  school: null,
  from: '2026-01-01',
  to: '2026-11-21',
  minutes: 150,
  issuedOn: '2026-11-21',
  centreName: '党群服务中心',
}
const whole = {
  ...certificate,
  lines: [{ day: '2026-10-06', what: '食堂帮厨', minutes: 150 }],
  outdated: false,
}
const checked = { ...certificate, name: '老*', outdated: false }

beforeEach(() => {
  learnTime(Date.parse('2026-11-22T09:00:00+08:00'))
  params = {}
  for (const list of [asked, sent, opened]) list.length = 0
  for (const name of Object.keys(answers)) delete answers[name]
  Object.assign(answers, {
    'residents.me': me,
    'residents.findPeople': page(),
    'centre.today': { phone: '0411-84000000' },
    'honours.honours': page(chen),
    'honours.honoursForStaff': page(honoured),
    'honours.ranking': {
      month: '2026-11',
      places: [
        { place: 1, name: '老陈', minutes: 150, mine: false },
        { place: 2, name: '李奶奶', minutes: 90, mine: true },
      ],
    },
    'honours.toThank': page(deed),
    'honours.whomToThank': {
      deed,
      people: [
        { id: 'dl_pchen', name: '老*' },
        { id: 'dl_pshan', name: '单**' },
      ],
    },
    'honours.myThanks': page(note),
    'honours.thanksToRead': page(toRead),
    'honours.myCertificates': page(certificate),
    'honours.certificate': whole,
    'honours.certify': certificate,
    'honours.checkCertificate': checked,
  })
  Taro.clearStorageSync()
  Object.assign(Taro, {
    navigateTo: ({ url }: { url: string }) => Promise.resolve(opened.push(url)),
    navigateBack: () => Promise.resolve(),
    getCurrentPages: () => [1, 2],
    pageScrollTo: () => Promise.resolve(),
  })
})

afterEach(leaveScreen)

const show = (Screen: ComponentType) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.setMutationDefaults(submitKey, {
    mutationFn: (submit: Submit) => {
      sent.push(submit)
      const answer = answers[`${submit.module}.${submit.procedure}`] ?? {}
      return answer instanceof CallError ? Promise.reject(answer) : Promise.resolve(answer)
    },
  })
  render(
    <QueryClientProvider client={client}>
      <Screen />
    </QueryClientProvider>,
  )
}

/** What was sent, as the contract takes it, without its key. */
const sentAs = async (procedure: keyof typeof honours.procedures) => {
  await waitFor(() => expect(sent).toHaveLength(1))
  const [{ procedure: called, input } = { procedure: '', input: {} }] = sent
  expect(called).toBe(procedure)
  const { key, ...rest } = v.parse(honours.procedures[procedure].input, input) as { key: string }
  expect(key).not.toBe('')
  return rest
}

describe('the honour wall', () => {
  test('says thanks as the centre says them, and leads to writing, ranking and the check', async () => {
    show(HonourWall)
    await seen('谢谢他：饭还是热的')
    await tap('写一句感谢的话')
    await open(/^排行榜/)
    await open(/^核对一张证明/)
    expect(opened.map((url) => url.split('/').slice(-2)[0])).toEqual(['thank', 'ranking', 'check'])
  })

  test('says that nobody is there only where there is nothing more to read', async () => {
    answers['honours.honours'] = ({ after }: { after?: string }) =>
      after === undefined ? { items: [], next: 'more' } : page(chen)
    show(HonourWall)
    await screen.findByRole('button', { name: '再看一些' })
    expect(document.body.textContent).not.toContain('墙上还没有人')
    await tap('再看一些')
    await seen('每周三来帮厨')
    cleanup()
    answers['honours.honours'] = page()
    show(HonourWall)
    await seen('墙上还没有人')
  })

  test('the ranking names mine, and turns to the month before', async () => {
    show(Ranking)
    await seen('这是您')
    await tap('上个月')
    await waitFor(() =>
      expect(asked).toContainEqual(['honours.ranking', { month: '2026-10' }, null]),
    )
  })
})

describe('thanks', () => {
  test('which time, to whom, one sentence; nothing goes before both are there', async () => {
    show(Thank)
    await open(/^中午帮厨/)
    await tap('写好了')
    await seen('请选一位')
    await choose('老*')
    await type(/^想说的话/, '  饭还是热的  ')
    await tap('写好了')
    expect(await sentAs('thank')).toEqual({
      for: { kind: 'shift', id: 'dl_sh1' },
      to: 'dl_pchen',
      words: '饭还是热的',
    })
  })

  test('what was not passed on says why, and what else can be done', async () => {
    params = { view: 'sent' }
    answers['honours.myThanks'] = page({ ...note, state: 'refused', because: '里面有别人的电话' })
    show(Thank)
    await seen('没有转：里面有别人的电话。想谢他，可以当面说')
  })

  test.each([
    ['write', '最近没有志愿服务', 'toThank'],
    ['received', '还没有收到', 'myThanks'],
    ['sent', '您还没有写过', 'myThanks'],
  ])('%s: with nothing there yet it says so', async (view, words, list) => {
    params = { view }
    answers[`honours.${list}`] = page()
    show(Thank)
    await seen(words)
  })
})

describe('staff read thanks', () => {
  test('pass it on, with a line for the wall where the wall shows it', async () => {
    show(ThanksToRead)
    await tap(/^转给他/)
    await type(/^也写到风采墙上/, '给老人送饭')
    await inSheet('转给他')
    expect(await sentAs('answerThanks')).toEqual({
      thanks: 'dl_tk1',
      publish: true,
      wall: '给老人送饭',
    })
  })

  test('of whom nobody wrote the wall shows nothing: the sheet leads there instead of asking for words', async () => {
    answers['honours.thanksToRead'] = page({ ...toRead, wall: 'unwritten' })
    show(ThanksToRead)
    await tap(/^转给他/)
    expect(screen.queryByRole('textbox', { name: /也写到风采墙上/ })).toBeNull()
    await inSheet('去写他的介绍')
    expect(opened).toEqual(['/packages/honours-staff/wall/index'])
  })

  test('what is not passed on gets a reason first', async () => {
    show(ThanksToRead)
    await tap(/^不转/)
    await inSheet('不转')
    await seen('请写一句为什么')
    expect(sent).toEqual([])
    await type(/^为什么不转/, '里面有电话')
    await inSheet('不转')
    expect(await sentAs('answerThanks')).toEqual({
      thanks: 'dl_tk1',
      publish: false,
      because: '里面有电话',
    })
  })

  test('with nothing to read it says so', async () => {
    answers['honours.thanksToRead'] = page()
    show(ThanksToRead)
    await seen('没有等您看的')
  })
})

describe('staff write the wall', () => {
  test('changing nothing saves the same, as a change of what was opened', async () => {
    show(HonourEdit)
    await open(/^老陈/)
    await tap('存好')
    expect(await sentAs('saveHonour')).toEqual({
      person: 'dl_pchen',
      rev: 3,
      words: '每周三来帮厨',
      photo: null,
      show: true,
    })
  })

  test('what a colleague changed meanwhile is said with the next step', async () => {
    answers['honours.saveHonour'] = new CallError('honours', 'ChangedMeanwhile')
    show(HonourEdit)
    await open(/^老陈/)
    await tap('存好')
    await seen('请返回，重新打开再改')
  })

  test('a line of thanks is taken down after a question', async () => {
    show(HonourEdit)
    await open(/^老陈/)
    await open(/^饭还是热的/)
    expect(sent).toEqual([])
    await inSheet('拿下来')
    expect(await sentAs('takeThanksDown')).toEqual({ thanks: 'dl_tk1' })
    await waitFor(() => expect(document.body.textContent).not.toContain('饭还是热的'))
  })

  test('with nobody who agreed it says so', async () => {
    answers['honours.honoursForStaff'] = page()
    show(HonourEdit)
    await seen('还没有人同意上墙')
  })
})

describe('certificates', () => {
  test('a pupil’s names the school; then it opens', async () => {
    show(Certificates)
    await tap('开一张证明')
    await choose(/^给学校的/)
    await tap('开证明')
    await seen('请写学校的全名')
    expect(sent).toEqual([])
    await type(/^学校全名/, '第二十四中学')
    await choose('去年一整年')
    await tap('开证明')
    expect(await sentAs('certify')).toEqual({
      kind: 'student',
      school: '第二十四中学',
      from: '2025-01-01',
      to: '2025-12-31',
    })
    await waitFor(() => expect(opened[0]).toContain('certificate=dl_z-k7mf2pqx9hda'))
  })

  test('one says its hours, each time, and the number with the centre in front', async () => {
    params = { certificate: certificate.id }
    show(CertificatePage)
    await seen('DL-K7MF-2PQX-9HDA')
    await seen('食堂帮厨')
    expect(await screen.findByRole('button', { name: /打印证明|做成表格/ })).toBeTruthy()
  })

  test('one whose hours changed says so first', async () => {
    params = { certificate: certificate.id }
    answers['honours.certificate'] = { ...whole, outdated: true }
    show(CertificatePage)
    await seen('请返回重新开一张')
  })

  test('with none yet it says so', async () => {
    answers['honours.myCertificates'] = page()
    show(Certificates)
    await seen('还没有开过证明')
  })

  test('for somebody without a phone staff find the person first', async () => {
    show(CertifyFor)
    await seen('给人开证明')
  })
})

describe('whether a paper is true', () => {
  test('a number with the centre in front is asked there, whichever centre is in use', async () => {
    chooseCentre('dl')
    show(CheckCertificate)
    await type(/^证明编号/, 'k7mf-2pqx-9hd')
    await tap('核对')
    await seen('请对着纸再看一遍')
    expect(asked.filter(([procedure]) => procedure === 'honours.checkCertificate')).toEqual([])
    await type(/^证明编号/, 'CHJ-K7MF-2PQX-9HDA')
    await tap('核对')
    await seen('是真的')
    expect(asked).toContainEqual(['honours.checkCertificate', { code: 'k7mf2pqx9hda' }, 'chj'])
  })

  test('a scanned one is asked at once, at its centre', async () => {
    params = { centre: 'chj', code: 'k7mf2pqx9hda' }
    show(CheckCertificate)
    await seen('是真的')
    expect(asked).toContainEqual(['honours.checkCertificate', { code: 'k7mf2pqx9hda' }, 'chj'])
  })

  test('one that is not found says what to look at again', async () => {
    params = { centre: 'chj', code: 'k7mf2pqx9hda' }
    answers['honours.checkCertificate'] = new CallError('honours', 'NoSuchPaper')
    show(CheckCertificate)
    await seen('前面的字母也要')
  })

  test('one whose hours changed is not called true without saying so', async () => {
    params = { centre: 'chj', code: 'k7mf2pqx9hda' }
    answers['honours.checkCertificate'] = { ...checked, outdated: true }
    show(CheckCertificate)
    await seen('纸上的数可能不对了')
  })
})

test('records of a period are asked for once both days are there', async () => {
  answers['honours.exportRecords'] = new CallError('honours', 'TooManyRecords', { most: 5000 })
  show(VolunteerRecords)
  await tap('导出 Excel 表格')
  expect(await sentAs('exportRecords')).toEqual({ from: '2026-11-01', to: '2026-11-22' })
  await seen('请把时间分短一些')
})

test.each<[string, ComponentType, string[], string]>([
  ['the wall', HonourWall, ['honours'], '风采墙没有打开'],
  ['the ranking', Ranking, ['ranking'], '排行榜没有打开'],
  ['thanks', Thank, ['toThank'], '最近的服务没有打开'],
  ['thanks to read', ThanksToRead, ['thanksToRead'], '感谢的话没有打开'],
  ['writing the wall', HonourEdit, ['honoursForStaff'], '名单没有打开'],
  ['certificates', Certificates, ['myCertificates'], '证明没有打开'],
  ['one certificate', CertificatePage, ['certificate'], '证明没有打开'],
])('%s that does not open says so', async (_name, Screen, procedures, words) => {
  params = { certificate: certificate.id }
  for (const procedure of procedures) delete answers[`honours.${procedure}`]
  show(Screen)
  await seen(words)
})
