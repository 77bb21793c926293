import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { useCaseAct, useStaffCase } from '@/src/queries/feedbackStaff'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { caseSaid, levelNames } from '@/src/words/feedback'
import { whenSaid } from '@/src/words/time'
import type { CaseAct, CaseForStaff } from '@/types/feedback'
import { OpenIdentityRow } from '../components/OpenIdentityRow'
import { actNames, mainAct } from '../words'
import { Original } from './components/Original'
import { TimeLine } from './components/TimeLine'

/** One case: what was said, what was done, and what the reader may do now. */
export default function StaffCase() {
  const { case: id = '' } = useRouter().params
  const reading = useStaffCase(id)
  const cached = cachedAt(reading)
  const known = reading.data
  return (
    <Page
      wide
      title={known ? `${known.place || '地点没有写'} · ${known.category}` : '一件事'}
      {...(known?.number && { subtitle: known.number })}
      {...(cached && { cachedAt: cached })}
      {...(known && { action: <Acts one={known} /> })}
    >
      <Reading of={reading} failed="这件事没有打开">
        {(one) => (
          <>
            <Stands one={one} />
            <Original one={one} />
            <TimeLine one={one} />
            <Further one={one} />
          </>
        )}
      </Reading>
    </Page>
  )
}

function Stands({ one }: { one: CaseForStaff }) {
  const { state, level, ownerName, due, late, joined, reopened, into, partOf, parts, department } =
    one
  const stands = caseSaid(state)
  return (
    <>
      {late && <Notice kind="warn" label="已经过了期限，请今天就办" />}
      <Card label={`${stands.label}，${levelNames[level]}`}>
        {due !== null && (
          <Figure
            label="期限"
            value={whenSaid(due, now())}
            reason={level === 'outside' ? (department ?? '外面的部门') : levelNames[level]}
          />
        )}
        <View>
          <Tag {...stands} />
          <Tag label={levelNames[level]} />
          {reopened > 0 && (
            <Tag label={`居民说没办好 ${reopened} 次`} tone="brick" drawing="warn" />
          )}
        </View>
        <View>{ownerName === null ? '还没有人接' : `${ownerName}在办`}</View>
        {joined > 0 && <View>另有 {joined} 人也遇到了，他们也会收到进展。</View>}
      </Card>
      {(into !== null || partOf !== null || parts.length > 0) && (
        <Rows label="连着的事">
          {into !== null && (
            <Row label="并到了这件事里" onTap={() => goTo('staffCase', { case: into })} />
          )}
          {partOf !== null && (
            <Row label="从这件事分出来的" onTap={() => goTo('staffCase', { case: partOf })} />
          )}
          {parts.map((part, n) => (
            <Row
              key={part}
              label={`分出来的第 ${n + 1} 件`}
              onTap={() => goTo('staffCase', { case: part })}
            />
          ))}
        </Rows>
      )}
    </>
  )
}

/** What has pages of its own: who an anonymous reporter is, and showing everybody what was solved. */
function Further({ one: { id, reporter, state } }: { one: CaseForStaff }) {
  const holds = useHolds()
  return (
    <>
      {reporter === null && holds('centreStaff') && <OpenIdentityRow case={id} />}
      {state === 'confirmed' && holds('communityStaff', 'centreStaff') && (
        <Row
          label="公开给大家看"
          detail="写几句怎么办好的，不写是谁"
          drawing="speaker"
          colour="pine"
          onTap={() => goTo('boardEdit', { case: id })}
        />
      )}
    </>
  )
}

/** The one act the state asks for, and the others behind a button. */
function Acts({ one }: { one: CaseForStaff }) {
  const [more, setMore] = useState(false)
  const main = mainAct(one.may)
  const others = one.may.filter((act) => act !== main)
  const open = (act: CaseAct) => {
    setMore(false)
    if (act === 'merge') goTo('caseAlike', { case: one.id })
    else goTo('caseAct', { case: one.id, act })
  }
  return (
    <>
      {main === 'take' ? (
        <Take one={one} />
      ) : (
        main && <Button {...actNames[main]} onTap={() => open(main)} />
      )}
      {others.length > 0 && <Button label="别的办法" look="quiet" onTap={() => setMore(true)} />}
      {more && (
        <Sheet
          label="怎么办"
          yes={{ label: '好了', onTap: () => setMore(false) }}
          onBack={() => setMore(false)}
        >
          {others.map((act) => (
            <Button key={act} {...actNames[act]} look="secondary" onTap={() => open(act)} />
          ))}
        </Sheet>
      )}
    </>
  )
}

function Take({ one: { id, rev } }: { one: CaseForStaff }) {
  const take = useCaseAct('take')
  return (
    <>
      <Submitted of={take} />
      <Button
        {...actNames.take}
        busy={take.busy || take.waiting}
        onTap={() =>
          take.submit({ case: id, rev }, { done: () => showToast('您接下了，居民会收到通知') })
        }
      />
    </>
  )
}
