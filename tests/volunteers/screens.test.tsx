import axe from 'axe-core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react/pure'
import * as v from 'valibot'
import type { ComponentType } from 'react'
import { CallError } from '@/src/api/call'
import { submitKey, type Submit } from '@/src/queries/client'
import StaffTeams from '@/src/packages/volunteers-staff/teams'
import TeamEdit from '@/src/packages/volunteers-staff/team-edit'
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
      team: team(),
      people: [{ person: 'dl_pli', name: '李师傅', phoneMasked: null }],
    }
    answers['volunteers.saveTeam'] = team()
    show(TeamEdit)
    await tap('改名字、人数、队长')
    await tap('李师傅', 'radio')
    await tap('存下来')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]!.input).toMatchObject({ team: 'dl_vt1', draft: { leader: 'dl_pli', most: 5 } })
    expect(v.safeParse(volunteers.procedures.saveTeam.input, sent[0]!.input).success).toBe(true)
  })

  test('found a team where they work', async () => {
    answers['volunteers.teams'] = { items: [], next: null }
    show(StaffTeams)
    await tap('成立一支队')
    expect(opened).toEqual(['/packages/volunteers-staff/team-edit/index'])
  })

  test('change one level of the table, the others stay', async () => {
    const steps = [
      { name: '一星', minutes: 6000, trainings: 1 },
      { name: '二星', minutes: 18_000, trainings: 2 },
    ]
    answers['volunteers.levels'] = { steps }
    show(VolunteerLevels)
    await tap(/^一星/, 'link')
    fireEvent.input(screen.getByRole('textbox', { name: '一共要做多少小时' }), {
      target: { value: '50' },
    })
    await tap('存下来')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]!.input).toMatchObject({ steps: [{ ...steps[0], minutes: 3000 }, steps[1]] })
  })
})
