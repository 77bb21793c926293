import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { useDeclineErrand, useErrandToDo, useSetOff } from '@/src/queries/errands'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goBack } from '@/src/routes'
import { errandSaid, errandWhenSaid, partNames, ratingSaid } from '@/src/words/errands'
import type { ErrandToDo } from '@/types/errands'
import { Door } from './components/Door'
import { Finish } from './components/Finish'

/** One errand I promised: whom, where, which number; setting off, the card for the door, and that it is done. */
export default function ErrandToDoPage() {
  const { errand = '' } = useRouter().params
  const reading = useErrandToDo(errand)
  const cached = cachedAt(reading)
  return (
    <Page title={reading.data?.toDo.kind.name ?? '去帮忙'} {...(cached && { cachedAt: cached })}>
      <Reading of={reading} failed="这一件没有打开">
        {({ toDo, card }) => <One toDo={toDo} card={card} />}
      </Reading>
    </Page>
  )
}

/** What there is to do next, in one sentence. */
const nextSaid = ({ state, needed, companions, mine, mayFinish }: ErrandToDo): string => {
  switch (state) {
    case 'open':
    case 'unmatched':
      return needed > 1 && companions.length === 0
        ? '上门要两个人一起去，还在找同伴，找到了马上告诉您。'
        : '还在找人，找到了马上告诉您。'
    case 'accepted':
      return mayFinish ? '去之前点“出发”，到了门口给居民看证件。' : '到那一天，出发前点“出发”。'
    case 'onTheWay':
      return '到了门口先给居民看证件。办完了点“办好了”。'
    case 'done':
      return mine === 'done' ? '等居民确认。' : '同伴说办好了，您也说一声。'
    case 'confirmed':
      return '谢谢您！时长已经报上去，等另一位同事确认。'
    case 'cancelled':
      return '这一次不用去了。'
    case 'notDone':
      return '这一次没有办成。'
    case 'residentNotThere':
      return '工作人员会收到消息。担心居民出事，请马上打电话给社区，或者打 120。'
    case 'volunteerNotThere':
      return '居民说没有等到您。去过的话，请打电话给社区说一声。'
  }
}

/** Something did not go well: a call is better than waiting. */
const troubled: ReadonlySet<ErrandToDo['state']> = new Set<ErrandToDo['state']>([
  'residentNotThere',
  'volunteerNotThere',
])

type OneProps = { toDo: ErrandToDo; card: OutputOf<'errands', 'toDo'>['card'] }

function One({ toDo, card }: OneProps) {
  const setOff = useSetOff()
  const [leaving, setLeaving] = useState(false)
  const [finishing, setFinishing] = useState(false)
  const { id, kind, name, address, phone, what, part, companions, state, rating } = toDo
  const when = errandWhenSaid(toDo, today())
  const next = nextSaid(toDo)
  const finish = (open: boolean) => {
    setFinishing(open)
    toTop()
  }
  if (finishing) return <Finish toDo={toDo} onClose={() => finish(false)} />
  return (
    <>
      <Card label={`${kind.name}，${when}，${name}`}>
        <Figure label={name} value={when} reason={partNames[part].times} />
        <View>
          <Tag {...errandSaid(state)} />
          {kind.atHome && <Tag label="两个人一起上门" tone="blue" drawing="house" />}
        </View>
        {address !== null && <View>{address}</View>}
        <View>{what}</View>
        {kind.cost !== '' && <View>{kind.cost}</View>}
        {companions.length > 0 && (
          <View>一起去的：{companions.map((one) => one.name).join('、')}</View>
        )}
        {rating !== null && <View>您说：{ratingSaid(rating)}</View>}
        <Speak
          label="读给我听"
          words={[kind.name, when, name, address, what, next].filter(Boolean).join('，')}
        />
      </Card>
      {next !== '' && <Notice label={next} />}
      {phone !== null && <CallButton label={`打电话给${name}`} phone={phone} />}
      {companions.map(
        (one) =>
          one.phone !== null && (
            <CallButton key={one.name} label={`打电话给${one.name}`} phone={one.phone} />
          ),
      )}
      {(toDo.mayLeave || toDo.mayFinish) && <Door card={card} kind={kind.name} />}
      <Submitted of={setOff} />
      {toDo.maySetOff && (
        <Button
          label="我出发了"
          drawing="hand"
          busy={setOff.busy || setOff.waiting}
          onTap={() =>
            setOff.submit({ errand: id }, { done: () => showToast('告诉居民了，路上小心') })
          }
        />
      )}
      {toDo.mayFinish && (
        <Button
          label="办好了，或者没遇到人"
          look={toDo.maySetOff ? 'secondary' : 'primary'}
          drawing="check"
          onTap={() => finish(true)}
        />
      )}
      {troubled.has(state) && card.centrePhone !== null && (
        <CallButton label="打电话给社区" phone={card.centrePhone} />
      )}
      {toDo.mayLeave && <Button label="来不了了" look="quiet" onTap={() => setLeaving(true)} />}
      {leaving && <Leave toDo={toDo} onBack={() => setLeaving(false)} />}
    </>
  )
}

function Leave({ toDo, onBack }: { toDo: ErrandToDo; onBack: () => void }) {
  const decline = useDeclineErrand()
  const send = () =>
    decline.submit(
      { errand: toDo.id },
      {
        done: () => {
          showToast('知道了，马上请别的邻居')
          goBack()
        },
      },
    )
  return (
    <Sheet
      label="这一件来不了了吗？"
      yes={{ label: '是的，来不了', danger: true, busy: decline.busy, onTap: send }}
      back={decline.waiting ? '知道了' : '我还是去'}
      onBack={onBack}
    >
      <View>居民和同伴马上会知道，系统会再请别的邻居。</View>
      <Submitted of={decline} />
    </Sheet>
  )
}
