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
import { answerNames, areaSaid, cannotSaid, unitsSaid } from '@/src/words/votes'
import type { OwnerAnswer, VoteForMe } from '@/types/votes'

const answers = (Object.keys(answerNames) as OwnerAnswer[]).map((value) => ({
  value,
  label: answerNames[value],
}))

/** What I say as an owner in an owners' count, once for all units of mine. */
export function AsOwner({ vote }: { vote: VoteForMe }) {
  const { id, mine, state, ownersResult } = vote
  const { owners, cannot } = mine
  return (
    <>
      {cannot !== null && state !== 'calledOff' && ownersResult === null && (
        <Notice
          label={
            cannot === 'StillPreparing'
              ? '工作人员正在录业主名单，录好了会告诉您'
              : cannotSaid[cannot]
          }
        />
      )}
      {owners.length === 0 && cannot === null && (
        <Notice label="名单上没有您的房子">
          您是业主的话，请带房产证和身份证到社区核对，就能在这里答；在纸上签字也一样。
        </Notice>
      )}
      {owners.map((owner) => (
        <Owner key={owner.id} vote={id} owner={owner} open={cannot === null} />
      ))}
    </>
  )
}

type OwnerProps = { vote: string; owner: VoteForMe['mine']['owners'][number]; open: boolean }

function Owner({ vote, owner, open }: OwnerProps) {
  const send = useAnswerAsOwner()
  const [answer, setAnswer] = useState<OwnerAnswer | undefined>(owner.answer ?? undefined)
  const [asking, setAsking] = useState(false)
  const title = `您的 ${unitsSaid(owner.units)}，${areaSaid(owner.area)}`
  return (
    <Card label={title}>
      <Heading label={title} />
      {owner.answer !== null && <View>您答的是：{answerNames[owner.answer]}</View>}
      {open && (
        <>
          <Choice label="您的意见" options={answers} value={answer} onChange={setAnswer} />
          <Button
            label={owner.answer === null ? '就这样答' : '改成这个'}
            off={answer === undefined || answer === owner.answer}
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
                { vote, owner: owner.id, answer },
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
