import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { useFinishHaircut, useNoShow } from '@/src/queries/haircuts'
import { Submitted } from '@/src/queries/Submitted'
import type { QueueLine } from '@/types/haircuts'
import { factsOf } from '../../parts'
import './index.scss'

const minute = 60_000

/** How long ago somebody was called. */
const sinceSaid = (calledAt: number | null): string => {
  if (calledAt === null) return ''
  const minutes = Math.floor((now() - calledAt) / minute)
  return minutes < 1 ? '刚叫的' : `${minutes} 分钟前叫的`
}

/** Somebody who was called: in the chair, or not there. */
export function InChair({ session, line }: { session: string; line: QueueLine }) {
  const finish = useFinishHaircut()
  const noShow = useNoShow()
  const { ticket, name, number, calledAt } = line
  const busy = finish.busy || finish.waiting || noShow.busy || noShow.waiting
  const facts = [sinceSaid(calledAt), ...factsOf(line)].filter(Boolean).join(' · ')
  return (
    <Card label={`${number} 号 ${name}，叫到了`}>
      <Figure label={name} value={`${number} 号`} {...(facts && { reason: facts })} />
      <Submitted of={finish} />
      <Submitted of={noShow} />
      <View className="in-chair__pair">
        <Button
          label="理完了"
          fuller={`理完了，${number} 号 ${name}`}
          look="secondary"
          drawing="check"
          busy={busy}
          onTap={() => finish.submit({ session, ticket })}
        />
        <Button
          label="没在"
          fuller={`没在，${number} 号 ${name}`}
          look="quiet"
          busy={busy}
          onTap={() => noShow.submit({ session, ticket })}
        />
      </View>
    </Card>
  )
}
