import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { wordsFor } from '@/src/api/words'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Loading } from '@/src/design/Loading'
import { Notice } from '@/src/design/Notice'
import type { ScanState } from '@/src/queries/scans'
import { whenSaid } from '@/src/words/time'

type OutcomeProps = {
  /** Whose check-in; empty for the person who holds the phone. */
  name: string
  state: ScanState<'checkIn'>
}

/** How a check-in stands, large enough to be shown to whoever stands at the door. */
export function Outcome({ name, state }: OutcomeProps) {
  switch (state.at) {
    case 'sending':
      return <Loading label={`正在${name ? `替${name}` : ''}签到`} />
    case 'kept':
      return (
        <Notice kind="warn" label={`没有网络，已经替${name || '您'}记下`}>
          <View>{whenSaid(state.scannedAt, now())} 扫的码。连上网会自动送出，不用再扫。</View>
          <View>请让工作人员看一眼这一页。</View>
        </Notice>
      )
    case 'answered': {
      const { title, state: attendance } = state.value
      if (attendance === 'present')
        return (
          <Card label={`${name}已签到，${title}`}>
            <Figure label={name || '您'} value="已签到" reason={title} />
            <Notice kind="done" label="请进，祝您开心" />
          </Card>
        )
      return (
        <Card label={`${name}等工作人员确认，${title}`}>
          <Figure label={name || '您'} value="等工作人员确认" reason={title} />
          <Notice
            kind="warn"
            label={
              attendance === 'toConfirm'
                ? '没网时扫的码，请告诉工作人员一声'
                : '扫码的时间对不上，请告诉工作人员一声'
            }
          />
        </Card>
      )
    }
    case 'refused':
      return (
        <Notice kind="error" label={`${name || '您'}还没有签到`}>
          {wordsFor(state.error)}
        </Notice>
      )
  }
}
