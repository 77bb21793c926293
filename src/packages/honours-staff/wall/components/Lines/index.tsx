import { View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Heading } from '@/src/design/Heading'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useTakeThanksDown } from '@/src/queries/honours'
import { Submitted } from '@/src/queries/Submitted'
import { daySaid } from '@/src/words/time'
import type { Honoured } from '@/types/honours'

type Line = Honoured['thanks'][number]

/** The lines of thanks that stand below somebody on the wall: one that is wrong is taken down. */
export function Lines({ lines }: { lines: readonly Line[] }) {
  const [gone, setGone] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<Line>()
  const standing = lines.filter(({ id }) => !gone.includes(id))
  if (standing.length === 0) return null
  return (
    <>
      <Heading label="墙上谢他的话" />
      <Rows label="墙上谢他的话">
        {standing.map((line) => (
          <Row
            key={line.id}
            label={line.words}
            detail={`${daySaid(line.on, today())}写的，点一下可以拿下来`}
            drawing="heart"
            onTap={() => setChosen(line)}
          />
        ))}
      </Rows>
      {chosen && (
        <TakeDown
          line={chosen}
          onDone={() => {
            setGone([...gone, chosen.id])
            setChosen(undefined)
          }}
          onBack={() => setChosen(undefined)}
        />
      )}
    </>
  )
}

type TakeDownProps = { line: Line; onDone: () => void; onBack: () => void }

function TakeDown({ line, onDone, onBack }: TakeDownProps) {
  const taking = useTakeThanksDown()
  const send = () =>
    taking.submit(
      { thanks: line.id },
      {
        done: () => {
          showToast('拿下来了，墙上现在就没有了')
          onDone()
        },
      },
    )
  return (
    <Sheet
      label="把这句从墙上拿下来吗？"
      yes={{ label: '拿下来', danger: true, busy: taking.busy, onTap: send }}
      back={taking.waiting ? '知道了' : '返回'}
      onBack={onBack}
    >
      <View>“{line.words}”</View>
      <View>居民写给他本人的话还在，他照样看得到。</View>
      <Submitted of={taking} />
    </Sheet>
  )
}
