import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useMe, useRemoveDependant } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goBack, goTo } from '@/src/routes'
import { fullDay } from '@/src/words/residents'
import type { MyDependant, MyPerson } from '@/types/residents'

/** What is known of me, or of somebody I act for, each line leading to where it is changed. */
export default function Profile() {
  const { person: id } = useRouter().params
  const reading = useMe()
  const cached = cachedAt(reading)
  const dependant = reading.data?.dependants.find((one) => one.id === id)
  return (
    <Page
      title={id === undefined ? '我的资料' : (dependant?.name ?? '家人')}
      {...(cached && { cachedAt: cached })}
      {...(dependant && {
        action: (
          <Button
            label={`看${dependant.name}的会员码`}
            drawing="qr"
            onTap={() => goTo('memberCode', { person: dependant.id })}
          />
        ),
      })}
    >
      <SignedIn failed="资料没有打开" why="资料里先要有您的名字">
        {({ person }) =>
          id === undefined || id === person.id ? (
            <>
              <Residency person={person} />
              <Lines person={person} />
            </>
          ) : dependant ? (
            <>
              <Residency person={dependant} />
              {dependant.ownPhone ? (
                <Notice label={`${dependant.name}有自己的手机，资料由他自己改`} />
              ) : (
                <Lines person={dependant} of={dependant.id} />
              )}
              <Leave dependant={dependant} />
            </>
          ) : (
            <Empty
              label="您现在不能替他办事了"
              detail="可能他收回了同意。需要的话请他再同意一次。"
            />
          )
        }
      </SignedIn>
    </Page>
  )
}

/** Whether residency was confirmed, until when; else who does it and where to go. */
function Residency({ person: { verification } }: { person: MyPerson }) {
  if (!verification)
    return (
      <Notice label="还没有确认居民身份">
        <View>
          请带上身份证或户口本，到社区服务台当面确认，一分钟就好。走不动的，请网格员上门。
        </View>
      </Notice>
    )
  const { until } = verification
  if (until < today())
    return (
      <Notice kind="warn" label={`居民身份 ${fullDay(until)} 到期了`}>
        <View>请带上身份证到社区服务台，再确认一次。</View>
      </Notice>
    )
  return (
    <Notice kind="done" label={`居民身份已经确认，到 ${fullDay(until)}`}>
      <View>出生日期和住址社区核对过，要改请到服务台。</View>
    </Notice>
  )
}

function Lines({ person, of }: { person: MyPerson; of?: string }) {
  const { name, phone, birthDate, age, homeName, emergencyContact } = person
  const edit = (what: string) => () =>
    goTo('profileEdit', { what, ...(of !== undefined && { person: of }) })
  const born = birthDate === null ? '还没填' : `${fullDay(birthDate)}，${age ?? 0} 岁`
  const contact = emergencyContact && `${emergencyContact.name} ${emergencyContact.phone}`
  return (
    <Rows label="资料">
      <Row label="名字" detail={name} onTap={edit('name')} />
      <Row label="手机号" detail={phone ?? '还没填'} onTap={edit('phone')} />
      <Row label="出生日期" detail={born} onTap={edit('birthDate')} />
      <Row label="住址" detail={homeName ?? '还没填'} onTap={edit('home')} />
      <Row label="有急事联系谁" detail={contact ?? '还没填'} onTap={edit('emergencyContact')} />
    </Rows>
  )
}

/** Gives up acting for somebody. Their record and what they signed up for stay. */
function Leave({ dependant: { id, name } }: { dependant: MyDependant }) {
  const [asking, setAsking] = useState(false)
  const remove = useRemoveDependant()
  const goOn = () =>
    remove.submit(
      { dependant: id },
      {
        done: () => {
          showToast(`不再替${name}办事`)
          goBack()
        },
        failed: () => setAsking(false),
      },
    )
  return (
    <>
      <Submitted of={remove} />
      <Button label={`不再替${name}办事`} look="danger" onTap={() => setAsking(true)} />
      {asking && (
        <Sheet
          label={`不再替${name}办事吗？`}
          yes={{
            label: '不再替他办',
            danger: true,
            busy: remove.busy || remove.waiting,
            onTap: goOn,
          }}
          back="还要替他办"
          onBack={() => setAsking(false)}
        >
          <View>
            {name}的资料和已经报上的活动都还在，只是您不能再替他办。想再办，要他重新同意。
          </View>
        </Sheet>
      )}
    </>
  )
}
