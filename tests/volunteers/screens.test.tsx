import axe from 'axe-core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react/pure'
import * as v from 'valibot'
import type { ComponentType } from 'react'
import { CallError } from '@/src/api/call'
import { learnTime } from '@/src/api/clock'
import { submitKey, type Submit } from '@/src/queries/client'
import StaffTeams from '@/src/packages/volunteers-staff/teams'
import TeamEdit from '@/src/packages/volunteers-staff/team-edit'
import Posts from '@/src/packages/volunteers-staff/posts'
import ShiftEdit from '@/src/packages/volunteers-staff/shift-edit'
import Talents from '@/src/packages/volunteers-staff/talents'
import Volunteer from '@/src/packages/volunteers-staff/volunteer'
import VolunteerLevels from '@/src/packages/volunteers-staff/levels'
import VolunteerHome from '@/src/packages/volunteers/home'
import VolunteerRegister from '@/src/packages/volunteers/register'
import VolunteerStanding from '@/src/packages/volunteers/standing'
import Shifts from '@/src/packages/volunteers/shifts'
import Swaps from '@/src/packages/volunteers/swaps'
import Teams from '@/src/packages/volunteers/teams'
import { volunteers } from '@/types/volunteers'
import { crossing } from './crossing'

let params: Record<string, string> = {}
jest.mock('@tarojs/taro', () => ({
  ...jest.requireActual<object>('@tarojs/taro'),
  __esModule: true,
  useRouter: () => ({ params }),
  useShareAppMessage: () => undefined,
}))
jest.mock('@/src/queries/client', () => ({ submitKey: ['submit'] }))

const answers: Record<string, unknown> = {}
const sent: Submit[] = []
const asked: unknown[] = []
jest.mock('@/src/api/call', () => {
  const actual = jest.requireActual<{ CallError: typeof CallError }>('@/src/api/call')
  return {
    ...actual,
    call: (module: string, procedure: string, input: unknown) => {
      asked.push(input)
      const answer = answers[`${module}.${procedure}`]
      return answer === undefined
        ? Promise.reject(new actual.CallError('volunteers', 'NotFound'))
        : Promise.resolve(answer)
    },
  }
})

const opened: string[] = []
beforeEach(() => {
  params = {}
  sent.length = 0
  asked.length = 0
  opened.length = 0
  for (const name of Object.keys(answers)) delete answers[name]
  Object.assign(Taro, {
    navigateTo: ({ url }: { url: string }) => Promise.resolve(opened.push(url)),
    navigateBack: () => Promise.resolve(),
    redirectTo: () => Promise.resolve(),
    getCurrentPages: () => [1, 2],
    pageScrollTo: () => Promise.resolve(),
  })
})

// jsdom has no layout, nor letters to recognise icon fonts by.
HTMLCanvasElement.prototype.getContext = () => null
const withoutLayout = { 'color-contrast': { enabled: false }, region: { enabled: false } }

/** Whatever a test left on the screen, everybody can use it; only then is it cleared. */
afterEach(async () => {
  const { violations } = await axe.run(document.body, { rules: withoutLayout })
  const words = document.body.textContent
  cleanup()
  expect(words).not.toBe('')
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
})

const me = (changes: object = {}) => ({
  person: { id: 'dl_pli', name: '李师傅' },
  dependants: [],
  roles: [],
  ...changes,
})
const standing = (changes: object = {}) => ({
  skills: ['plumbing'],
  wishes: '',
  free: [0, 6].map((weekday) => ({ weekday, part: 'morning' })),
  listed: true,
  contact: false,
  honours: false,
  since: '2026-11-01',
  minutes: 600,
  level: null,
  next: { name: '一星', minutes: 5400, trainings: 1 },
  trainings: [{ id: 'dl_vl1', what: '急救', day: '2026-11-20', by: '钱社工' }],
  teams: [{ id: 'dl_vt1', name: '巡逻队' }],
  ...changes,
})
const team = (changes: object = {}) => ({
  id: 'dl_vt1',
  name: '巡逻队',
  about: '傍晚走一圈',
  leader: null,
  most: 5,
  members: 2,
  open: true,
  mine: false,
  mayEdit: true,
  ...changes,
})

const shift = (changes: object = {}) => ({
  id: 'dl_vs1',
  kind: 'schoolGate',
  title: '早上护学岗',
  placeName: '小学门口',
  startsAt: Date.parse('2099-11-23T07:30:00+08:00'),
  endsAt: Date.parse('2099-11-23T08:10:00+08:00'),
  needed: 2,
  confirmed: 0,
  thing: null,
  carries: null,
  rev: 1,
  followsService: false,
  state: 'open',
  mine: false,
  skills: [],
  approveSwaps: false,
  phone: null,
  insurance: '',
  bring: '',
  post: 'dl_vp1',
  leads: true,
  obstacle: null,
  swap: null,
  handOver: null,
  ...changes,
})

const tomorrow = Date.parse('2099-11-24T11:00:00+08:00')

const show = (Screen: ComponentType) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.setMutationDefaults(submitKey, {
    mutationFn: (submit: Submit) => {
      sent.push(submit)
      return Promise.resolve(answers[`${submit.module}.${submit.procedure}`] ?? {})
    },
  })
  render(
    <QueryClientProvider client={client}>
      <Screen />
    </QueryClientProvider>,
  )
}
const type = (name: string | RegExp, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } })
const tap = async (name: string | RegExp, role = 'button') =>
  fireEvent.click(await screen.findByRole(role, { name }))

describe('registering', () => {
  beforeEach(() => {
    answers['residents.me'] = me()
    answers['volunteers.myStanding'] = {
      name: '李师傅',
      minor: null,
      standing: null,
      looks: [],
    }
  })

  test('two pages of large answers, and what was chosen is what the contract takes', async () => {
    show(VolunteerRegister)
    await tap('修水管、换灯', 'checkbox')
    await tap('周末上午', 'checkbox')
    await tap('下一步')
    await tap(/^满 18 岁了/, 'switch')
    await tap(/^进能人库/, 'switch')
    await tap('登记')
    await waitFor(() => expect(sent).toHaveLength(1))
    const { input } = sent[0]!
    expect(v.safeParse(volunteers.procedures.register.input, input).success).toBe(true)
    expect(input).toMatchObject({
      adult: true,
      registration: { skills: ['plumbing'], listed: true, contact: false, honours: false },
    })
    expect(input).not.toHaveProperty('forResident')
    expect((input as { registration: { free: object[] } }).registration.free).toEqual([
      { weekday: 6, part: 'morning' },
      { weekday: 0, part: 'morning' },
    ])
  })

  test('a minor is told who can do it for them', async () => {
    answers['volunteers.myStanding'] = { name: '小李', minor: true, standing: null, looks: [] }
    show(VolunteerRegister)
    expect(await screen.findByText('没满 18 岁，请爸爸妈妈来登记')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '下一步' })).toBeNull()
  })

  test('a parent agrees for the child, and to nothing else', async () => {
    params = { forResident: 'dl_pchild' }
    answers['residents.me'] = me({ dependants: [{ id: 'dl_pchild', name: '小明' }] })
    answers['volunteers.myStanding'] = { name: '小明', minor: true, standing: null, looks: [] }
    show(VolunteerRegister)
    await tap('下一步')
    expect(screen.queryAllByRole('switch')).toEqual([])
    await tap('我同意，登记小明')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]!.input).toMatchObject({ forResident: 'dl_pchild', adult: false })
  })

  test('staff say how somebody agreed', async () => {
    params = { forResident: 'dl_pwang' }
    answers['volunteers.myStanding'] = { name: '王大爷', minor: false, standing: null, looks: [] }
    show(VolunteerRegister)
    await tap('下一步')
    await tap(/^可以看电话/, 'switch')
    await tap('当面说的', 'radio')
    await tap('登记')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]!.input).toMatchObject({ said: 'spoken', registration: { contact: true } })
  })
})

describe('shifts of the family', () => {
  beforeEach(() => {
    answers['residents.me'] = me({ dependants: [{ id: 'dl_pchild', name: '小明' }] })
  })

  test('a mother says who goes, and narrows the list to one kind', async () => {
    answers['volunteers.listShifts'] = { items: [shift()], next: null }
    show(Shifts)
    await tap('小明', 'radio')
    await tap(/^小明来，早上护学岗/)
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]!.input).toMatchObject({ shift: 'dl_vs1', forResident: 'dl_pchild' })
    expect(v.safeParse(volunteers.procedures.confirmShift.input, sent[0]!.input).success).toBe(true)
    await tap('附近要人的', 'tab')
    await tap('挑一种活、挑一天')
    await tap('护学岗', 'radio')
    await tap('就看这些')
    await waitFor(() =>
      expect(asked).toContainEqual({ near: true, kind: 'schoolGate', forResident: 'dl_pchild' }),
    )
  })

  test('a mother says why her son cannot come; ticking the others is not hers', async () => {
    params = { view: 'mine', forResident: 'dl_pchild' }
    answers['volunteers.listShifts'] = { items: [shift({ mine: true })], next: null }
    show(Shifts)
    await tap(/^来不了了，早上护学岗/)
    expect(screen.queryByRole('button', { name: /点到/ })).toBeNull()
    fireEvent.input(screen.getByRole('textbox', { name: /^为什么/ }), {
      target: { value: '要考试' },
    })
    await tap('是的，来不了')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]!.input).toMatchObject({ because: '要考试', forResident: 'dl_pchild' })
  })

  test('who carries today reads where to; on other days, and for the family, there is no list', async () => {
    params = { view: 'mine' }
    const carries = { kind: 'delivery', carries: { node: 'dl_centre', meal: 'lunch' }, mine: true }
    answers['volunteers.listShifts'] = {
      items: [
        shift({ ...carries, title: '中午送餐' }),
        shift({
          ...carries,
          id: 'dl_vs2',
          title: '明天送餐',
          startsAt: tomorrow,
          endsAt: tomorrow,
        }),
        shift({ id: 'dl_vs3', title: '护学岗', mine: true }),
      ],
      next: null,
    }
    learnTime(Date.parse('2099-11-23T07:40:00+08:00'))
    show(Shifts)
    await tap(/^看今天送到哪几家，中午送餐/)
    expect(screen.queryAllByRole('button', { name: /^看今天送到哪几家/ })).toHaveLength(1)
    expect(opened).toEqual(['/packages/canteen-staff/deliveries/index?shift=dl_vs1'])
    await tap('小明', 'radio')
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /^看今天送到哪几家/ })).toBeNull(),
    )
    learnTime(Date.now())
  })

  test('of a page without swaps nothing is said to be missing while there is more to read', async () => {
    answers['volunteers.swaps'] = { items: [], next: 'more' }
    show(Swaps)
    expect(await screen.findByRole('button', { name: '再看一些' })).toBeTruthy()
    expect(screen.queryByText('现在没有人要换班')).toBeNull()
  })
})

test('the hub leads to where hands are needed, and invites who has not registered', async () => {
  answers['residents.me'] = me()
  answers['volunteers.myStanding'] = { name: '李师傅', minor: null, standing: null, looks: [] }
  show(VolunteerHome)
  await tap('登记成志愿者')
  await tap('看看哪里需要人')
  expect(opened).toEqual([
    '/packages/volunteers/register/index',
    '/packages/volunteers/shifts/index',
  ])
})

test('the hub says how far a volunteer has come, and leads to the family', async () => {
  answers['residents.me'] = me({ dependants: [{ id: 'dl_pchild', name: '小明' }] })
  answers['volunteers.myStanding'] = {
    name: '李师傅',
    minor: false,
    standing: standing(),
    looks: [],
  }
  show(VolunteerHome)
  expect((await screen.findAllByText(/离一星还差 90 小时和 1 次培训/)).length).toBeGreaterThan(0)
  await tap(/^小明的志愿档案/, 'link')
  await tap(/^我的班/, 'link')
  expect(opened).toEqual([
    '/packages/volunteers/standing/index?forResident=dl_pchild',
    '/packages/volunteers/shifts/index?view=mine',
  ])
})

test('the record shows trainings, the table, and who looked at the number and why', async () => {
  answers['residents.me'] = me()
  answers['volunteers.levels'] = { steps: [{ name: '一星', minutes: 6000, trainings: 1 }] }
  answers['volunteers.myStanding'] = {
    name: '李师傅',
    minor: false,
    standing: standing(),
    looks: [
      { by: '钱社工', because: '张奶奶家灯坏了', at: Date.parse('2026-11-20T08:00:00+08:00') },
    ],
  }
  show(VolunteerStanding)
  expect(await screen.findByText('张奶奶家灯坏了')).toBeTruthy()
  expect(await screen.findByText(/100 小时，1 次培训/)).toBeTruthy()
  expect(screen.getByText('急救')).toBeTruthy()
})

test('a team is joined by one tap and left after a question; one that is full has no button', async () => {
  answers['residents.me'] = me()
  answers['volunteers.myStanding'] = {
    name: '李师傅',
    minor: false,
    standing: standing(),
    looks: [],
  }
  answers['volunteers.teams'] = {
    items: [
      team(),
      team({ id: 'dl_vt2', name: '维修队', mine: true }),
      team({ id: 'dl_vt3', name: '护学队', members: 5 }),
    ],
    next: null,
  }
  answers['volunteers.joinTeam'] = team({ mine: true })
  show(Teams)
  await tap('加入巡逻队')
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]!.input).toMatchObject({ team: 'dl_vt1', join: true })
  expect(screen.queryByRole('button', { name: '加入护学队' })).toBeNull()
  await tap('退出维修队')
  await tap('是的，退出')
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(sent[1]!.input).toMatchObject({ team: 'dl_vt2', join: false })
})

describe('staff', () => {
  const coordinator = me({
    roles: [{ role: 'communityStaff', node: 'dl_jing', nodeName: '静安里社区', until: null }],
  })
  beforeEach(() => {
    answers['residents.me'] = coordinator
  })

  test('see no number before they gave a reason', async () => {
    answers['volunteers.talents'] = {
      items: [
        {
          id: 'dl_pli',
          name: '李师傅',
          placeName: '12号楼',
          skills: ['plumbing'],
          wishes: '',
          free: [],
          level: null,
          minutes: 600,
          contact: true,
        },
      ],
      next: null,
    }
    answers['volunteers.revealContact'] = { name: '李师傅', phone: '13812345678' }
    show(Talents)
    await tap('看电话，李师傅')
    await tap('看电话')
    expect(sent).toEqual([])
    expect(await screen.findByText('请写一句原因')).toBeTruthy()
    fireEvent.input(screen.getByRole('textbox', { name: /^原因/ }), {
      target: { value: '灯坏了' },
    })
    await tap('看电话')
    expect(await screen.findByRole('button', { name: /打给李师傅 13812345678/ })).toBeTruthy()
    expect(sent[0]!.input).toMatchObject({ person: 'dl_pli', because: '灯坏了' })
  })

  test('record a training of a volunteer', async () => {
    params = { person: 'dl_pli' }
    answers['volunteers.myStanding'] = {
      name: '李师傅',
      minor: false,
      standing: standing(),
      looks: [],
    }
    show(Volunteer)
    await tap('记一次培训')
    fireEvent.input(screen.getByRole('textbox', { name: /^什么培训/ }), {
      target: { value: '急救' },
    })
    await tap('记上')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(v.safeParse(volunteers.procedures.recordTraining.input, sent[0]!.input).success).toBe(
      true,
    )
  })

  test('name a leader among the members', async () => {
    params = { team: 'dl_vt1' }
    answers['volunteers.teamMembers'] = {
      team: team({ rev: 6 }),
      people: [{ person: 'dl_pli', name: '李师傅', phoneMasked: null }],
    }
    answers['volunteers.saveTeam'] = team()
    show(TeamEdit)
    await tap('改名字、人数、队长')
    await tap('李师傅', 'radio')
    await tap('存下来')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]!.input).toMatchObject({
      team: 'dl_vt1',
      rev: 6,
      draft: { leader: 'dl_pli', most: 5 },
    })
    expect(v.safeParse(volunteers.procedures.saveTeam.input, sent[0]!.input).success).toBe(true)
  })

  test('found a team where they work', async () => {
    answers['volunteers.teams'] = { items: [], next: null }
    show(StaffTeams)
    await tap('成立一支队')
    expect(opened).toEqual(['/packages/volunteers-staff/team-edit/index'])
    cleanup()
    show(TeamEdit)
    await tap('成立')
    expect(await screen.findByText('请写队名，比如：夕阳红巡逻队')).toBeTruthy()
    type(/^队名/, '护学队')
    await tap('成立')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]!.input).toMatchObject({
      draft: { name: '护学队', node: 'dl_jing', leader: null, most: 20, open: true },
    })
    expect(sent[0]!.input).not.toHaveProperty('team')
    expect(v.safeParse(volunteers.procedures.saveTeam.input, sent[0]!.input).success).toBe(true)
  })

  test('change a delivery and leave its meal as a colleague of the canteen chose it', async () => {
    params = { shift: 'dl_vs1' }
    const carries = { node: 'dl_centre', meal: 'lunch' }
    const carrying = { kind: 'delivery', title: '中午送餐', carries, rev: 7 }
    answers['volunteers.shiftRoster'] = { shift: shift(carrying), people: [] }
    answers['volunteers.saveShift'] = shift(carrying)
    show(ShiftEdit)
    expect((await screen.findByRole('radio', { name: '午餐' })).getAttribute('aria-checked')).toBe(
      'true',
    )
    expect(screen.getByRole('radio', { name: '原来的食堂' }).getAttribute('aria-checked')).toBe(
      'true',
    )
    await tap('下一步')
    fireEvent.click(await screen.findByRole('button', { name: /^要几个人，增加/ }))
    await tap('下一步')
    await tap('存下来')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]!.input).toMatchObject({ shift: 'dl_vs1', rev: 7, needed: 3, carries })
    expect(v.safeParse(volunteers.procedures.saveShift.input, sent[0]!.input).success).toBe(true)
  })

  test('say of a new delivery which meal it carries, or that it is none', async () => {
    show(ShiftEdit)
    await tap('送餐', 'radio')
    type(/^怎么说/, '中午送餐')
    type(/^在哪里/, '餐厅门口')
    await tap('下一步')
    expect(await screen.findByText('请选一下送的是哪一餐')).toBeTruthy()
    await tap('晚餐', 'radio')
    await tap('午餐', 'radio')
    await tap('下一步')
    for (const [part, value] of Object.entries({ 年: '2099', 月: '11', 日: '24' }))
      type(new RegExp(`^哪一天.*，${part}$`), value)
    for (const [field, hour] of [
      ['几点开始', '10'],
      ['几点结束', '12'],
    ] as const) {
      type(new RegExp(`^${field}.*，点$`), hour)
      type(new RegExp(`^${field}.*，分$`), '30')
    }
    await tap('下一步')
    await tap('安排好了')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]!.input).toMatchObject({
      kind: 'delivery',
      node: 'dl_jing',
      carries: { node: 'dl_jing', meal: 'lunch' },
    })
    expect(v.safeParse(volunteers.procedures.saveShift.input, sent[0]!.input).success).toBe(true)
  })

  test('name the meal of a recurring delivery, as of what was opened', async () => {
    const carries = { node: 'dl_jing', meal: 'lunch' }
    const post = { ...crossing, id: 'dl_vp1', rev: 3, next: null, kind: 'delivery', carries }
    answers['volunteers.posts'] = { items: [post], next: null }
    answers['volunteers.previewPost'] = { days: ['2099-11-23'] }
    answers['volunteers.savePost'] = { post, kept: [shift({ title: '有人的班' })] }
    show(Posts)
    await tap(/^早上护学岗/, 'link')
    expect((await screen.findByRole('radio', { name: '午餐' })).getAttribute('aria-checked')).toBe(
      'true',
    )
    expect(screen.queryByRole('radiogroup', { name: /^哪里的食堂/ })).toBeNull()
    await tap('晚餐', 'radio')
    for (let step = 1; step < 5; step++) await tap('下一步')
    await tap('存下来')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]!.input).toMatchObject({
      post: 'dl_vp1',
      rev: 3,
      draft: { kind: 'delivery', carries: { node: 'dl_jing', meal: 'dinner' } },
    })
    expect(v.safeParse(volunteers.procedures.savePost.input, sent[0]!.input).success).toBe(true)
    expect(await screen.findByText('有人的班')).toBeTruthy()
  })

  test('change one level of the table, the others stay', async () => {
    const steps = [
      { name: '一星', minutes: 6000, trainings: 1 },
      { name: '二星', minutes: 18_000, trainings: 2 },
    ]
    answers['volunteers.levels'] = { steps, rev: 4 }
    answers['volunteers.saveLevels'] = { steps, rev: 5 }
    show(VolunteerLevels)
    await tap(/^一星/, 'link')
    fireEvent.input(screen.getByRole('textbox', { name: '一共要做多少小时' }), {
      target: { value: '50' },
    })
    await tap('存下来')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]!.input).toMatchObject({
      rev: 4,
      steps: [{ ...steps[0], minutes: 3000 }, steps[1]],
    })
    await tap(/^二星/, 'link')
    await tap('去掉二星')
    await tap('是的，去掉')
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[1]!.input).toMatchObject({ rev: 4, steps: [steps[0]] })
    await tap('加一级')
    await tap('存下来')
    expect(await screen.findByText('请写等级的名字')).toBeTruthy()
    type(/^叫什么/, '三星')
    type(/^一共要做多少小时/, '500')
    await tap('存下来')
    await waitFor(() => expect(sent).toHaveLength(3))
    const third = { name: '三星', minutes: 30_000, trainings: 2 }
    expect(sent[2]!.input).toMatchObject({ rev: 4, steps: [...steps, third] })
    for (const { input } of sent)
      expect(v.safeParse(volunteers.procedures.saveLevels.input, input).success).toBe(true)
  })
})
