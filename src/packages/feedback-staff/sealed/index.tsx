import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Printing } from '@/src/queries/Printing'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useHolds } from '@/src/queries/residents'
import { useSealedCases, useTakeSealed, type SealedView } from '@/src/queries/sealedCases'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { fullDay } from '@/src/words/residents'
import { whenSaid } from '@/src/words/time'
import type { ListedSealed } from '@/types/shared/sealedCases'
import { HandOver } from '../components/HandOver'
import { OpenIdentityRow } from '../components/OpenIdentityRow'

const all: ReadonlyArray<{ value: SealedView; label: string }> = [
  { value: 'mine', label: '我调解的' },
  { value: 'active', label: '在办的' },
  { value: 'solved', label: '等居民确认' },
  { value: 'ended', label: '办完的' },
]

/** Nobody works from a longer sheet. */
const mostPrinted = 100

/** Sealed cases: number, age and mediator. What they are about is for the mediator of each alone. */
export default function SealedCases() {
  const mediates = useHolds()('mediator')
  const views = mediates ? all : all.filter(({ value }) => value !== 'mine')
  const [chosen, setChosen] = useState<SealedView>()
  const view = chosen ?? views[0]?.value ?? 'active'
  const reading = useSealedCases(view)
  const cached = cachedAt(reading)
  const [tapped, setTapped] = useState<ListedSealed>()
  // The sheet holds the whole list, also what was not on the screen yet.
  const readOn = async () => {
    const { read, all: whole } = await readAll(reading, mostPrinted)
    if (!whole) showToast(`只印前 ${read} 件`, 'warn')
  }
  return (
    <Page
      wide
      title="保密的事"
      subtitle="内容只有经手的调解员看得到"
      {...(cached && { cachedAt: cached })}
    >
      <Tabs label="看哪些" tabs={views} value={view} onChange={setChosen} />
      <Reading of={reading} failed="名单没有打开">
        {(cases) =>
          cases.length === 0 && !reading.hasNextPage ? (
            <Empty
              label="现在没有"
              detail="居民反映了纠纷或家里的事，马上出现在这里。"
              drawing="bubble"
            />
          ) : (
            <>
              <Rows label={views.find(({ value }) => value === view)?.label ?? ''}>
                {cases.map((one) => (
                  <CaseRow
                    key={one.id}
                    one={one}
                    {...((one.mine || view !== 'ended') && {
                      onTap: () =>
                        one.mine ? goTo('sealedCase', { case: one.id }) : setTapped(one),
                    })}
                  />
                ))}
              </Rows>
              <ReadOn of={reading} />
              <Printing label="打印名单" before={readOn} sheet={sheetOf(cases)} />
            </>
          )
        }
      </Reading>
      {tapped && <NotMine one={tapped} onBack={() => setTapped(undefined)} />}
    </Page>
  )
}

const numberSaid = ({ number }: ListedSealed): string =>
  number === null ? '还没有编号' : `${number} 号`
const mediatorSaid = ({ mediatorName }: ListedSealed): string =>
  mediatorName === null ? '还没有调解员' : `调解员 ${mediatorName}`
const ageSaid = ({ days }: ListedSealed): string => (days === 0 ? '今天来的' : `已经 ${days} 天`)

function CaseRow({ one, onTap }: { one: ListedSealed; onTap?: () => void }) {
  const tags = [
    ...(one.late ? [{ label: '过了期限', tone: 'brick' as const, drawing: 'warn' as const }] : []),
    ...(one.mediator === null
      ? [{ label: '没有人办', tone: 'gold' as const, drawing: 'person' as const }]
      : []),
    ...(one.followUp !== null
      ? [
          {
            label: `${fullDay(one.followUp)}回访`,
            tone: 'blue' as const,
            drawing: 'clock' as const,
          },
        ]
      : []),
  ]
  return (
    <Row
      label={numberSaid(one)}
      detail={`${ageSaid(one)} · ${mediatorSaid(one)}`}
      drawing="bubble"
      colour={one.late ? 'brick' : 'pine'}
      {...(tags.length > 0 && { saying: tags.map(({ label }) => label).join('，') })}
      {...(onTap && { onTap })}
    >
      {tags.length > 0 && (
        <View>
          {tags.map((tag) => (
            <Tag key={tag.label} {...tag} />
          ))}
        </View>
      )}
    </Row>
  )
}

/** One that somebody else mediates, or nobody yet. */
function NotMine({ one, onBack }: { one: ListedSealed; onBack: () => void }) {
  const take = useTakeSealed()
  const holds = useHolds()
  const [handing, setHanding] = useState(!one.mayTake)
  const further = holds('centreStaff') && <OpenIdentityRow case={one.id} />
  if (handing)
    return (
      <HandOver one={one} onDone={onBack} onBack={one.mayTake ? () => setHanding(false) : onBack}>
        {further}
      </HandOver>
    )
  const send = () =>
    take.submit({ case: one.id }, { done: () => goTo('sealedCase', { case: one.id }) })
  return (
    <Sheet
      label={`${numberSaid(one)}由您来调解吗？`}
      yes={{ label: '我来调解', busy: take.busy, onTap: send }}
      onBack={onBack}
    >
      <View>接下以后您才看得到内容，居民会知道是调解员接了。</View>
      <Button label="交给别的调解员" look="quiet" onTap={() => setHanding(true)} />
      {further}
      <Submitted of={take} />
    </Sheet>
  )
}

const sheetOf = (cases: readonly ListedSealed[]) => ({
  title: '保密的事',
  notes: [`${whenSaid(now(), now())} 打印`, '内容只有经手的调解员看得到'],
  tables: [
    {
      title: null,
      columns: ['编号', '多久了', '调解员', '过了期限'],
      rows: cases.map((one) => [
        numberSaid(one),
        ageSaid(one),
        one.mediatorName ?? '没有',
        one.late ? '是' : '',
      ]),
    },
  ],
})
