import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useAnswerThanks, useThanksToRead } from '@/src/queries/honours'
import { Printing } from '@/src/queries/Printing'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { whenSaid } from '@/src/words/time'
import type { ThanksRead } from '@/types/honours'
import './index.scss'

/** Ten sheets of paper. */
const mostPrinted = 300

/** Thanks that residents wrote and staff pass on. */
export default function ThanksToRead() {
  const reading = useThanksToRead()
  const cached = cachedAt(reading)
  // The sheet holds the whole list, also what was not on the screen yet.
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印前 ${read} 条`, 'warn')
  }
  return (
    <Page
      wide
      title="感谢的话"
      subtitle="居民写给志愿者的，您看过才转给本人"
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="感谢的话没有打开">
        {(all) =>
          all.length === 0 ? (
            <Empty label="没有等您看的" detail="居民写了感谢的话，会出现在这里。" drawing="heart" />
          ) : (
            <>
              <View className="thanks-to-read">
                {all.map((note) => (
                  <NoteCard key={note.id} note={note} />
                ))}
              </View>
              <ReadOn of={reading} />
              <Printing
                label="打印"
                before={readOn}
                sheet={{
                  title: '等看的感谢的话',
                  notes: [`${whenSaid(now(), now())} 打印`],
                  tables: [
                    {
                      title: null,
                      columns: ['谁写的', '谢谁', '哪一次', '写了什么', '转不转'],
                      rows: all.map(({ from, to, what, words }) => [
                        from,
                        to.name,
                        what,
                        words,
                        '',
                      ]),
                    },
                  ],
                }}
              />
            </>
          )
        }
      </Reading>
    </Page>
  )
}

function NoteCard({ note }: { note: ThanksRead }) {
  const [asking, setAsking] = useState<'publish' | 'refuse'>()
  const { from, to, words, what, at, checked, mayAnswer } = note
  return (
    <Card label={`${from}谢${to.name}`}>
      <Heading label={`${from}谢${to.name}`} />
      <View>“{words}”</View>
      <View>
        {what}，{whenSaid(at, now())} 写的
      </View>
      {!checked && (
        <Notice kind="warn" label="微信当时没能检查这几句">
          请您仔细看，没有不合适的再转。
        </Notice>
      )}
      {mayAnswer ? (
        <View className="thanks-to-read__pair">
          <Button
            label="转给他"
            fuller={`转给他，${from}谢${to.name}`}
            look="secondary"
            drawing="check"
            onTap={() => setAsking('publish')}
          />
          <Button
            label="不转"
            fuller={`不转，${from}谢${to.name}`}
            look="quiet"
            onTap={() => setAsking('refuse')}
          />
        </View>
      ) : (
        <View>您写的，或者写给您的，要请另一位同事来看。</View>
      )}
      {asking === 'publish' && <Publish note={note} onBack={() => setAsking(undefined)} />}
      {asking === 'refuse' && <Refuse note={note} onBack={() => setAsking(undefined)} />}
    </Card>
  )
}

type AnswerProps = { note: ThanksRead; onBack: () => void }

/** The wall says it in the words of staff: what residents write stays between them and the staff. */
function Publish({ note, onBack }: AnswerProps) {
  const answer = useAnswerThanks()
  const [wall, setWall] = useState('')
  const said = wall.replace(/\s+/g, ' ').trim()
  const send = () =>
    answer.submit(
      { thanks: note.id, publish: true, ...(said !== '' && { wall: said }) },
      {
        done: () => {
          showToast(`转给${note.to.name}了`)
          onBack()
        },
      },
    )
  return (
    <Sheet
      label={`转给${note.to.name}吗？`}
      yes={{ label: '转给他', busy: answer.busy, onTap: send }}
      back={answer.waiting ? '知道了' : '返回'}
      onBack={onBack}
    >
      <View>他会收到通知，看到这几句话，看不到写的人的全名。</View>
      {note.wall === 'stands' && (
        <Field
          label="也写到风采墙上"
          hint="用中心的话写一句，大家都能看到，不写居民的名字；不写就不上墙"
          value={wall}
          onChange={setWall}
          most={100}
          optional
        />
      )}
      {note.wall === 'unwritten' && (
        <>
          <View>
            他同意上风采墙，墙上还没有他的介绍。想把这句也放上去，请先写好他的介绍，再回来转。
          </View>
          <Button label="去写他的介绍" look="quiet" onTap={() => goTo('honourEdit')} />
        </>
      )}
      <Submitted of={answer} />
    </Sheet>
  )
}

function Refuse({ note, onBack }: AnswerProps) {
  const answer = useAnswerThanks()
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const said = because.replace(/\s+/g, ' ').trim()
  const send = () => {
    setTried(true)
    if (said !== '')
      answer.submit({ thanks: note.id, publish: false, because: said }, { done: onBack })
  }
  return (
    <Sheet
      label="这一条不转吗？"
      yes={{ label: '不转', danger: true, busy: answer.busy, onTap: send }}
      back={answer.waiting ? '知道了' : '返回'}
      onBack={onBack}
    >
      <View>写的人会看到没有转过去和为什么。定了就不能再改。</View>
      <Field
        label="为什么不转"
        hint="写的人看得到，比如：里面有别人的电话"
        value={because}
        onChange={setBecause}
        most={100}
        {...(tried && said === '' && { error: '请写一句为什么' })}
      />
      <Submitted of={answer} />
    </Sheet>
  )
}
