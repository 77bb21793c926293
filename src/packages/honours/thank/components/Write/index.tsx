import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useThank, useWhomToThank } from '@/src/queries/honours'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { whenSaid } from '@/src/words/time'
import type { ThanksKind } from '@/types/shared/thanks'

type WriteProps = {
  chosen: { kind: ThanksKind; id: string }
  /** Staff write it for somebody without a phone. */
  forResident: string | undefined
  onSent: () => void
  onBack: () => void
}

/** Whom, and one sentence. Of one who was there, nobody has to choose. */
export function Write({ chosen, forResident, onSent, onBack }: WriteProps) {
  const reading = useWhomToThank(chosen, forResident)
  const thank = useThank()
  const [picked, setPicked] = useState<string>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const { deed, people = [] } = reading.data ?? {}
  const to = picked ?? (people.length === 1 ? people[0]?.id : undefined)
  const send = () => {
    setTried(true)
    const said = words.replace(/\s+/g, ' ').trim()
    if (to === undefined || said === '') return
    thank.submit(
      {
        for: chosen,
        to,
        words: said,
        ...(forResident !== undefined && { forResident }),
      },
      {
        done: () => {
          showToast('写好了，工作人员看过就转给他')
          onSent()
        },
      },
    )
  }
  const wrong =
    (tried && words.trim() === '' && '请写一句，比如：饭送到还是热的') ||
    (wrongField(thank.error) === 'words' && '请写短一点，最多 100 个字')
  return (
    <Page
      title={deed?.title ?? '谢谢您'}
      {...(deed && {
        subtitle: [whenSaid(deed.startsAt, now()), deed.placeName].filter(Boolean).join('，'),
      })}
      action={
        <>
          <Submitted of={thank} />
          {people.length > 0 && (
            <Button label="写好了" busy={thank.busy || thank.waiting} onTap={send} />
          )}
          <Button label="返回" look="quiet" onTap={onBack} />
        </>
      }
    >
      <Reading of={reading} failed="名单没有打开">
        {() =>
          people.length === 0 ? (
            <Empty
              label="这一次没有可以写的人"
              detail="请返回换一次，或者到服务台当面说。"
              drawing="heart"
            />
          ) : (
            <>
              <Choice
                label="谢谁"
                options={people.map(({ id, name }) => ({ value: id, label: name }))}
                value={to}
                onChange={setPicked}
              />
              {tried && to === undefined && <Notice kind="error" label="请选一位，再点“写好了”" />}
              <Field
                label="想说的话"
                kind="lines"
                hint="一句就好，请不要写别人的电话和住址"
                value={words}
                onChange={setWords}
                most={100}
                {...(wrong && { error: wrong })}
              />
              <View>
                工作人员看过就转给他，他看不到您的全名。风采墙上要是写，也是用中心的话，不写您的名字。
              </View>
            </>
          )
        }
      </Reading>
    </Page>
  )
}
