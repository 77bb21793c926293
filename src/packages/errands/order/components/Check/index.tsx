import { View } from '@tarojs/components'
import { today } from '@/src/api/clock'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Speak } from '@/src/design/Speak'
import { errandWhenSaid, partNames } from '@/src/words/errands'
import type { ErrandKind, ErrandOrderer, PartOfDay } from '@/types/errands'
import type { Day } from '@/types/shared/day'
import { KindTags } from '../../../components/KindTags'

type CheckProps = {
  kind: ErrandKind
  orderer: ErrandOrderer
  what: string
  day: Day
  part: PartOfDay
}

/** All of it once more, and who will learn what. */
export function Check({ kind, orderer, what, day, part }: CheckProps) {
  const { name, minutes, atHome, cost } = kind
  const whose = orderer.self ? '您' : orderer.name
  const when = errandWhenSaid({ day, part }, today())
  const learns = atHome
    ? `接了的志愿者会看到${whose}的名字、住址和电话。还没接的志愿者只看到姓、社区和您写的这一句。`
    : `接了的志愿者会看到${whose}的名字和电话。还没接的志愿者只看到姓、社区和您写的这一句。`
  return (
    <>
      <Card label={`${name}，${when}`}>
        <Figure label={name} value={when} reason={partNames[part].times} />
        <KindTags minutes={minutes} atHome={atHome} cost={cost} />
        <View>{what}</View>
        {orderer.homeName !== null && <View>{orderer.homeName}</View>}
      </Card>
      <Notice label={learns} />
      <Speak label="读给我听" words={`${name}，${when}，${what}。${learns}`} />
    </>
  )
}
