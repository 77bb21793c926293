import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
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
import { useCallOffVote, useOwnersCount, useStartCount } from '@/src/queries/votesStaff'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import {
  answerNames,
  areaSaid,
  draftSaid,
  ownersSaid,
  shareSaid,
  timesSaid,
  voteSaid,
} from '@/src/words/votes'
import { whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import type { Owner, OwnersCount } from '@/types/votes'

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
        <View>一共：{ownersSaid(draft)}</View>
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
          <OwnerRow key={owner.id} vote={vote.id} owner={owner} />
        ))}
      </Rows>
      {owners.length > 0 && <Printing label="打印签字的表" sheet={sheetOf(count)} />}
      {vote.mayCallOff && <CallOff vote={vote.id} />}
    </>
  )
}

function OwnerRow({ vote, owner }: { vote: string; owner: Owner }) {
  const { id, unit, name, area, answer, how } = owner
  const said = answer === null ? '还没答' : answerNames[answer]
  return (
    <Row
      label={`${unit} ${name}`}
      detail={areaSaid(area)}
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

function Begin({ count: { vote, owners } }: { count: OwnersCount }) {
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
          <View>一共 {owners.length} 位业主。开始以后，名单和面积不能再改。</View>
          <Submitted of={start} />
        </Sheet>
      )}
    </>
  )
}

function CallOff({ vote }: { vote: string }) {
  const callOff = useCallOffVote()
  const [asking, setAsking] = useState(false)
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const missing = because.trim() === ''
  const send = () => {
    setTried(true)
    if (!missing)
      callOff.submit(
        { vote, because: because.trim() },
        {
          done: () => {
            showToast('取消了')
            setAsking(false)
          },
        },
      )
  }
  return (
    <>
      <Button label="取消这次点算" look="danger" onTap={() => setAsking(true)} />
      {asking && (
        <Sheet
          label="取消这次点算吗？"
          yes={{
            label: '是的，取消',
            danger: true,
            busy: callOff.busy || callOff.waiting,
            onTap: send,
          }}
          back="不取消"
          onBack={() => setAsking(false)}
        >
          <View>取消以后没有结果，也不能恢复。</View>
          <Field
            label="为什么取消"
            most={60}
            value={because}
            onChange={setBecause}
            {...(tried && missing && { error: '请写一句原因，居民会看到' })}
          />
          <Submitted of={callOff} />
        </Sheet>
      )}
    </>
  )
}

/** The table that is signed: by unit, with room for each signature. */
const sheetOf = ({ vote, owners, draft }: OwnersCount): Printout => ({
  title: `${vote.question} 业主意见表`.slice(0, 60),
  notes: [
    `${vote.nodeName}。${whenSaid(now(), now())} 打印`,
    `草稿：${draftSaid(draft)}。参加 ${ownersSaid(draft.took)}，同意 ${ownersSaid(draft.yes)}，一共 ${ownersSaid(draft)}`,
    '算数的是签了字的这张纸。',
  ],
  tables: [
    {
      title: null,
      columns: ['哪一套', '业主', '面积', '意见', '签字', '日期'],
      rows: owners.map(({ unit, name, area, answer }) => [
        unit,
        name,
        areaSaid(area),
        answer === null ? '' : answerNames[answer],
        '',
        '',
      ]),
    },
  ],
})
