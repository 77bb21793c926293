import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { Submitted } from '@/src/queries/Submitted'
import { useAnswerAsOwner } from '@/src/queries/votes'
import { answerNames, areaSaid } from '@/src/words/votes'
import type { OwnerAnswer, VoteForMe } from '@/types/votes'

const answers = (Object.keys(answerNames) as OwnerAnswer[]).map((value) => ({
  value,
  label: answerNames[value],
}))

/** My units in an owners' count, each with my answer. */
export function Units({ vote }: { vote: VoteForMe }) {
  const { id, mine } = vote
  if (mine.units.length === 0)
    return mine.cannot === null ? (
      <Notice label="名单上没有您的房子">
        您是业主的话，请带房产证和身份证到社区核对，就能在这里答；在纸上签字也一样。
      </Notice>
    ) : null
  return (
    <>
      {mine.units.map((unit) => (
        <Unit key={unit.id} vote={id} unit={unit} open={mine.cannot === null} />
      ))}
    </>
  )
}

type UnitProps = { vote: string; unit: VoteForMe['mine']['units'][number]; open: boolean }

function Unit({ vote, unit, open }: UnitProps) {
  const send = useAnswerAsOwner()
  const [answer, setAnswer] = useState<OwnerAnswer | undefined>(unit.answer ?? undefined)
  const [asking, setAsking] = useState(false)
  return (
    <Card label={`${unit.unit}，${areaSaid(unit.area)}`}>
      <Heading label={`您的 ${unit.unit}，${areaSaid(unit.area)}`} />
      {unit.answer !== null && <View>您答的是：{answerNames[unit.answer]}</View>}
      {open && (
        <>
          <Choice label="您的意见" options={answers} value={answer} onChange={setAnswer} />
          <Button
            label={unit.answer === null ? '就这样答' : '改成这个'}
            off={answer === undefined || answer === unit.answer}
            onTap={() => setAsking(true)}
          />
        </>
      )}
      {asking && answer !== undefined && (
        <Sheet
          label={`您的意见是“${answerNames[answer]}”吗？`}
          yes={{
            label: '对，就这样答',
            busy: send.busy || send.waiting,
            onTap: () =>
              send.submit(
                { vote, owner: unit.id, answer },
                {
                  done: () => {
                    showToast('记下了')
                    setAsking(false)
                  },
                },
              ),
          }}
          onBack={() => setAsking(false)}
        >
          <View>工作人员看得到您的意见。结束以前可以改。最后还要在纸上签字。</View>
          <Submitted of={send} />
        </Sheet>
      )}
    </Card>
  )
}
