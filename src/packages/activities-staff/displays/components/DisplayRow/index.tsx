import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import type { OutputOf } from '@/src/api/call'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Sheet } from '@/src/design/Sheet'
import { useRevokeDisplay } from '@/src/queries/centre'
import { Submitted } from '@/src/queries/Submitted'
import { whenSaid } from '@/src/words/time'

type Display = OutputOf<'centre', 'listDisplays'>['items'][number]

const shownBy: Readonly<Record<string, string>> = {
  haircuts: '义剪叫号',
  shift: '志愿者签到码',
}

/** A link in use, and the way to end it. */
export function DisplayRow({ display: { id, shows, title, issuedAt } }: { display: Display }) {
  const [asking, setAsking] = useState(false)
  const revoke = useRevokeDisplay()
  const shown = shownBy[shows] ?? '签到码'
  return (
    <Card label={`${title}的屏幕`}>
      <Heading label={title} level={3} />
      <View>
        {shown}，{whenSaid(issuedAt, now())} 发的链接
      </View>
      <Submitted of={revoke} />
      <Button
        label="停用这个链接"
        look="danger"
        fuller={`停用这个链接，${title}`}
        busy={revoke.busy || revoke.waiting}
        onTap={() => setAsking(true)}
      />
      {asking && (
        <Sheet
          label="停用这个链接吗？"
          yes={{
            label: '停用',
            danger: true,
            busy: revoke.busy,
            onTap: () => {
              revoke.submit({ display: id })
              setAsking(false)
            },
          }}
          onBack={() => setAsking(false)}
        >
          屏幕上马上就不显示{shown}了。以后要用，再发一个新链接。
        </Sheet>
      )}
    </Card>
  )
}
