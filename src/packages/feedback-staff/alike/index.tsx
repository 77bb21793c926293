import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { useAlike, useCaseAct, useStaffCase } from '@/src/queries/feedbackStaff'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { caseSaid } from '@/src/words/feedback'
import { whenSaid } from '@/src/words/time'
import type { CaseForStaff } from '@/types/feedback'
import { Photos } from '../components/Photos'
import './index.scss'

/** A case beside open ones that may be the same: one is chosen, and the case becomes part of it. */
export default function AlikeCases() {
  const { case: id = '' } = useRouter().params
  const known = useStaffCase(id)
  const reading = useAlike(id)
  return (
    <Page wide title="是不是同一件事" subtitle="看看那边说的，一样就并起来">
      <Reading of={known} failed="这件事没有打开">
        {(one) => (
          <Reading of={reading} failed="差不多的事没有打开">
            {({ cases }) => (
              <View className="alike">
                <View>
                  <Heading label="这一件" />
                  <Said {...one} />
                </View>
                <View>
                  <Heading label="差不多的" />
                  {cases.length === 0 ? (
                    <Empty
                      label="没有差不多的事"
                      detail="同一个地方、或者同一个网格里同一类的，才会在这里。"
                      drawing="bubble"
                    />
                  ) : (
                    cases.map((other) => (
                      <Said key={other.id} {...other}>
                        <Join one={one} other={other} />
                      </Said>
                    ))
                  )}
                </View>
              </View>
            )}
          </Reading>
        )}
      </Reading>
    </Page>
  )
}

type SaidProps = Pick<
  CaseForStaff,
  'number' | 'category' | 'place' | 'where' | 'text' | 'photos' | 'state' | 'at' | 'ownerName'
> & { samePlace?: boolean; children?: ReactNode }

function Said({ children, ...one }: SaidProps) {
  const { number, category, place, where, text, photos, state, at, ownerName, samePlace } = one
  const label = [number, category].filter(Boolean).join(' · ')
  return (
    <Card label={`${label}，${place}`}>
      <Heading label={label} level={3} />
      <View>
        <Tag {...caseSaid(state)} />
        {samePlace && <Tag label="同一个地方" tone="gold" drawing="pin" />}
      </View>
      <View>{[place, where].filter(Boolean).join(' ')}</View>
      <View>{text || '没有写字'}</View>
      <Photos label="居民拍的照片" photos={photos} />
      <View>
        {whenSaid(at, now())} · {ownerName === null ? '没有人接' : `${ownerName}在办`}
      </View>
      {children}
    </Card>
  )
}

type JoinProps = { one: CaseForStaff; other: { id: string; number: string | null } }

function Join({ one, other }: JoinProps) {
  const merge = useCaseAct('merge')
  const [asking, setAsking] = useState(false)
  const name = other.number ?? '那一件'
  const send = () =>
    merge.submit(
      { case: one.id, rev: one.rev, into: other.id },
      {
        done: () => {
          showToast('并好了，反映的人都会收到进展')
          goBack()
        },
      },
    )
  return (
    <>
      <Button
        label="并到这一件里"
        fuller={`并到这一件里，${name}`}
        look="secondary"
        drawing="plus"
        onTap={() => setAsking(true)}
      />
      {asking && (
        <Sheet
          label={`并到 ${name} 里一起办吗？`}
          yes={{ label: '是的，并起来', busy: merge.busy, onTap: send }}
          onBack={() => setAsking(false)}
        >
          <View>反映这一件的人，以后看那一件的进展；别人说的话他看不到。一天以内可以分开。</View>
          <Submitted of={merge} />
        </Sheet>
      )}
    </>
  )
}
