import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { useOwnersCount, useStartCount } from '@/src/queries/votesStaff'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import {
  answerNames,
  areaSaid,
  draftSaid,
  ownersSaid,
  shareSaid,
  timesSaid,
  unitsSaid,
  unitsWith,
  voteSaid,
} from '@/src/words/votes'
import { whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import type { Owner, OwnersCount } from '@/types/votes'
import { CallOff } from '../components/CallOff'

/** The owners of a building, what each said, and what it comes to. */
export default function OwnersCountPage() {
  const { id = '' } = useRouter().params
  const reading = useOwnersCount(id)
  const cached = cachedAt(reading)
  const count = reading.data
  const preparing = count?.vote.state === 'preparing'
  return (
    <Page
      wide
      title={count?.vote.question ?? '业主点算'}
      {...(count && { subtitle: count.vote.nodeName })}
      {...(cached && { cachedAt: cached })}
      action={
        preparing && (
          <Button label="录业主" drawing="plus" onTap={() => goTo('ownersEnter', { id })} />
        )
      }
    >
      <Reading of={reading} failed="没有打开">
        {(known) => <Shown count={known} />}
      </Reading>
    </Page>
  )
}

function Shown({ count }: { count: OwnersCount }) {
  const { vote, owners, draft } = count
  const rules = vote.ownerRules
  return (
    <>
      <View>
        <Tag {...voteSaid(vote, now())} />
      </View>
      {vote.because !== null && <Notice kind="warn" label={`取消的原因：${vote.because}`} />}
      <Card label="算到现在">
        <Heading label={draftSaid(draft)} />
        <View>
          一共：{draft.units} 套，{ownersSaid(draft)}
        </View>
        <View>参加：{ownersSaid(draft.took)}</View>
        <View>同意：{ownersSaid(draft.yes)}</View>
        {rules && (
          <View>
            参加要有{shareSaid(rules.turnout)}，其中同意要有{shareSaid(rules.yes)}，人数和面积都要
          </View>
        )}
        <View>{timesSaid(vote, now())}</View>
      </Card>
      <Notice label="这是草稿">算数的是业主签了字的那张纸。请打印出来，请业主签字。</Notice>
      {vote.state === 'preparing' && <Begin count={count} />}
      {owners.length === 0 && (
        <Empty label="还没有业主" detail="照房产证录：哪一套、姓名、面积。" drawing="house" />
      )}
      <Rows label="业主">
        {owners.map((owner) => (
          <OwnerRow
            key={owner.id}
            vote={vote.id}
            owner={owner}
            units={unitsWith(owners, owner).length}
          />
        ))}
      </Rows>
      {owners.length > 0 && <Printing label="打印签字的表" sheet={sheetOf(count)} />}
      {vote.mayCallOff && <CallOff vote={vote.id} what="点算" told="对上了的业主" />}
      {vote.state === 'calledOff' && owners.length > 0 && (
        <Row
          label="照这份名单再开一次"
          detail="业主不用再录，意见从头收"
          drawing="plus"
          colour="pine"
          onTap={() => goTo('ownersCountOpen', { copy: vote.id })}
        />
      )}
    </>
  )
}

type OwnerRowProps = { vote: string; owner: Owner; units: number }

function OwnerRow({ vote, owner, units }: OwnerRowProps) {
  const { id, unit, name, area, answer, how } = owner
  const said = answer === null ? '还没答' : answerNames[answer]
  return (
    <Row
      label={`${unit} ${name}`}
      detail={[areaSaid(area), units > 1 ? `共 ${units} 套，算一位业主` : '']
        .filter(Boolean)
        .join(' · ')}
      drawing="person"
      colour={answer === null ? 'gold' : 'pine'}
      saying={said}
      onTap={() => goTo('ownerAnswer', { id: vote, owner: id })}
    >
      <Tag label={said} tone={answer === null ? 'gold' : 'pine'} />
      {how === 'paper' && <Tag label="纸上签的" />}
    </Row>
  )
}

/** Owners of several units, each once, with these. */
const several = (owners: readonly Owner[]): { name: string; units: readonly string[] }[] =>
  owners.flatMap((one) => {
    const units = unitsWith(owners, one)
    return units.length > 1 && units[0] === one.unit ? [{ name: one.name, units }] : []
  })

function Begin({ count: { vote, owners, draft } }: { count: OwnersCount }) {
  const start = useStartCount()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        label="名单齐了，开始收意见"
        look="secondary"
        off={owners.length === 0}
        onTap={() => setAsking(true)}
      />
      {asking && (
        <Sheet
          label="名单齐了吗？"
          yes={{
            label: '齐了，开始',
            busy: start.busy || start.waiting,
            onTap: () =>
              start.submit(
                { vote: vote.id },
                {
                  done: () => {
                    showToast('开始了，业主现在能答')
                    setAsking(false)
                  },
                },
              ),
          }}
          back="再核对"
          onBack={() => setAsking(false)}
        >
          <View>
            一共 {owners.length} 套、{draft.owners} 位业主。开始以后，名单和面积不能再改。
          </View>
          {several(owners).map(({ name, units }) => (
            <View key={name}>
              {name}：{unitsSaid(units)}
            </View>
          ))}
          {several(owners).length > 0 && (
            <View>
              同名不是同一个人的，请先在名字后面写明再录一次，比如：王芳（大）、王芳（小）。
            </View>
          )}
          <Submitted of={start} />
        </Sheet>
      )}
    </>
  )
}

/** 大众物业（2 套，算一位） */
const nameSaid = (owners: readonly Owner[], one: Owner): string => {
  const { length } = unitsWith(owners, one)
  return length > 1 ? `${one.name}（${length} 套，算一位）` : one.name
}

/** The table that is signed: by unit, with room for each signature. */
const sheetOf = ({ vote, owners, draft }: OwnersCount): Printout => ({
  title: `${vote.question} 业主意见表`.slice(0, 60),
  notes: [
    `${vote.nodeName}。${whenSaid(now(), now())} 打印`,
    `草稿：${draftSaid(draft)}。参加 ${ownersSaid(draft.took)}，同意 ${ownersSaid(draft.yes)}，一共 ${ownersSaid(draft)}`,
    '一位业主有几套的，人数只算一位，面积加在一起。算数的是签了字的这张纸。',
  ],
  tables: [
    {
      title: null,
      columns: ['哪一套', '业主', '面积', '意见', '签字', '日期'],
      rows: owners.map((one) => [
        one.unit,
        nameSaid(owners, one),
        areaSaid(one.area),
        one.answer === null ? '' : answerNames[one.answer],
        '',
        '',
      ]),
    },
  ],
})
