import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from '@/src/api/call'
import { Button } from '@/src/design/Button'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { useCertify, useCompletion } from '@/src/queries/activitiesStaff'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import './index.scss'

type Line = OutputOf<'activities', 'completion'>['lines'][number]

/** Who came often enough to have completed a series; asked for when somebody wants to know. */
export function Completion({ activity }: { activity: string }) {
  const [open, setOpen] = useState(false)
  const reading = useCompletion(activity, { enabled: open })
  const holds = useHolds()
  if (!open) return <Button label="看看谁学完了" look="quiet" onTap={() => setOpen(true)} />
  return (
    <Reading of={reading} failed="没有打开">
      {({ needed, lines }) => (
        <View>
          <View>来满 {needed} 次算学完。</View>
          {lines.map((line) => (
            <View className="completion__line" key={line.person}>
              <View className="completion__name">{line.name}</View>
              <Tag {...standing(line)} />
            </View>
          ))}
          {needed > 0 && holds('communityStaff', 'centreStaff') && (
            <Certificates
              activity={activity}
              lines={lines.filter(({ completed, certifiedAt }) => completed && !certifiedAt)}
            />
          )}
        </View>
      )}
    </Reading>
  )
}

const standing = ({ completed, attended, certifiedAt }: Line) => {
  if (certifiedAt) return { label: '发了结业证', tone: 'pine', drawing: 'check' } as const
  return completed
    ? ({ label: `学完了，来了 ${attended} 次`, tone: 'pine', drawing: 'check' } as const)
    : ({ label: `来了 ${attended} 次`, tone: 'plain' } as const)
}

/** Puts on record that those who completed it were handed their certificates. */
function Certificates({ activity, lines }: { activity: string; lines: readonly Line[] }) {
  const [asking, setAsking] = useState(false)
  const certify = useCertify()
  const give = () => {
    setAsking(false)
    certify.submit(
      { activity, persons: lines.map(({ person }) => person) },
      { done: ({ certified }) => showToast(`记下了，${certified} 人拿到结业证`) },
    )
  }
  return (
    <>
      <Submitted of={certify} />
      {lines.length > 0 && (
        <Button
          label={`给学完的 ${lines.length} 人发结业证`}
          look="secondary"
          busy={certify.busy || certify.waiting}
          onTap={() => setAsking(true)}
        />
      )}
      {asking && (
        <Sheet
          label="结业证都发到手里了吗？"
          yes={{ label: '发了，记下来', onTap: give }}
          onBack={() => setAsking(false)}
        >
          {lines.map(({ name }) => name).join('、')}。他们在“我的报名”里会看到。
        </Sheet>
      )}
    </>
  )
}
