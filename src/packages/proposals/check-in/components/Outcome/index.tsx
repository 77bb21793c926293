import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { bringWords, wordsFor } from '@/src/api/words'
import { proposals } from '@/src/api/words/proposals'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Loading } from '@/src/design/Loading'
import { Notice } from '@/src/design/Notice'
import type { ScanState } from '@/src/queries/scans'
import { replaceBy } from '@/src/routes'
import { whenSaid } from '@/src/words/time'

bringWords('proposals', proposals)

type OutcomeProps = {
  /** Whose check-in; empty for the person who holds the phone. */
  name: string
  /** The person it is about; undefined for the person who holds the phone. */
  person: string | undefined
  state: ScanState<'meetingCheckIn'>
}

/** How a check-in stands, large enough to be shown to whoever stands at the door. */
export function Outcome({ name, person, state }: OutcomeProps) {
  const who = name || '您'
  switch (state.at) {
    case 'sending':
      return <Loading label="正在签到" />
    case 'kept':
      return (
        <Notice kind="warn" label={`没有网络，已经替${who}记下`}>
          <View>{whenSaid(state.scannedAt, now())} 扫的码。连上网会自动送出，不用再扫。</View>
          <View>请让工作人员看一眼这一页。</View>
        </Notice>
      )
    case 'answered': {
      const { id, title, came, family } = state.value
      const one = family.find((each) =>
        person === undefined ? each.own : each.person.id === person,
      )
      const doubt = one?.here === 'doubt'
      const said = doubt ? '等工作人员确认' : '签到好了'
      return (
        <>
          <Card label={`${who}${said}，${title}`}>
            <Figure label={who} value={said} reason={title} />
            {doubt ? (
              <Notice kind="warn" label="没网时扫的码，请告诉工作人员一声" />
            ) : (
              <Notice kind="done" label={`请进。到会 ${came} 人`} />
            )}
          </Card>
          <Button
            label="看看要议的事"
            look="secondary"
            drawing="bubble"
            onTap={() => replaceBy('meeting', { meeting: id })}
          />
        </>
      )
    }
    case 'refused':
      return (
        <Notice kind="error" label={`${who}还没有签到`}>
          {wordsFor(state.error)}
        </Notice>
      )
  }
}
