import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Sheet } from '@/src/design/Sheet'
import { Stepper } from '@/src/design/Stepper'
import { showToast } from '@/src/design/Toast'
import { useFinishErrand } from '@/src/queries/errands'
import { Submitted } from '@/src/queries/Submitted'
import { minutesSaid } from '@/src/words/volunteers'
import type { ErrandToDo } from '@/types/errands'
import { Stars } from '../../../components/Stars'

/** Time is counted in quarters of an hour. */
const quarter = 15
const most = 480 / quarter

/** How long it took and how it was; or nobody opened. */
export function Finish({ toDo, onClose }: { toDo: ErrandToDo; onClose: () => void }) {
  const finish = useFinishErrand()
  const { id, kind, state, companions, mustSayTogether } = toDo
  const [together, setTogether] = useState<'yes' | 'no'>()
  const unsaid = mustSayTogether && together === undefined
  const [quarters, setQuarters] = useState(Math.max(1, Math.round(kind.minutes / quarter)))
  const [stars, setStars] = useState<number>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const [missing, setMissing] = useState(false)
  const send = () => {
    const undone = stars === undefined || unsaid
    setTried(undone)
    if (undone) return
    finish.submit(
      {
        errand: id,
        there: true,
        ...(together && { together: together === 'yes' }),
        minutes: quarters * quarter,
        stars,
        ...(words.trim() !== '' && { words: words.trim() }),
      },
      {
        done: () => {
          showToast('辛苦了！等居民确认，时长就报上去')
          onClose()
        },
      },
    )
  }
  return (
    <>
      <Heading label="办好了" />
      {mustSayTogether && (
        <Choice
          label={`${companions.map(({ name }) => name).join('、')}一起去了吗`}
          options={[
            { value: 'yes', label: '一起去了' },
            { value: 'no', label: '没来，我一个人去的' },
          ]}
          value={together}
          onChange={setTogether}
        />
      )}
      {tried && unsaid && <Notice kind="error" label="请先说同伴去了没有，再点“报上去”" />}
      <Stepper
        label="做了几个一刻钟"
        unit="刻钟"
        least={1}
        most={most}
        value={quarters}
        onChange={setQuarters}
      />
      <View>一共 {minutesSaid(quarters * quarter)}</View>
      <Stars label="这次顺不顺" value={stars} onChange={setStars} />
      {tried && !unsaid && stars === undefined && (
        <Notice kind="error" label="请先选一个，再点“报上去”" />
      )}
      <Field label="还想说一句" optional value={words} onChange={setWords} most={100} />
      {!missing && <Submitted of={finish} />}
      <Button label="报上去" busy={finish.busy || finish.waiting} onTap={send} />
      {state !== 'done' && (
        <Button
          label="到了，没有人应"
          look="secondary"
          onTap={() => {
            setTried(unsaid)
            setMissing(!unsaid)
          }}
        />
      )}
      <Button label="返回" look="quiet" onTap={onClose} />
      {missing && (
        <Sheet
          label="敲了门、打了电话，都没有人应吗？"
          yes={{
            label: '是的，没有人应',
            danger: true,
            busy: finish.busy,
            onTap: () =>
              finish.submit(
                {
                  errand: id,
                  there: false,
                  ...(together && { together: together === 'yes' }),
                },
                {
                  done: () => {
                    showToast('报给工作人员了', 'warn')
                    onClose()
                  },
                },
              ),
          }}
          back={finish.waiting ? '知道了' : '再等等'}
          onBack={() => setMissing(false)}
        >
          <View>
            工作人员会收到消息，打电话看看居民好不好。听到里面有动静、担心出事，请马上打 120。
          </View>
          <Submitted of={finish} />
        </Sheet>
      )}
    </>
  )
}
