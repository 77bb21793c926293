import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { meant, useMyCases } from '@/src/queries/feedback'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe, usePerson } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { caseSaid } from '@/src/words/feedback'
import { whenSaid } from '@/src/words/time'
import { waitsToGo } from '../speak-up/draft'

/** What I reported or joined, or somebody I act for. */
export default function MyCases() {
  const { forResident } = useRouter().params
  const me = useMe().data
  const reading = useMyCases(forResident, { enabled: Boolean(me?.person) })
  const dependant = me?.dependants.find(({ id }) => id === forResident)
  const other = usePerson(dependant ? undefined : forResident).data
  const name = dependant?.name ?? other?.name
  const cached = cachedAt(reading)
  const [unsent, setUnsent] = useState(() => waitsToGo(forResident))
  // They may come back from where it was sent.
  useDidShow(() => setUnsent(waitsToGo(forResident)))
  return (
    <Page
      title={forResident === undefined ? '我反映的' : `${name ?? '居民'}反映的`}
      {...(cached && { cachedAt: cached })}
      action={
        <Button
          label="再说一件事"
          drawing="plus"
          onTap={() => goTo('speakUp', meant(forResident))}
        />
      }
    >
      <SignedIn failed="没有打开" why="登记了名字，才知道哪些是您反映的">
        {({ dependants }) => (
          <>
            {unsent && (
              <Row
                label="有一件还没发出去"
                detail="照片等着网络。点开这里，就接着发"
                drawing="warn"
                colour="brick"
                onTap={() => goTo('speakUp', meant(forResident))}
              />
            )}
            <Reading of={reading} failed="没有打开">
              {(cases) =>
                cases.length === 0 ? (
                  <Empty
                    label="还没有反映过"
                    detail="路灯不亮、楼道漏水、过马路不安全，都可以说。"
                    drawing="bubble"
                  />
                ) : (
                  <Rows label="反映的事">
                    {cases.map(({ id, number, category, place, state, at }) => {
                      const said = caseSaid(state)
                      return (
                        <Row
                          key={id}
                          label={[category || '刚收到的一件事', place].filter(Boolean).join(' · ')}
                          detail={[whenSaid(at, now()), number].filter(Boolean).join(' · ')}
                          drawing="bubble"
                          colour="blue"
                          saying={said.label}
                          onTap={() => goTo('case', { case: id, ...meant(forResident) })}
                        >
                          <Tag {...said} />
                        </Row>
                      )
                    })}
                  </Rows>
                )
              }
            </Reading>
            <ReadOn of={reading} />
            {forResident === undefined && dependants.length > 0 && (
              <Rows label="家人反映的">
                {dependants.map((one) => (
                  <Row
                    key={one.id}
                    label={`${one.name}反映的`}
                    drawing="family"
                    onTap={() => goTo('myCases', { forResident: one.id })}
                  />
                ))}
              </Rows>
            )}
          </>
        )}
      </SignedIn>
      {forResident === undefined && (
        <Row
          label="办好的事"
          detail="看看邻居反映的，办好了哪些"
          drawing="check"
          colour="pine"
          onTap={() => goTo('solvedBoard')}
        />
      )}
    </Page>
  )
}
