import { projects } from '@/types/projects'
import { proposals } from '@/types/proposals'
import { votes } from '@/types/votes'
import { threshold } from '@/tests/proposals/council'
import { neighbour } from '@/tests/votes/voting'
import { describeJourney } from '@/tests/support/journey'
import { as, seedCentre, staffOf } from '@/tests/support/people'
import { at, fillDay, walks } from '@/tests/support/phone/pages'

const wishes = ['想要晚上下楼看得见路', '楼道的灯别再坏了', '希望门口装一盏灯'] as const
const seen = ['晚上看得见路', '楼道的灯', '门口一盏灯'] as const
const title = '楼前楼道换新灯'

describeJourney(
  'three wishes become a proposal, a meeting hands it to the households, who vote for it, and a project does it with a matched fund',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    const homes = [
      ['o-li', '李奶奶', '301'],
      ['o-wang', '王大爷', '302'],
      ['o-zhao', '赵阿姨', '401'],
    ] as const
    for (const [openid, name, room] of homes) await neighbour(cloud, openid, name, room)
    await threshold(cloud, 3)
    const byStaff = {
      proposals: as(cloud, proposals, staffOf.jingStaff),
      votes: as(cloud, votes, staffOf.jingStaff),
    }

    // 李奶奶 writes hers on the screen; the other two the same way, out of sight.
    const li = await phone('o-li', { width: 390, height: 844 })
    await walks(li, '李奶奶', '邻里议事')
    await li.expectText('现在没有等人认领的心愿')
    await li.screenshot('wishes-none')
    expect(await li.axe()).toEqual([])
    await li.tap('许个心愿')
    await li.fill('想要什么，想办什么', wishes[0])
    await li.tap('下一步')
    await li.screenshot('wish-about')
    expect(await li.axe()).toEqual([])
    await li.tap('下一步')
    await li.tap('交给工作人员')
    await li.expectText(wishes[0])
    for (const [n, openid] of (['o-wang', 'o-zhao'] as const).entries())
      await as(
        cloud,
        proposals,
        openid,
      )('writeWish', { words: wishes[n + 1]!, category: 'facilities', forWhom: 'elder' })

    // Staff publish them in words of their own and make one proposal of the three.
    const staff = await phone(staffOf.jingStaff, { width: 1280, height: 800 })
    await walks(staff, '钱社工', '工作台', '心愿、提案、议事会')
    await staff.expectText(/李奶奶/)
    await staff.screenshot('wishes-to-do')
    expect(await staff.axe()).toEqual([])
    const { items: written } = await byStaff.proposals('wishesForStaff', { view: 'waiting' })
    await staff.tap(wishes[0])
    await staff.tap('发布，或者不发布')
    await staff.fill('标题', seen[0])
    await staff.fill('公开的话', '一位老人想要晚上看得见路')
    await staff.tap('确定发布')
    await staff.expectText('等人认领')
    for (const { id, person } of written)
      if (person.name !== '李奶奶')
        await byStaff.proposals('decideWish', {
          wish: id,
          publish: {
            title: person.name === '王大爷' ? seen[1] : seen[2],
            words: '一位邻居希望楼里亮一点',
          },
        })
    await staff.back()
    await staff.tap('等认领的')
    await staff.tap('把几个合成提案')
    for (const one of seen) await staff.choose(one)
    await staff.screenshot('wishes-merge')
    await staff.tap('下一步')
    await staff.fill('标题', title)
    await staff.fill('为什么，怎么办', '三位邻居都说晚上太黑。一起把楼前和楼道的灯换了。')
    await staff.tap('合成提案，开始联名')
    await staff.expectText('要 3 人')
    await staff.screenshot('proposal-merged')
    expect(await staff.axe()).toEqual([])
    const { items: open } = await byStaff.proposals('proposals', { view: 'open' })
    const proposal = open[0]!.id

    // Each signs for themselves.
    await walks(li, '李奶奶', '邻里议事', '提案', title)
    await li.expectText('还差 3 人')
    await li.screenshot('proposal')
    expect(await li.axe()).toEqual([])
    await li.tap('我也联名')
    await li.tap('是的，我联名')
    await li.expectText('您已经联名了')
    for (const openid of ['o-wang', 'o-zhao'])
      await as(cloud, proposals, openid)('coSign', { proposal })
    await li.open(at('proposals/proposal', { proposal }))
    await li.expectText(/社区要在.*以前答复/)

    // A meeting: called on the screen, 李奶奶 comes and scans the code at its door, 王大爷 has no phone with him and is ticked.
    await staff.open(at('proposals-staff/to-do'))
    await staff.tap('议事会')
    await staff.tap('安排议事会')
    await staff.fill('叫什么', '十一月议事会')
    await staff.fill('在哪里', '二楼议事厅')
    await fillDay(staff, '哪一天', '2026-11-28')
    await staff.tap('下一步')
    await staff.tap('下一步')
    await staff.choose(title)
    await staff.tap('定下来，发通知')
    await staff.expectText('还没有人报名')
    await staff.screenshot('meeting-called')
    expect(await staff.axe()).toEqual([])
    const { items: called } = await byStaff.proposals('meetingsForStaff', {})
    const meeting = called[0]!.id
    await walks(li, '李奶奶', '邻里议事', '议事会', '十一月议事会')
    await li.tap('我来参加')
    await li.expectText('您报好名了')
    await li.screenshot('meeting')
    expect(await li.axe()).toEqual([])
    await as(cloud, proposals, 'o-wang')('joinMeeting', { meeting })
    await cloud.clock('2026-11-28T09:05:00+08:00')
    await staff.open(at('proposals-staff/meeting', { meeting }))
    await staff.tap('显示签到码')
    const code = await staff.code()
    await staff.screenshot('meeting-screen')
    await walks(li, '李奶奶')
    await li.scan(code)
    await li.tap('扫一扫')
    await li.tap('我到了')
    await li.expectText('请进。到会 1 人')
    await li.screenshot('meeting-checked-in')
    expect(await li.axe()).toEqual([])
    await staff.tap('关闭')
    await staff.tap('到了，王大爷')
    await staff.expectText(/到了 2 人/)
    await staff.expectText('扫码签到')
    await cloud.clock('2026-11-28T11:30:00+08:00')
    await staff.open(at('proposals-staff/meeting', { meeting }))
    await staff.tap('写纪要')
    await staff.choose('请各户投票')
    await staff.screenshot('minutes-decision')
    expect(await staff.axe()).toEqual([])
    await staff.tap('下一步')
    await staff.fill('会上说了什么', '大家都说要换，钱从自筹和配捐来，请各户投票。')
    await staff.tap('发布纪要')
    await staff.expectText('大家都说要换')
    await li.open(at('proposals/meeting', { meeting }))
    await li.expectText('到会 2 人')
    await li.expectText('大家都说要换，钱从自筹和配捐来，请各户投票。')

    // The vote is opened from the proposal, and three households vote; one on the screen.
    await staff.tap('看这个提案')
    await staff.tap('开始各户投票')
    await staff.expectText('问大家什么')
    await staff.tap('下一步')
    await staff.choose('静安里社区 第一网格 12号楼')
    await staff.tap('下一步')
    await fillDay(staff, '哪一天结束', '2026-12-05')
    await staff.fill('几点结束，点', '18')
    await staff.fill('几点结束，分', '00')
    await staff.tap('下一步')
    await staff.tap('下一步')
    await staff.expectText('3 户')
    await staff.screenshot('vote-check')
    expect(await staff.axe()).toEqual([])
    await staff.tap('就这样，开始表决')
    await staff.expectText('上门名单')
    const { items: running } = await byStaff.votes('listForStaff', {})
    const vote = running[0]!.id
    await walks(li, '李奶奶', '邻里议事', '居民表决', title)
    await li.expectText('投您家的一票')
    await li.screenshot('vote')
    expect(await li.axe()).toEqual([])
    await li.tap('投您家的一票')
    await li.choose('同意')
    await li.screenshot('ballot')
    expect(await li.axe()).toEqual([])
    await li.tap('选好了')
    await li.screenshot('ballot-confirm')
    await li.tap('对，投这一票')
    await li.expectText('回执编号')
    await li.screenshot('ballot-receipt')
    await as(cloud, votes, 'o-wang')('cast', { vote, choice: 0 })
    await as(cloud, votes, 'o-zhao')('cast', { vote, choice: 1 })
    await cloud.clock('2026-12-05T18:15:00+08:00')
    await cloud.timer('jobs')
    await li.open(at('votes/one', { id: vote }))
    await li.expectText('3 户里有 3 户投了票，通过了。')
    await li.tap('重新数一遍')
    await li.expectText('您的手机数了 3 张票，和公布的一样')
    await li.screenshot('vote-recount')
    expect(await li.axe()).toEqual([])

    // The project: opened from the vote, with a rule for the matched fund and a donation.
    await walks(staff, '钱社工', '工作台', '居民表决', title)
    await staff.expectText('通过了')
    await staff.tap('通过了，开一个项目')
    await staff.choose('静安里社区')
    await staff.expectText('谁负责')
    await staff.tap('存好')
    await staff.expectText('定配捐的规则')
    await staff.screenshot('project-new')
    expect(await staff.axe()).toEqual([])
    await staff.tap('定配捐的规则')
    await staff.fill('谁来配捐', '街道公益基金')
    await staff.tap('下一步')
    await staff.fill('总共最多配多少元', '150')
    await staff.fill('一笔最多配多少元', '200')
    await fillDay(staff, '配到哪一天', '2026-12-31')
    await staff.tap('下一步')
    await staff.screenshot('fund-check')
    expect(await staff.axe()).toEqual([])
    await staff.tap('就这样定')
    await staff.tap('记一笔自筹')
    await staff.choose('没有登记的人')
    await staff.tap('下一步')
    await staff.fill('多少元', '200')
    await staff.fill('收据号', '0001')
    await staff.tap('记下来')
    // 200 would be matched one for one; the cap leaves 150.
    await staff.expectText('记好了')
    await staff.screenshot('donation-recorded')
    expect(await staff.axe()).toEqual([])

    await walks(li, '李奶奶', '邻里议事', '居民项目', title)
    await li.expectText('只做记录')
    await li.tap('看每一笔')
    await li.expectText('自筹 200.00 元')
    await li.expectText('配捐 150.00 元')
    await li.screenshot('fund-statement')
    expect(await li.axe()).toEqual([])
    await li.back()
    await li.tap('大家投票定的')
    await li.expectText('通过了')
    await li.tap('从居民提案来的')
    await li.expectText('联名的人')
    const { items: going } = await as(cloud, projects, 'o-li')('list', {})
    expect(await as(cloud, proposals, 'o-li')('proposal', { proposal })).toMatchObject({
      vote,
      project: going[0]!.id,
    })
  },
  { now: '2026-11-21T08:00:00+08:00' },
)
