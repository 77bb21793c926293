import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { cleanup, render, waitFor } from '@testing-library/react/pure'
import * as v from 'valibot'
import type { ComponentType } from 'react'
import { CallError } from '@/src/api/call'
import { chooseCentre } from '@/src/api/centre'
import { learnTime } from '@/src/api/clock'
import { submitKey, type Submit } from '@/src/queries/client'
import { refreshMode } from '@/src/design/mode'
import ProjectDonation from '@/src/packages/projects-staff/donation'
import ProjectEdit from '@/src/packages/projects-staff/edit'
import ProjectExpense from '@/src/packages/projects-staff/expense'
import FundStart from '@/src/packages/projects-staff/fund-start'
import ProjectLedger from '@/src/packages/projects-staff/ledger'
import StaffProjects from '@/src/packages/projects-staff/list'
import StaffProject from '@/src/packages/projects-staff/project'
import ProjectStep from '@/src/packages/projects-staff/step'
import ProjectFund from '@/src/packages/projects/fund'
import Projects from '@/src/packages/projects/list'
import ProjectPage from '@/src/packages/projects/one'
import { projects } from '@/types/projects'
import { choose, inSheet, leaveScreen, open, seen, tap, type } from '../support/screens'

// The screens as people meet them: what the cloud answers, and what they send, are held against the contract.

let params: Record<string, string> = {}
jest.mock('@tarojs/taro', () => ({
  ...jest.requireActual<object>('@tarojs/taro'),
  __esModule: true,
  useRouter: () => ({ params }),
}))
jest.mock('@/src/queries/client', () => ({ submitKey: ['submit'], retryDelay: 0 }))
jest.mock('@/src/platform/chooseFile', () => ({
  choosePicture: () => Promise.resolve({ name: 'a.png', size: 9, local: 'blob:a' }),
}))
jest.mock('@/src/api/upload', () => ({ upload: () => Promise.resolve('cloud://env.bucket/a') }))

const answers: Record<string, unknown> = {}
const sent: Submit[] = []
jest.mock('@/src/api/call', () => {
  const actual = jest.requireActual<{ CallError: typeof CallError }>('@/src/api/call')
  return {
    ...actual,
    call: (module: 'projects', procedure: string) => {
      const value = answers[`${module}.${procedure}`]
      return value === undefined
        ? Promise.reject(new actual.CallError(module, 'Offline'))
        : Promise.resolve(value)
    },
  }
})

type Name = keyof typeof projects.procedures

/** What the cloud answers, as the contract has it. */
const answer = (procedure: Name, value: unknown) => {
  answers[`projects.${procedure}`] = v.parse(projects.procedures[procedure].output, value)
}
const page = (...items: readonly unknown[]) => ({ items, next: null })
const opened: string[] = []
const at = Date.parse('2026-11-21T09:00:00+08:00')
const me = { id: 'dl_pli', name: '李秀英' }

const node = (id: string, kind: string, name: string, parent: string | null) => ({
  ...{ id, kind, name, parent, owner: null, deputy: null, awayUntil: null },
})

const inMode = (mode: 'normal' | 'elder') => {
  Taro.setStorageSync('design.mode', mode)
  refreshMode()
}

beforeEach(() => {
  learnTime(at)
  inMode('normal')
  params = { id: 'dl_pj1' }
  for (const list of [sent, opened]) list.length = 0
  for (const name of Object.keys(answers)) delete answers[name]
  const role = { role: 'communityStaff', node: 'dl_jing', nodeName: '静安里社区', until: null }
  Object.assign(answers, {
    'residents.me': { person: me, dependants: [], roles: [role] },
    'residents.getPerson': { id: 'dl_pwang', name: '王芳', homeName: '静安里社区 12号楼' },
    'residents.findPeople': page({
      ...{ id: 'dl_pwang', name: '王芳', birthYear: 1970, homeName: '静安里社区 12号楼' },
      ...{ phoneMasked: null, verifiedUntil: null },
    }),
    'residents.listNodes': {
      items: [
        node('dl_centre', 'centre', '党群服务中心', null),
        node('dl_jing', 'community', '静安里社区', 'dl_centre'),
        node('dl_jing-12', 'building', '12号楼', 'dl_jing'),
        node('dl_chun', 'community', '春柳社区', 'dl_centre'),
      ],
    },
    'centre.today': { phone: '0411-84000000' },
  })
  seed()
  Object.assign(Taro, {
    navigateTo: ({ url }: { url: string }) => Promise.resolve(opened.push(url)),
    redirectTo: ({ url }: { url: string }) => Promise.resolve(opened.push(url)),
    navigateBack: () => Promise.resolve(opened.push('back')),
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
      const value = answers[`${submit.module}.${submit.procedure}`] ?? {}
      return value instanceof CallError ? Promise.reject(value) : Promise.resolve(value)
    },
  })
  render(
    <QueryClientProvider client={client}>
      <Screen />
    </QueryClientProvider>,
  )
}

/** What was sent, as the contract takes it, without its key. */
const sentAs = async (procedure: Name) => {
  await waitFor(() => expect(sent).toHaveLength(1))
  const [{ procedure: called, input } = { procedure: '', input: {} }] = sent
  expect(called).toBe(procedure)
  const { key, ...rest } = v.parse(projects.procedures[procedure].input, input) as { key: string }
  expect(key).not.toBe('')
  return rest
}

/** A day of a field of three parts. */
const day = async (label: string, [year, month, date]: readonly [string, string, string]) => {
  await type(new RegExp(`^${label}.*年`), year)
  await type(new RegExp(`^${label}.*月`), month)
  await type(new RegExp(`^${label}.*日$`), date)
}

const rule = {
  ...{ partner: '街道公益基金', numerator: 1, denominator: 2, cap: 50_000, perDonation: 10_000 },
  ...{ from: '2026-11-01', until: '2026-12-31' },
}
const sums = { own: 40_000, matched: 20_000, spent: 12_000, balance: 48_000, left: 30_000 }
const line = {
  ...{ id: 'dl_pj1', title: '楼道换灯', nodeName: '静安里社区', state: 'going', done: 1, of: 2 },
  ...{ next: { name: '装灯', due: '2026-11-20', late: true }, hasFund: true },
}
const base = {
  ...line,
  ...{
    words: '都换成声控的。',
    ownerName: '钱社工',
    because: null,
    proposal: null,
    vote: 'dl_vt1',
  },
  startedAt: at,
}
const step = (more: object) => ({
  ...{ id: 'dl_ms1', name: '量尺寸', due: '2026-11-18', late: false, before: [], after: [] },
  ...{ done: { at, note: '三栋楼都量好了' } },
  ...more,
})
const late = { id: 'dl_ms2', name: '装灯', due: '2026-11-20', late: true, done: null }
const entry = {
  ...{ id: 'dl_fl1', kind: 'donation', own: 10_000, matched: 5000, spent: 0, day: '2026-11-20' },
  ...{ title: '李**', because: null, at },
}
const entryForStaff = {
  ...entry,
  ...{ name: '李秀英', named: true, how: 'cash', receiptNo: '0001', photo: null, by: '钱社工' },
  ...{ reversed: false, mayReverse: true },
}
const held = { id: 'cloud://a', url: 'https://x/a.png', state: 'held' }

const seed = () => {
  answer('colleagues', { people: [{ id: 'dl_pqian', name: '钱社工', office: '静安里社区' }] })
  answer('list', page(line))
  answer('get', {
    ...base,
    milestones: [step({ before: ['https://x/b.png'], after: ['https://x/c.png'] }), step(late)],
    fund: { rule, sums },
  })
  answer('statement', page(entry))
  answer('listForStaff', page(line))
  answer('getForStaff', {
    ...base,
    ...{ node: 'dl_jing', owner: 'dl_pqian', rev: 7, fund: { rule, sums } },
    milestones: [step({ before: [held] }), step(late)],
  })
  answer('ledger', page(entryForStaff))
}

describe('residents', () => {
  test.each(['normal', 'elder'] as const)(
    'in %s see every step with its pictures, and that no money is taken',
    async (mode) => {
      inMode(mode)
      show(ProjectPage)
      await seen('三栋楼都量好了')
      await seen('本来 昨天 做完，晚了')
      await seen('只做记录，不收钱')
      expect(document.querySelectorAll('[aria-label*="的照片"], img').length).toBeGreaterThan(0)
      await open(/^大家投票定的/)
      expect(opened[0]).toContain('id=dl_vt1')
    },
  )

  test('find what is done for their place, and what is late', async () => {
    chooseCentre('dl')
    show(Projects)
    await seen('打电话给社区')
    await open(/楼道换灯.*晚了/)
    expect(opened[0]).toContain('id=dl_pj1')
  })

  test('read every line of the fund', async () => {
    show(ProjectFund)
    await seen('只做记录，不收钱')
    await seen('余额')
    await seen('李**')
    await seen('自筹 100.00 元，配捐 50.00 元')
  })
})

describe('staff', () => {
  test('begin a project for a place of theirs', async () => {
    params = { vote: 'dl_vt1', title: '关西门' }
    answers['projects.save'] = { ...base, id: 'dl_pj9' }
    show(ProjectEdit)
    await tap('存好')
    await seen('请选一个范围')
    await choose('静安里社区')
    // I do not work there myself: somebody who can open it answers for it.
    await tap('存好')
    await seen('请选一位负责人')
    await choose(/^钱社工/)
    cleanup()
    show(ProjectEdit)
    await seen('您上次没写完的还在')
    await tap('存好')
    expect(await sentAs('save')).toEqual({
      draft: {
        ...{ node: 'dl_jing', title: '关西门', words: '', owner: 'dl_pqian', vote: 'dl_vt1' },
      },
    })
  })

  test('see what is late, and print the list', async () => {
    show(StaffProjects)
    await seen('晚了')
    await seen('打印名单')
    await open(/^楼道换灯/)
    expect(opened[0]).toContain('dl_pj1')
  })

  test('add a step by a day', async () => {
    show(ProjectStep)
    await type(/^做什么/, '验收')
    await day('哪一天做完', ['2026', '12', '25'])
    await tap('存好')
    expect(await sentAs('saveMilestone')).toEqual({
      ...{ project: 'dl_pj1', name: '验收', due: '2026-12-25' },
    })
  })

  test('say that a step is done, with a picture of how it is now', async () => {
    params = { id: 'dl_pj1', step: 'dl_ms2' }
    show(ProjectStep)
    await tap(/^做完了/, 'switch')
    await type(/^写一句/, '装好了')
    await tap('加一张照片，现在的照片')
    await seen('不要这张')
    await tap('存好')
    expect(await sentAs('report')).toEqual({
      ...{ project: 'dl_pj1', milestone: 'dl_ms2', done: true, note: '装好了', before: [] },
      after: ['cloud://env.bucket/a'],
      // What the form opened with: what a colleague adds meanwhile stays.
      seen: { done: false, note: '', before: [], after: [] },
    })
  })

  test('look at a picture WeChat could not judge', async () => {
    show(StaffProject)
    await seen('微信没有看明白这张照片')
    await tap('能给居民看')
    expect(await sentAs('letPhoto')).toEqual({
      ...{ project: 'dl_pj1', photo: 'cloud://a', through: true },
    })
  })

  test('end a project only with a reason as long as steps are left', async () => {
    show(StaffProject)
    await tap('结束项目')
    await inSheet('结束')
    await seen('请写一句原因')
    await type(/^为什么不做了/, '物业自己换了')
    await inSheet('结束')
    expect(await sentAs('end')).toEqual({ project: 'dl_pj1', because: '物业自己换了' })
  })

  test('fix the rule of a fund after seeing it once more', async () => {
    show(FundStart)
    await seen('只做记录，不收钱')
    await type(/^谁来配捐/, '街道公益基金')
    await type(/^居民每捐几元/, '2')
    await tap('下一步')
    await type(/^总共最多配多少元/, '500')
    await type(/^一笔最多配多少元/, '100')
    await day('配到哪一天', ['2026', '12', '31'])
    await tap('下一步')
    await seen('每自筹 2 元，配 1 元')
    await seen('定了就不能改')
    await tap('就这样定')
    expect(await sentAs('startFund')).toEqual({
      project: 'dl_pj1',
      rule: { ...rule, from: '2026-11-21' },
    })
  })

  test('record what a shop gave, and read what is added', async () => {
    show(ProjectDonation)
    await choose('单位、店铺')
    await tap('下一步')
    await seen('请先选好或者写上是谁')
    await type(/^单位名字/, '街角面包房')
    await tap(/^同意公示名字/, 'switch')
    await tap('下一步')
    await type(/^多少元/, '300')
    await type(/^收据号/, '0007')
    answers['projects.recordDonation'] = { own: 30_000, matched: 10_000, sums }
    await tap('记下来')
    expect(await sentAs('recordDonation')).toEqual({
      ...{ project: 'dl_pj1', name: '街角面包房', unit: true, named: true, fen: 30_000 },
      ...{ day: '2026-11-21', how: 'cash', receiptNo: '0007' },
    })
    await seen('100.00 元')
  })

  test('record what was paid', async () => {
    show(ProjectExpense)
    await tap('记下来')
    await seen('请写上花在哪里')
    await type(/^花在哪里/, '声控灯')
    await type(/^多少元/, '120')
    await type(/^发票号/, 'F-1')
    await tap('记下来')
    expect(await sentAs('recordExpense')).toEqual({
      ...{ project: 'dl_pj1', what: '声控灯', fen: 12_000, day: '2026-11-21', receiptNo: 'F-1' },
    })
  })

  test('take a wrong line back with a reason, and print the statement', async () => {
    show(ProjectLedger)
    await seen('打印公示')
    await tap(/^记错了，冲回/)
    await inSheet('冲回')
    await seen('请写一句原因')
    await type(/^为什么/, '记重了')
    await inSheet('冲回')
    expect(await sentAs('reverse')).toEqual({
      ...{ project: 'dl_pj1', line: 'dl_fl1', because: '记重了' },
    })
  })
})
