import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { today } from '@/src/api/clock'
import { wordsFor } from '@/src/api/words'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { useHolds, usePerson, usePersonByCard } from '@/src/queries/residents'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { goBack, goTo } from '@/src/routes'
import { tagNames } from '@/src/words/activities'
import { bases, documents, fullDay } from '@/src/words/residents'
import type { PersonForStaff } from '@/types/residents'
import { PersonRow } from '../components/PersonRow'
import { Cards } from './components/Cards'
import { Erasure, Leaving } from './components/Erasure'
import { Revoke } from './components/Revoke'
import './index.scss'

/** A resident as staff see them, found by name or by the card just scanned, and what can be done for them. */
export default function Person() {
  const { person: known, card } = useRouter().params
  const byCard = usePersonByCard(known === undefined ? card : undefined)
  const serves = useHolds()('gridWorker', 'communityStaff', 'centreStaff')
  const id = known ?? byCard.data?.id
  const reading = usePerson(serves ? id : undefined)
  const cached = cachedAt(reading)
  if (byCard.error && !byCard.data)
    return (
      <Page wide title="没有找到" action={<Button label="返回" onTap={goBack} />}>
        <Notice kind="error" label={wordsFor(byCard.error)} />
      </Page>
    )
  if (byCard.data && !serves)
    return (
      <Page wide title={byCard.data.name} action={<Button label="返回" onTap={goBack} />}>
        <PersonRow person={byCard.data} />
      </Page>
    )
  const verified = isVerified(reading.data)
  return (
    <Page
      wide
      title={reading.data?.name ?? byCard.data?.name ?? '居民'}
      {...(cached && { cachedAt: cached })}
      {...(id !== undefined &&
        reading.data && {
          action: verified ? (
            <Button
              label="替他报名"
              drawing="calendar"
              onTap={() => goTo('actFor', { person: id })}
            />
          ) : (
            <Button
              label="确认居民身份"
              drawing="check"
              onTap={() => goTo('verify', { person: id })}
            />
          ),
        })}
    >
      <Reading of={reading} failed="这位居民没有打开">
        {(person) => <Known person={person} />}
      </Reading>
    </Page>
  )
}

const isVerified = (person: PersonForStaff | undefined): boolean =>
  (person?.verification?.until ?? '') >= today()

function Known({ person }: { person: PersonForStaff }) {
  const { id, name, age, birthDate, homeName, phoneMasked, hasPhone, erasedOn, tags } = person
  const runs = useHolds()('communityStaff', 'centreStaff')
  return (
    <View className="person">
      <View className="person__column">
        <Leaving person={person} mayKeep={runs} />
        <Residency person={person} />
        <Card label="资料">
          <View className="person__facts">
            <Figure
              label="年龄"
              value={age === null ? '没有登记' : `${age} 岁`}
              {...(birthDate !== null && { reason: `${fullDay(birthDate)}生` })}
            />
            <Figure label="住址" value={homeName ?? '没有登记'} />
            <Figure
              label="电话"
              value={phoneMasked ?? '没有登记'}
              reason={hasPhone ? '用手机登录过' : '没有用手机登录过'}
            />
          </View>
        </Card>
      </View>
      <View className="person__column">
        <Rows label="可以办的">
          {isVerified(person) ? (
            <Row
              label="重新确认居民身份"
              detail="搬家了、快到期了"
              drawing="check"
              colour="pine"
              onTap={() => goTo('verify', { person: id })}
            />
          ) : (
            <Row
              label="替他报名"
              detail="两个人的名字都会记下"
              drawing="calendar"
              colour="gold"
              onTap={() => goTo('actFor', { person: id })}
            />
          )}
          <Row
            label="替他订餐"
            detail="按他的年龄算钱，取餐时付"
            drawing="bowl"
            colour="brick"
            onTap={() => goTo('menu', { forResident: id })}
          />
          <Row
            label="他订过的餐"
            detail="改、取消，或者先收钱"
            drawing="rice"
            colour="brick"
            onTap={() => goTo('myMeals', { forResident: id })}
          />
          <Row
            label="替他取理发号"
            detail="或者看他能不能上门理"
            drawing="scissors"
            colour="brick"
            onTap={() => goTo('haircuts', { forResident: id })}
          />
          <Row
            label="替他请帮忙"
            detail="请志愿者上门，看谁来、替他确认"
            drawing="hand"
            colour="gold"
            onTap={() => goTo('errandMenu', { forResident: id })}
          />
          {runs && (
            <>
              <Row
                label="服务时长"
                detail="做志愿者的时长，记一条"
                drawing="clock"
                colour="pine"
                onTap={() => goTo('personHours', { person: id })}
              />
              <Row
                label="给他开时长证明"
                detail="开好就能打印"
                drawing="book"
                colour="blue"
                onTap={() => goTo('certificates', { forResident: id, name: person.name })}
              />
            </>
          )}
          <Row
            label="替他换东西"
            detail="用他的积分，到慈善超市取"
            drawing="hand"
            colour="pine"
            onTap={() => goTo('shopShelf', { forResident: id })}
          />
          {runs && (
            <Row
              label="志愿者"
              detail="登记、培训、等级、志愿队"
              drawing="heart"
              colour="pine"
              onTap={() => goTo('volunteer', { person: id })}
            />
          )}
          {person.home && (
            <Row
              label="找人帮他"
              detail="能人库里离他近的人"
              drawing="hand"
              colour="gold"
              onTap={() => goTo('talents', { near: person.home?.building ?? '', name })}
            />
          )}
          <Row
            label="替他写感谢的话"
            detail="谢谢帮过他的志愿者"
            drawing="bubble"
            colour="gold"
            onTap={() => goTo('thank', { forResident: id })}
          />
          <Row
            label="标签"
            detail={tags.length > 0 ? '有的活动只给这些居民' : '还没有标签'}
            drawing="heart"
            colour="gold"
            saying={tags.map(({ tag }) => tagNames[tag]).join('、')}
            onTap={() => goTo('tags', { person: id })}
          >
            {tags.map(({ tag }) => (
              <Tag key={tag} label={tagNames[tag]} tone="gold" />
            ))}
          </Row>
          <Row
            label="家人代办"
            detail="让有手机的家人替他办事"
            drawing="family"
            colour="pine"
            onTap={() => goTo('allowActor', { person: id })}
          />
          <Row
            label="改名字"
            drawing="pen"
            colour="blue"
            onTap={() => goTo('profileEdit', { what: 'name', person: id })}
          />
          <Row
            label="改手机号"
            drawing="phone"
            colour="blue"
            onTap={() => goTo('profileEdit', { what: 'phone', person: id })}
          />
          <Row
            label="改住址"
            drawing="house"
            colour="blue"
            onTap={() => goTo('profileEdit', { what: 'home', person: id })}
          />
        </Rows>
        <Cards person={person} />
        {person.verification && <Revoke person={person} />}
        {runs && !hasPhone && erasedOn === null && <Erasure person={person} />}
      </View>
    </View>
  )
}

function Residency({ person: { verification, revoked } }: { person: PersonForStaff }) {
  if (!verification)
    return (
      <Notice kind="warn" label="还没有确认居民身份">
        {revoked && (
          <View>
            {fullDay(revoked.on)} 撤销过：{revoked.reason}
          </View>
        )}
      </Notice>
    )
  const { basis, document, by, on, until } = verification
  const ended = until < today()
  return (
    <Notice
      kind={ended ? 'warn' : 'done'}
      label={ended ? `${fullDay(until)} 到期了` : `居民身份已确认，到 ${fullDay(until)}`}
    >
      <View>
        {bases[basis]}，看过{documents[document]}
      </View>
      <View>
        {by} {fullDay(on)} 确认
      </View>
    </Notice>
  )
}
