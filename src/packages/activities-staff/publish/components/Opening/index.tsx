import { Choice } from '@/src/design/Choice'
import type { PartProps } from '../../part'
import { Moment } from '../Moment'

const modes = [
  { value: 'firstCome' as const, label: '先报先得', detail: '满了就排队' },
  { value: 'draw' as const, label: '抽签', detail: '截止前报都一样，到时由电脑抽，谁也改不了' },
]
const openings = [
  { value: 'now' as const, label: '发布了马上开始' },
  { value: 'own' as const, label: '定一个时间开始', detail: '抢的人多时，先让大家知道几点开始' },
]
const draws = [
  { value: 'hourAfter' as const, label: '报名截止后 1 小时抽' },
  { value: 'own' as const, label: '定一个时间抽' },
]

/** How seats are given out, and from when. */
export function Opening({ form, change, wrong }: PartProps) {
  return (
    <>
      <Choice
        label="怎么报名"
        options={modes}
        value={form.mode}
        onChange={(mode) =>
          // A draw needs time between the end of sign-up and the beginning.
          change({
            mode,
            ...(mode === 'draw' && form.closes === 'start' && { closes: 'dayBefore' }),
          })
        }
      />
      <Choice
        label="什么时候开始报名"
        options={openings}
        value={form.opens}
        onChange={(opens) => change({ opens })}
      />
      {form.opens === 'own' && (
        <Moment
          label="开始报名"
          value={form.opensAt}
          onChange={(opensAt) => change({ opensAt })}
          error={wrong.opensAt}
        />
      )}
      {form.mode === 'draw' && (
        <Choice
          label="什么时候抽签"
          options={draws}
          value={form.draws}
          onChange={(chosen) => change({ draws: chosen })}
        />
      )}
      {form.mode === 'draw' && form.draws === 'own' && (
        <Moment
          label="抽签"
          value={form.drawAt}
          onChange={(drawAt) => change({ drawAt })}
          error={wrong.drawAt}
        />
      )}
    </>
  )
}
