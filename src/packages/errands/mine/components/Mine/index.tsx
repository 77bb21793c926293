import { View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Sheet } from '@/src/design/Sheet'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Remind } from '@/src/pages/centre/components/Remind'
import { useCancelErrand } from '@/src/queries/errands'
import { Submitted } from '@/src/queries/Submitted'
import { goTo } from '@/src/routes'
import { errandSaid, errandWhenSaid, partNames, ratingSaid } from '@/src/words/errands'
import type { Errand } from '@/types/errands'
import { Confirm } from '../Confirm'

type MineProps = {
  errand: Errand
  /** It is for me, not for somebody I act for. */
  self: boolean
  /** It was ordered a moment ago. */
  fresh: boolean
}

/** What happens next, in one sentence. */
const nextSaid = ({ state, needed, helpers, kind, day }: Errand): string => {
  switch (state) {
    case 'open':
      return helpers.length === 0
        ? '正在请附近的志愿者，有人接了马上告诉您。'
        : `已经有 ${helpers.length} 位，还在找第 ${needed} 位，上门要两个人一起。`
    case 'accepted':
      if (day < today()) return '约好的日子过了。办好了没有，请在下面说一声。'
      return kind.atHome ? '到时候他们一起上门，会先给您看证件。' : '到时候他会和您联系。'
    case 'onTheWay':
      return '志愿者出发了，请留意电话和敲门声。'
    case 'done':
      return '请看看办好了没有，点下面的按钮说一声。'
    case 'unmatched':
      return day < today()
        ? '对不起，这一次没有找到人。还要帮忙，请再点一次，或者打电话给社区。'
        : '附近的志愿者都没空，工作人员正在打电话帮您找。'
    case 'notDone':
      return '对不起，这一次没有办成。还要帮忙，请再点一次，或者打电话给社区。'
    case 'residentNotThere':
      return '志愿者来过，没有遇到您。还要帮忙，请再点一次，或者打电话。'
    case 'volunteerNotThere':
      return '对不起，让您白等了。工作人员会打电话给您。'
    case 'confirmed':
    case 'cancelled':
      return ''
  }
}

/** One thing I ordered: how it stands, who comes, and what I can do about it. */
export function Mine({ errand, self, fresh }: MineProps) {
  const [asking, setAsking] = useState(false)
  const { id, kind, person, by, what, state, helpers, because, rating, part } = errand
  const said = errandSaid(state)
  const when = errandWhenSaid(errand, today())
  const whose = self ? '' : `${person.name}，`
  const next = nextSaid(errand)
  const names = helpers.map(({ name }) => name).join('、')
  const over = state === 'confirmed' || state === 'cancelled' || state === 'notDone'
  return (
    <Card label={`${whose}${kind.name}，${when}，${said.label}`}>
      <Figure
        label={self ? kind.name : `${person.name} · ${kind.name}`}
        value={when}
        reason={partNames[part].times}
      />
      <View>
        <Tag {...said} />
        {by !== null && <Tag label={`${by}替${self ? '您' : '他'}点的`} tone="blue" />}
      </View>
      {next !== '' && <View>{next}</View>}
      {names !== '' && <View>来的人：{names}</View>}
      <View>{what}</View>
      {kind.cost !== '' && !over && <View>{kind.cost}</View>}
      {because !== null && <View>原因：{because}</View>}
      {rating !== null && <View>您说：{ratingSaid(rating)}</View>}
      {!over && (
        <Speak
          label="读给我听"
          words={[kind.name, when, said.label, next, names && `来的人：${names}`]
            .filter(Boolean)
            .join('，')}
        />
      )}
      {helpers.map(
        (helper) =>
          helper.phone !== null && (
            <CallButton key={helper.id} label={`打电话给${helper.name}`} phone={helper.phone} />
          ),
      )}
      {fresh && <Remind after="errand" />}
      {(errand.mayConfirm || errand.mayRate) && <Confirm errand={errand} self={self} />}
      {errand.mayThank && (
        <Button
          label="写一句感谢的话"
          fuller={`写一句感谢的话，${whose}${kind.name}，${when}`}
          look="quiet"
          drawing="heart"
          onTap={() =>
            goTo('thank', { kind: 'errand', id, ...(!self && { forResident: person.id }) })
          }
        />
      )}
      {errand.mayCancel && (
        <Button
          label="不用来了，取消"
          fuller={`不用来了，取消，${whose}${kind.name}，${when}`}
          look="secondary"
          onTap={() => setAsking(true)}
        />
      )}
      {asking && (
        <Cancel id={id} person={self ? undefined : person.id} onBack={() => setAsking(false)} />
      )}
    </Card>
  )
}

type CancelProps = { id: string; person: string | undefined; onBack: () => void }

function Cancel({ id, person, onBack }: CancelProps) {
  const cancel = useCancelErrand()
  const send = () =>
    cancel.submit(
      { errand: id, ...(person !== undefined && { forResident: person }) },
      {
        done: () => {
          showToast('已经取消了，会告诉志愿者不用来')
          onBack()
        },
      },
    )
  return (
    <Sheet
      label="取消这一项吗？"
      yes={{ label: '是的，取消', danger: true, busy: cancel.busy, onTap: send }}
      back={cancel.waiting ? '知道了' : '留着'}
      onBack={onBack}
    >
      <View>志愿者就不来了。以后要帮忙，再点一次。</View>
      <Submitted of={cancel} />
    </Sheet>
  )
}
