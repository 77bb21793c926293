import { View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useFinishTask, useMyTasks } from '@/src/queries/proposals'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { taskSaid } from '@/src/words/proposals'
import { daySaid } from '@/src/words/time'
import type { TaskForStaff } from '@/types/proposals'

const views = [
  { value: 'open' as const, label: '要办的' },
  { value: 'over' as const, label: '办完的' },
]

/** What meetings asked me to do. */
export default function MeetingTasks() {
  const [view, setView] = useState<'open' | 'over'>('open')
  const reading = useMyTasks(view === 'over', { enabled: Boolean(useMe().data?.person) })
  const cached = cachedAt(reading)
  return (
    <Page title="交给我的事" subtitle="议事会定的" {...(cached && { cachedAt: cached })}>
      <SignedIn failed="没有打开" why="登记了名字，才知道是交给谁的">
        {() => (
          <>
            <Tabs label="看哪些" tabs={views} value={view} onChange={setView} />
            <Reading of={reading} failed="没有打开">
              {(tasks) => (
                <>
                  {tasks.length === 0 && (
                    <Empty
                      label={view === 'over' ? '还没有办完的' : '现在没有要办的'}
                      detail="议事会把事交给您，会写在这里，也会发消息。"
                      drawing="hand"
                    />
                  )}
                  {tasks.map((task) => (
                    <TaskCard key={task.id} task={task} />
                  ))}
                  <ReadOn of={reading} />
                </>
              )}
            </Reading>
          </>
        )}
      </SignedIn>
    </Page>
  )
}

function TaskCard({ task }: { task: TaskForStaff }) {
  const [finishing, setFinishing] = useState(false)
  const { what, item, due, state, note, meeting, meetingTitle } = task
  return (
    <Card label={what}>
      <Heading label={what} level={2} />
      <View>
        <Tag {...taskSaid(task)} />
      </View>
      <View>{daySaid(due, today())}以前办好</View>
      <View>
        {meetingTitle}：{item}
      </View>
      {note !== null && <View>{note}</View>}
      {state === 'open' && (
        <Button
          label="办好了"
          fuller={`办好了，${what}`}
          drawing="check"
          onTap={() => setFinishing(true)}
        />
      )}
      <Button
        label="看会议纪要"
        fuller={`看会议纪要，${what}`}
        look="quiet"
        onTap={() => goTo('meeting', { meeting })}
      />
      {finishing && <Finish task={task} onBack={() => setFinishing(false)} />}
    </Card>
  )
}

function Finish({ task, onBack }: { task: TaskForStaff; onBack: () => void }) {
  const finish = useFinishTask()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (note.trim() === '') return
    finish.submit(
      { task: task.id, note: note.trim() },
      {
        done: () => {
          showToast('办好了，写进纪要里了')
          onBack()
        },
      },
    )
  }
  return (
    <Sheet
      label="这件事办好了吗？"
      yes={{ label: '办好了', busy: finish.busy, onTap: send }}
      back={finish.waiting ? '知道了' : '还没有'}
      onBack={onBack}
    >
      <Field
        label="怎么办的"
        hint="看纪要的居民都会看到"
        value={note}
        onChange={setNote}
        most={200}
        {...(tried && note.trim() === '' && { error: '请写一句，比如：路灯装好了，昨天亮了' })}
      />
      <Submitted of={finish} />
    </Sheet>
  )
}
