import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Speak } from '@/src/design/Speak'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { toTop } from '@/src/platform/toTop'
import { useMyThanks, useToThank } from '@/src/queries/honours'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goBack } from '@/src/routes'
import type { Said } from '@/src/words/activities'
import { whenSaid } from '@/src/words/time'
import type { Thanks } from '@/types/honours'
import { thanksKinds, type ThanksKind } from '@/types/shared/thanks'
import { Write } from './components/Write'

const views = [
  { value: 'write' as const, label: '谢谁' },
  { value: 'received' as const, label: '谢我的' },
  { value: 'sent' as const, label: '我写的' },
]
type Shown = (typeof views)[number]['value']

interface Chosen {
  kind: ThanksKind
  id: string
}

/** Thanks to somebody who helped; what I was thanked for; what became of what I wrote. */
export default function Thank() {
  const { view: first, kind: asked, id, forResident } = useRouter().params
  const kind = thanksKinds.find((one) => one === asked)
  const [view, setView] = useState<Shown>(
    views.find(({ value }) => value === first)?.value ?? 'write',
  )
  const arrived = kind !== undefined && id !== undefined ? { kind, id } : undefined
  const [chosen, setChosen] = useState<Chosen | undefined>(arrived)
  const choose = (next: Chosen | undefined) => {
    setChosen(next)
    toTop()
  }
  const back = () => (arrived ? goBack() : choose(undefined))
  const sent = () => {
    back()
    if (arrived) return
    // Whoever wrote for somebody else finds their own notes here, not that person's.
    if (forResident === undefined) setView('sent')
  }
  if (view === 'write' && chosen)
    return <Write chosen={chosen} forResident={forResident} onSent={sent} onBack={back} />
  return (
    <Page title="谢谢您" subtitle="写一句，工作人员看过就转给他">
      <SignedIn failed="感谢的话没有打开" why="登记了名字，才知道是谁在谢他">
        {() => (
          <>
            {forResident === undefined && (
              <Tabs label="看哪些" tabs={views} value={view} onChange={setView} />
            )}
            {view === 'write' ? <Deeds onChoose={choose} /> : <Notes sent={view === 'sent'} />}
          </>
        )}
      </SignedIn>
    </Page>
  )
}

function Deeds({ onChoose }: { onChoose: (chosen: Chosen) => void }) {
  const reading = useToThank({ enabled: Boolean(useMe().data?.person) })
  return (
    <Reading of={reading} failed="最近的服务没有打开">
      {(all) =>
        all.length === 0 && !reading.hasNextPage ? (
          <Empty
            label="最近没有志愿服务"
            detail="义剪、送餐、帮厨做完以后，30 天以内都可以来谢。"
            drawing="heart"
          />
        ) : (
          <>
            <Rows label="谢哪一次">
              {all.map(({ kind, id, title, placeName, startsAt }) => (
                <Row
                  key={id}
                  label={title}
                  detail={`${whenSaid(startsAt, now())}，${placeName}`}
                  drawing="heart"
                  onTap={() => onChoose({ kind, id })}
                />
              ))}
            </Rows>
            <ReadOn of={reading} />
          </>
        )
      }
    </Reading>
  )
}

const stateSaid: Readonly<Record<Thanks['state'], Said>> = {
  waiting: { label: '等工作人员看', tone: 'gold', drawing: 'clock' },
  published: { label: '已经转给他了', tone: 'pine', drawing: 'check' },
  refused: { label: '没有转过去', tone: 'plain', drawing: 'close' },
}

/** Why a note was not passed on, and what else can be done. */
const notPassedOn = ({ because }: Thanks): string =>
  because === null ? '' : `。没有转：${because}。想谢他，可以当面说，或者请服务台带话`

/** What I wrote, or what others wrote to me. */
function Notes({ sent }: { sent: boolean }) {
  const reading = useMyThanks(sent, { enabled: Boolean(useMe().data?.person) })
  const cached = cachedAt(reading)
  return (
    <Reading of={reading} failed="感谢的话没有打开">
      {(all) =>
        all.length === 0 ? (
          <Empty
            label={sent ? '您还没有写过' : '还没有收到'}
            detail={
              sent ? '在“谢谁”里挑一次，写一句就行。' : '您做的事大家都记着，有人谢您会在这里。'
            }
            drawing="heart"
          />
        ) : (
          <>
            <Rows label={cached ? `${cached}的内容` : sent ? '我写的' : '谢我的'}>
              {all.map((note) => (
                <Row
                  key={note.id}
                  label={`“${note.words}”`}
                  detail={`${sent ? `写给${note.to.name}` : `${note.from}写的`}，${note.what}，${whenSaid(note.at, now())}${notPassedOn(note)}`}
                >
                  {sent && <Tag {...stateSaid[note.state]} />}
                </Row>
              ))}
            </Rows>
            {!sent && (
              <Speak
                label="读给我听"
                words={all.map(({ from, words }) => `${from}说：${words}`).join('。')}
              />
            )}
            <ReadOn of={reading} />
          </>
        )
      }
    </Reading>
  )
}
