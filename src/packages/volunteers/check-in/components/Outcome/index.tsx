import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { wordsFor } from '@/src/api/words'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Loading } from '@/src/design/Loading'
import { Notice } from '@/src/design/Notice'
import { Speak } from '@/src/design/Speak'
import type { ScanState } from '@/src/queries/scans'
import { flags } from '@/src/words/attendance'
import { clockSaid, whenSaid } from '@/src/words/time'
import type { Attendance } from '@/types/volunteers'

type OutcomeProps = {
  /** Whose coming or going; empty for the person who holds the phone. */
  name: string
  leaving: boolean
  state: ScanState<'shiftCheckIn'>
}

/** How a scan at a shift stands, large enough to be shown to whoever leads it. */
export function Outcome({ name, leaving, state }: OutcomeProps) {
  const who = name || '您'
  switch (state.at) {
    case 'sending':
      return <Loading label="正在签到" />
    case 'kept':
      return (
        <Notice kind="warn" label={`没有网络，已经替${who}记下`}>
          <View>
            {whenSaid(state.scannedAt, now())} {leaving ? '走的' : '到的'}
            。连上网会自动送出，不用再扫，时长不会少。
          </View>
          <View>请让带班的人看一眼这一页。</View>
        </Notice>
      )
    case 'answered': {
      const { title, attendance } = state.value
      const said = leaving
        ? `${who}走了，${title}，${clockSaid(attendance.out ?? now())}`
        : `${who}到了，${title}，${clockSaid(attendance.in)}`
      return (
        <>
          <Card label={said}>
            <Figure
              label={title}
              value={leaving ? '走了' : '到了'}
              reason={clockSaid(leaving ? (attendance.out ?? now()) : attendance.in)}
            />
            <Next leaving={leaving} attendance={attendance} />
          </Card>
          <Speak label="读给我听" words={said} />
        </>
      )
    }
    case 'refused':
      return (
        <Notice kind="error" label={leaving ? `${who}走的时间没有记上` : `${who}还没有签到`}>
          {wordsFor(state.error)}
        </Notice>
      )
  }
}

/** What happens next, or whom to tell. */
function Next({ leaving, attendance }: { leaving: boolean; attendance: Attendance }) {
  if (attendance.flags.length > 0) {
    const why = attendance.flags.map((flag) => flags[flag]).join('；')
    return <Notice kind="warn" label={`${leaving ? '辛苦了。' : ''}${why}，请跟带班的人说一声`} />
  }
  return leaving ? (
    <Notice kind="done" label="辛苦了。这一班结束后记上时长，有人确认了就算数" />
  ) : (
    <Notice kind="done" label="走的时候再扫一次，时长才准" />
  )
}
