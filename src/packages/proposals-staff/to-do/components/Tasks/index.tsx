import { View } from '@tarojs/components'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Printing } from '@/src/queries/Printing'
import { useSettleTask, useStaffTasks, type TaskView } from '@/src/queries/proposalsStaff'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { taskSaid } from '@/src/words/proposals'
import { daySaid, whenSaid } from '@/src/words/time'
import type { TaskForStaff } from '@/types/proposals'

const views: ReadonlyArray<{ value: TaskView; label: string }> = [
  { value: 'late', label: '过了日子的' },
  { value: 'open', label: '正在办的' },
  { value: 'over', label: '办完的' },
]

const held = { label: '说明要看一看', tone: 'gold', drawing: 'clock' } as const

/** What meetings asked people to do: what is late first. */
export function Tasks({ decides }: { decides: boolean }) {
  const [view, setView] = useState<TaskView>('late')
  const [settling, setSettling] = useState<TaskForStaff>()
  const reading = useStaffTasks(view)
  return (
    <>
      <Tabs label="看哪些交办的事" tabs={views} value={view} onChange={setView} />
      <Reading of={reading} failed="交办的事没有打开">
        {(tasks) =>
          tasks.length === 0 && !reading.hasNextPage ? (
            <Empty label="这里现在没有交办的事" detail="在议事会的页面里交办。" drawing="hand" />
          ) : (
            <>
              <Rows label="交办的事">
                {tasks.map((task) => {
                  const stands = taskSaid(task)
                  return (
                    <Row
                      key={task.id}
                      label={task.what}
                      detail={[
                        task.owner.name || '没有人',
                        `${daySaid(task.due, today())}以前`,
                        task.meetingTitle,
                        task.note,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                      drawing="hand"
                      colour={task.late ? 'brick' : 'pine'}
                      saying={[stands.label, task.noteHeld && held.label]
                        .filter(Boolean)
                        .join('，')}
                      {...(decides &&
                        (task.state === 'open' || task.noteHeld) && {
                          onTap: () => setSettling(task),
                        })}
                    >
                      <Tag {...stands} />
                      {task.noteHeld && <Tag {...held} />}
                    </Row>
                  )
                })}
              </Rows>
              <ReadOn of={reading} />
              <Printing
                label="打印交办的事"
                before={async () => void (await readAll(reading, 100))}
                sheet={sheetOf(tasks)}
              />
            </>
          )
        }
      </Reading>
      {settling && <Settle task={settling} onBack={() => setSettling(undefined)} />}
    </>
  )
}

function Settle({ task, onBack }: { task: TaskForStaff; onBack: () => void }) {
  const settle = useSettleTask()
  const [done, setDone] = useState<'yes' | 'no'>(task.state === 'ended' ? 'no' : 'yes')
  const [note, setNote] = useState((task.noteHeld && task.note) || '')
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (note.trim() === '') return
    settle.submit(
      { task: task.id, done: done === 'yes', note: note.trim() },
      {
        done: () => {
          showToast('记下了，写进纪要里了')
          onBack()
        },
      },
    )
  }
  return (
    <Sheet
      label={task.what}
      yes={{ label: '记下来', busy: settle.busy, onTap: send }}
      back={settle.waiting ? '知道了' : '返回'}
      onBack={onBack}
    >
      <View>
        {task.owner.name || '没有人'}，{daySaid(task.due, today())}以前办好
      </View>
      <Choice
        label="办得怎么样"
        options={[
          { value: 'yes', label: '办好了' },
          { value: 'no', label: '不办了' },
        ]}
        value={done}
        onChange={setDone}
      />
      <Field
        label="说明"
        hint={
          task.noteHeld
            ? '还没有检查过，居民现在看不到。您看过、改好，居民就会看到'
            : '看纪要的居民都会看到'
        }
        value={note}
        onChange={setNote}
        most={200}
        {...(tried && note.trim() === '' && { error: '请写一句说明' })}
      />
      <Submitted of={settle} />
    </Sheet>
  )
}

const sheetOf = (tasks: readonly TaskForStaff[]) => ({
  title: '议事会交办的事',
  notes: [`${whenSaid(now(), now())} 打印`],
  tables: [
    {
      title: null,
      columns: ['什么事', '谁办', '哪天以前', '哪次议事会', '到哪一步', '说明'],
      rows: tasks.map((task) => [
        task.what,
        task.owner.name,
        daySaid(task.due, today()),
        task.meetingTitle,
        taskSaid(task).label,
        task.note ?? '',
      ]),
    },
  ],
})
