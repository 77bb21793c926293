import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { whenSaid } from '@/src/words/time'
import type { ActivityDetail } from '@/types/activities'
import './index.scss'

/** How the draw works, and what lets anybody check that nobody steered it. */
export function DrawWords({ draw }: { draw: NonNullable<ActivityDetail['draw']> }) {
  const [open, setOpen] = useState(false)
  const { at, commitment, seed } = draw
  return (
    <Card label="抽签怎么抽">
      <Heading label="抽签怎么抽" />
      <View>
        先报后报都一样。{whenSaid(at, now())} 由电脑抽签，抽完马上告诉您；没抽中的按抽出的次序候补。
      </View>
      {open ? (
        <View>
          抽签用的号码在报名前就封好了，谁也改不了。封条是：
          <View className="draw-words__code">{commitment}</View>
          {seed === null ? (
            '抽完后公布号码，用 SHA-256 算一遍，和封条一样就是没动过。'
          ) : (
            <>
              号码是：
              <View className="draw-words__code">{seed}</View>用 SHA-256
              算一遍，和封条一样就是没动过。
            </>
          )}
        </View>
      ) : (
        <Button label="怎么保证公平" look="quiet" onTap={() => setOpen(true)} />
      )}
    </Card>
  )
}
