import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Row, Rows } from '@/src/design/Row'
import { Stepper } from '@/src/design/Stepper'
import { daySaid, spanSaid } from '@/src/words/time'
import { instantOf } from '@/types/shared/day'
import { reachable, sessionsOf, type Form, type Repeat, type TypedSession } from '../../form'
import type { PartProps } from '../../part'

const repeats: ReadonlyArray<{ value: Repeat; label: string }> = [
  { value: 'once', label: '只办一次' },
  { value: 'daily', label: '每天一次' },
  { value: 'weekly', label: '每周一次' },
]

const mostSessions = 60
const atFirst = 10

const said = ({ day, start, end }: TypedSession): string =>
  `${daySaid(day, today())} ${spanSaid(instantOf(day, start), instantOf(day, end))}`

/** Plain fields make the list of sessions; each can then be moved or left out: a holiday, another room's day. */
export function When({ form, change, wrong }: PartProps) {
  const { pattern, sessions } = form
  const [editing, setEditing] = useState<number>()
  const [all, setAll] = useState(false)
  const make = (part: Partial<Form['pattern']>) => {
    const next = { ...pattern, ...part }
    setEditing(undefined)
    const made = { pattern: next, sessions: sessionsOf(next) }
    change({ ...made, ...reachable({ ...form, ...made }, now()) })
  }
  const edited = editing === undefined ? undefined : sessions[editing]
  const set = (part: Partial<TypedSession>) =>
    change({
      sessions: sessions.map((session, i) => (i === editing ? { ...session, ...part } : session)),
    })
  return (
    <>
      <Field
        label={pattern.repeat === 'once' ? '哪一天' : '第一次是哪一天'}
        kind="date"
        value={pattern.day}
        onChange={(day) => make({ day })}
      />
      <Field
        label="几点开始"
        kind="time"
        hint="24 小时制，下午 2 点填 14 点"
        value={pattern.start}
        onChange={(start) => make({ start })}
      />
      <Field
        label="几点结束"
        kind="time"
        value={pattern.end}
        onChange={(end) => make({ end })}
        {...(wrong.sessions && { error: wrong.sessions })}
      />
      <Choice
        label="办几次"
        options={repeats}
        value={pattern.repeat}
        onChange={(repeat) =>
          make({ repeat, times: repeat === 'once' ? 1 : Math.max(2, pattern.times) })
        }
      />
      {pattern.repeat !== 'once' && (
        <Stepper
          label="一共几次"
          unit="次"
          least={2}
          most={mostSessions}
          value={pattern.times}
          onChange={(times) => make({ times })}
        />
      )}
      {sessions.length > 1 && (
        <>
          <Heading label={`一共 ${sessions.length} 次，点一次可以改或去掉`} />
          <Rows label="每一次的时间">
            {sessions.slice(0, all ? sessions.length : atFirst).map((session, i) => (
              <Row
                key={`${session.day} ${i}`}
                label={`第 ${i + 1} 次`}
                detail={said(session)}
                onTap={() => setEditing(i === editing ? undefined : i)}
              />
            ))}
          </Rows>
          {!all && sessions.length > atFirst && (
            <Button
              label={`还有 ${sessions.length - atFirst} 次，都看看`}
              look="quiet"
              onTap={() => setAll(true)}
            />
          )}
        </>
      )}
      {edited && editing !== undefined && (
        <>
          <Notice label={`正在改第 ${editing + 1} 次`} />
          <Field
            key={`day ${editing}`}
            label={`第 ${editing + 1} 次改到哪一天`}
            kind="date"
            value={edited.day}
            onChange={(day) => day && set({ day })}
          />
          <Field
            key={`start ${editing}`}
            label={`第 ${editing + 1} 次几点开始`}
            kind="time"
            value={edited.start}
            onChange={(start) => start && set({ start })}
          />
          <Field
            key={`end ${editing}`}
            label={`第 ${editing + 1} 次几点结束`}
            kind="time"
            value={edited.end}
            onChange={(end) => end && set({ end })}
          />
          <Button
            label={`去掉第 ${editing + 1} 次`}
            look="danger"
            onTap={() => {
              change({ sessions: sessions.filter((_, i) => i !== editing) })
              setEditing(undefined)
            }}
          />
          <Button label="改好了" look="quiet" onTap={() => setEditing(undefined)} />
        </>
      )}
    </>
  )
}
