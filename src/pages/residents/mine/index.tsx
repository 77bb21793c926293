import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { useCentre } from '@/src/api/centre'
import { today } from '@/src/api/clock'
import { useCentres } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { residencySaid } from '@/src/words/residents'
import type { Me } from '@/types/residents'
import { MemberCode } from '../components/MemberCode'
import { NoticesRow } from '../components/NoticesRow'
import type { KnownMe } from '../components/SignedIn'
import { SignIn } from '../components/SignIn'

/** 我的: my code to show, my people and things, and for staff the way to their work. */
export default function Mine() {
  const reading = useMe()
  const cached = cachedAt(reading)
  return (
    <Page title={reading.data?.person?.name ?? '我的'} {...(cached && { cachedAt: cached })}>
      <Reading of={reading} failed="“我的”没有打开">
        {(me) => (me.person ? <Known me={{ ...me, person: me.person }} /> : <Unknown />)}
      </Reading>
    </Page>
  )
}

const familySaid = ({ dependants, outgrown, askingToAct }: Me): string => {
  if (askingToAct.length > 0) return `${askingToAct.map(({ name }) => name).join('、')}在等您回答`
  if (outgrown.length > 0) return `${outgrown.map(({ name }) => name).join('、')}满 14 岁了，点开看`
  return dependants.length > 0
    ? dependants.map(({ name }) => name).join('、')
    : '替父母、孩子办事，先加在这里'
}

/** Volunteers alone have nothing to do on the workbench yet. */
const worksHere = ({ roles }: Me): boolean => roles.some(({ role }) => role !== 'volunteer')

/** The centre itself, the way to another where there are several, and for its admin the way to open one more. */
function Centre({ me }: { me?: Me }) {
  const current = useCentre()
  const centres = useCentres().data?.items ?? []
  const name = centres.find(({ code }) => code === current)?.name
  return (
    <>
      <Rows label="服务中心">
        <Row
          label="服务中心"
          detail="电话、开门时间、附近的服务点"
          drawing="info"
          colour="blue"
          onTap={() => goTo('about')}
        />
        <Row
          label="核对证明"
          detail="别人拿来的时长证明，看看真假"
          drawing="check"
          colour="pine"
          onTap={() => goTo('checkCertificate')}
        />
        {centres.length > 1 && (
          <Row
            label="换一个中心"
            {...(name !== undefined && { detail: `现在是${name}` })}
            drawing="house"
            colour="pine"
            onTap={() => goTo('chooseCentre')}
          />
        )}
      </Rows>
      {me?.roles.some(({ role }) => role === 'admin') && (
        <Rows label="管理">
          <Row
            label="开通一个中心"
            detail="给同一套系统里的另一个中心"
            drawing="plus"
            colour="soft"
            onTap={() => goTo('openCentre')}
          />
        </Rows>
      )}
    </>
  )
}

function Known({ me }: { me: KnownMe }) {
  const standing = residencySaid(me.person.verification?.until, today())
  return (
    <>
      {worksHere(me) && (
        <Rows label="工作">
          <Row
            label="工作台"
            detail="扫会员码、找人、发布活动"
            drawing="house"
            colour="blue"
            onTap={() => goTo('workbench')}
          />
        </Rows>
      )}
      <MemberCode />
      <Rows label="我的">
        <Row label="我的报名" drawing="calendar" colour="gold" onTap={() => goTo('mySignUps')} />
        <Row
          label="订餐"
          detail="看菜单，我家订过的餐"
          drawing="bowl"
          colour="brick"
          onTap={() => goTo('myMeals')}
        />
        <Row
          label="义剪"
          detail="取号，看前面还有几位"
          drawing="scissors"
          colour="brick"
          onTap={() => goTo('haircuts')}
        />
        <Row
          label="请人帮忙"
          detail="修修补补、陪看病、读信"
          drawing="hand"
          colour="gold"
          onTap={() => goTo('errandMenu')}
        />
        <Row
          label="志愿服务"
          detail="哪里要人手，我的班和时长"
          drawing="heart"
          colour="pine"
          onTap={() => goTo('shifts')}
        />
        <Row
          label="家人"
          detail={familySaid(me)}
          drawing="family"
          colour="pine"
          onTap={() => goTo('family')}
        />
        <Row
          label="资料"
          drawing="person"
          colour="blue"
          saying={standing.label}
          onTap={() => goTo('profile')}
        >
          <Tag {...standing} />
        </Row>
        <NoticesRow />
        <SettingsRow detail="长辈版、隐私、注销" />
      </Rows>
      <Centre me={me} />
    </>
  )
}

function SettingsRow({ detail }: { detail: string }) {
  return (
    <Row label="设置" detail={detail} drawing="pen" colour="soft" onTap={() => goTo('settings')} />
  )
}

/** Somebody new: what a name is good for, and the two ways to give one. Nothing else is asked. */
function Unknown() {
  const [signingIn, setSigningIn] = useState(false)
  return (
    <>
      {signingIn ? (
        <SignIn label="有了名字就有会员码" goOn="写好了，要会员码" />
      ) : (
        <Empty
          label="您还没有会员码"
          detail="报名、签到给工作人员扫一下就行。只要写个名字。"
          drawing="qr"
        >
          <Button label="写名字，要会员码" onTap={() => setSigningIn(true)} />
        </Empty>
      )}
      <Rows label="别的">
        <Row
          label="我有社区发的纸卡"
          detail="扫一下，接上原来的记录"
          drawing="camera"
          colour="pine"
          onTap={() => goTo('takeOver')}
        />
        <SettingsRow detail="长辈版、隐私" />
      </Rows>
      <Centre />
    </>
  )
}
