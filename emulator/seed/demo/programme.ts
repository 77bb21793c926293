import type { ActivityDraft, Category, Eligibility } from '@/types/activities'
import { addDays, instantOf, type Day } from '@/types/shared/day'

const hour = 60 * 60 * 1000

const anybody: Eligibility = {
  minAge: null,
  maxAge: null,
  verifiedOnly: false,
  nodes: [],
  tags: [],
}

interface Course {
  title: string
  category: Category
  summary: string
  description: string
  placeName: string
  /** Days from today to the first session, `HH:mm` and hours. */
  inDays: number
  at: string
  hours: number
  /** Days between sessions, and how many there are. */
  every?: number
  times?: number
  seats: number
  waitlist?: number
  heldPercent?: number
  householdCap?: number
  eligibility?: Partial<Eligibility>
  /** When sign-up opens, counted from today; already open unless said. */
  opens?: { inDays: number; at: string }
  headCount?: boolean
  /** Drawn one day before the first session instead of first come. */
  draw?: boolean
  questions?: ActivityDraft['questions']
}

/** Course names are those of the reports 000–003; times, rooms and seats are invented. */
export const courses: readonly Course[] = [
  {
    title: '老党员书画交流会',
    category: 'elder',
    summary: '带上笔墨，一起写写画画',
    description: '书画室备有纸墨，老党员书画老师现场指点。每月一次，零基础也可以来。（演示）',
    placeName: '二楼书画室',
    inDays: 1,
    at: '09:30',
    hours: 2,
    seats: 16,
    waitlist: 8,
  },
  {
    title: '乐高智力开发课',
    category: 'child',
    summary: '6 到 12 岁，每家一个名额',
    description:
      '一次一个主题，家长可以在走廊等候。每次开放报名都很快满，没抢到可以排队候补。（演示）',
    placeName: '三楼儿童天地',
    inDays: 4,
    at: '10:00',
    hours: 1.5,
    seats: 20,
    waitlist: 10,
    householdCap: 1,
    eligibility: { minAge: 6, maxAge: 12 },
    opens: { inDays: 1, at: '09:00' },
  },
  {
    title: '中式面点技能培训',
    category: 'skills',
    summary: '连学 10 天，学会做花馍',
    description:
      '从面粉选取、配料比例到花式手法，学完参加从业资格考试。全程参加八成以上才算结业。（演示）',
    placeName: '二楼会议室',
    inDays: 3,
    at: '14:00',
    hours: 2,
    every: 1,
    times: 10,
    seats: 24,
    waitlist: 12,
    eligibility: { minAge: 18 },
  },
  {
    title: '社区大讲堂：冬季防诈骗',
    category: 'elder',
    summary: '每周四下午，民警来讲课',
    description: '讲讲最近常见的骗局，教您怎么识破、找谁报案。可以带老伴一起来。（演示）',
    placeName: '一楼社区党校',
    inDays: 5,
    at: '15:00',
    hours: 1.5,
    seats: 60,
    waitlist: 20,
  },
  {
    title: '老年英语课堂',
    category: 'elder',
    summary: '60 岁以上，慢慢学，常复习',
    description: '从打招呼、认路牌学起。每周一次，一共八次。（演示）',
    placeName: '二楼书画室',
    inDays: 6,
    at: '09:00',
    hours: 1.5,
    every: 7,
    times: 8,
    seats: 18,
    waitlist: 6,
    eligibility: { minAge: 60 },
  },
  {
    title: '参观科技馆',
    category: 'outing',
    summary: '周末出行，家长陪同，往返点名',
    description:
      '早上 8:30 在中心门口集合，下午 4:00 回来。午饭自带。人数有限，截止后摇号。（演示）',
    placeName: '中心门口集合',
    inDays: 7,
    at: '08:30',
    hours: 7.5,
    seats: 30,
    waitlist: 10,
    eligibility: { minAge: 6, maxAge: 14 },
    headCount: true,
    draw: true,
    questions: [{ label: '集合方式', options: ['坐大巴', '自己去'], required: true }],
  },
  {
    title: '“爱眼光明行”眼健康检查',
    category: 'health',
    summary: '免费查眼，现场讲解',
    description: '眼科医生现场检查视力、眼底。不收费，不推销。（演示）',
    placeName: '一楼大厅',
    inDays: 2,
    at: '08:30',
    hours: 3,
    seats: 40,
    waitlist: 20,
    heldPercent: 20,
  },
  {
    title: '太极晨练班',
    category: 'health',
    summary: '每天早上，广场上一起练',
    description: '24 式简化太极拳，老师带练。下雨改到三楼舞蹈室。（演示）',
    placeName: '社区广场',
    inDays: 1,
    at: '07:00',
    hours: 1,
    every: 1,
    times: 14,
    seats: 40,
    waitlist: 10,
  },
  {
    title: '社区夜校：吉他入门',
    category: 'youth',
    summary: '下班后来弹一弹，琴可以借',
    description: '每周二晚上，一共六次。琴不够可以两人一把。（演示）',
    placeName: '三楼舞蹈室',
    inDays: 4,
    at: '19:00',
    hours: 1.5,
    every: 7,
    times: 6,
    seats: 15,
    waitlist: 10,
    eligibility: { minAge: 16 },
  },
  {
    title: '先锋课堂：纪律红线进网格',
    category: 'partyStudy',
    summary: '学条例，讲身边的事',
    description: '党员轮流讲课，结合楼道堆物等身边的事讨论。（演示）',
    placeName: '一楼社区党校',
    inDays: 3,
    at: '15:00',
    hours: 1.5,
    seats: 50,
    waitlist: 0,
  },
  {
    title: '儿童硬笔字公益课堂',
    category: 'child',
    summary: '7 岁以上，每周六上午',
    description: '坐姿、握笔、笔画，一步一步来。一共四次。（演示）',
    placeName: '二楼书画室',
    inDays: 7,
    at: '14:30',
    hours: 1.5,
    every: 7,
    times: 4,
    seats: 12,
    waitlist: 6,
    eligibility: { minAge: 7, maxAge: 14 },
  },
  {
    title: '传统节日手工：剪窗花',
    category: 'festival',
    summary: '老人孩子一起剪，剪完带回家',
    description: '红纸剪刀都备好。手不方便的，志愿者帮您。（演示）',
    placeName: '三楼儿童天地',
    inDays: 8,
    at: '09:30',
    hours: 2,
    seats: 30,
    waitlist: 10,
  },
]

/** What staff would fill in for a course, on a day. */
export const draftOf = (course: Course, today: Day, node: string): ActivityDraft => {
  const { every = 0, times = 1 } = course
  const sessions = Array.from({ length: times }, (_, i) => {
    const startsAt = instantOf(addDays(today, course.inDays + i * every), course.at)
    return { startsAt, endsAt: startsAt + course.hours * hour }
  })
  const startsAt = sessions[0]?.startsAt ?? 0
  const closesAt = startsAt - (course.draw ? 30 : 1) * hour
  return {
    title: course.title,
    category: course.category,
    summary: course.summary,
    description: course.description,
    placeName: course.placeName,
    node,
    photo: null,
    sessions,
    seats: course.seats,
    waitlist: course.waitlist ?? 0,
    heldPercent: course.heldPercent ?? 10,
    householdCap: course.householdCap ?? null,
    mode: course.draw ? 'draw' : 'firstCome',
    opensAt: course.opens
      ? instantOf(addDays(today, course.opens.inDays), course.opens.at)
      : instantOf(addDays(today, -3), '09:00'),
    closesAt,
    cancelUntil: course.draw ? closesAt : startsAt - 2 * hour,
    drawAt: course.draw ? startsAt - 24 * hour : null,
    eligibility: { ...anybody, ...course.eligibility },
    questions: course.questions ?? [],
    attachments: [],
    headCount: course.headCount ?? false,
    completionPercent: times > 1 ? 80 : 0,
  }
}
