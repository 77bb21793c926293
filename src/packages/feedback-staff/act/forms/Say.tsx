import { View } from '@tarojs/components'
import { useState } from 'react'
import { Switch } from '@/src/design/Switch'
import { showToast } from '@/src/design/Toast'
import { useCaseAct } from '@/src/queries/feedbackStaff'
import { Photos } from '@/src/packages/feedback/components/Photos'
import { filesOf, useSendPhotos, type ChangePhotos, type Taken } from '@/src/queries/taken'
import { goBack } from '@/src/routes'
import type { CaseAct } from '@/types/feedback'
import { Words } from '../../components/Words'

import { Form, type FormProps } from '../components/Form'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

interface Saying {
  label: string
  hint: string
  most: number
  told: string
  done: string
  photos?: true
}

const sayings: Readonly<Partial<Record<CaseAct, Saying>>> = {
  solve: {
    label: '怎么办好的',
    hint: '居民会看到。比如：灯泡换好了，晚上亮了',
    most: 500,
    told: '居民会收到通知，请他看一看、说一声。他 14 天里说没办好，就交给上一级。',
    done: '记下了，等居民确认',
    photos: true,
  },
  note: {
    label: '记什么',
    hint: '比如：去看过了，明天请电工来',
    most: 500,
    told: '',
    done: '记下了',
    photos: true,
  },
  askBack: {
    label: '问什么',
    hint: '比如：是门口左边那盏灯，还是右边那盏？',
    most: 300,
    told: '居民回答以前不算在期限里；14 天没有回答，就接着办。',
    done: '问了，等居民回答',
  },
  refer: {
    label: '跟部门怎么说',
    hint: '居民也会看到。比如：小学门口没有斑马线，请来看看',
    most: 300,
    told: '这里只是记下来，请您按平时的办法发给部门。部门答复以前由您盯着。',
    done: '记下了，等部门答复',
  },
  transcribe: {
    label: '录音说的是',
    hint: '方言也请写成普通话的意思',
    most: 1000,
    told: '原来的录音一直都在。',
    done: '写好了',
  },
}

const empty = { words: '', photos: [] as readonly Taken[], inside: false }

/** An act that is words, some with photos. */
export function Say({ one, act }: FormProps) {
  const saying = sayings[act]!
  const draft = useDraft({ form: `act.${act}`, thing: one.id }, empty)
  const { typed, change, drop } = draft
  const { words, photos, inside } = typed
  const says = act as 'solve' | 'note' | 'askBack' | 'refer' | 'transcribe'
  const send = useCaseAct(says, draft.key)
  useDropWhenWaiting(send.waiting, drop)
  const changePhotos: ChangePhotos = (next) => change((now) => ({ photos: next(now.photos) }))
  const sending = useSendPhotos('casePhoto', photos, changePhotos)
  const [tried, setTried] = useState(false)
  const said = words.trim()
  const submit = () => {
    setTried(said === '')
    if (said === '' || sending.left) return
    const files = filesOf(photos)
    const step = { case: one.id, rev: one.rev }
    const input = {
      ...step,
      ...(act === 'transcribe' ? { said } : { words: said }),
      ...(saying.photos && { photos: files }),
      ...(act === 'note' && { inside }),
    }
    send.submit(input as Parameters<typeof send.submit>[0], {
      done: () => {
        drop()
        showToast(saying.done)
        goBack()
      },
    })
  }
  return (
    <Form one={one} act={act} of={{ ...send, busy: send.busy || sending.left }} onSend={submit}>
      <GoesOn of={draft} />
      {act === 'refer' && <View>转给：{one.department}</View>}
      <Words
        label={saying.label}
        hint={saying.hint}
        value={words}
        onChange={(next) => change({ words: next })}
        most={saying.most}
        error={tried && said === '' ? '请写一句话' : undefined}
      />
      {saying.photos && <Photos photos={photos} onChange={changePhotos} sending={sending} />}
      {act === 'note' && (
        <Switch
          label="只给工作人员看"
          detail="打开了，居民看不到这一笔"
          on={inside}
          onChange={(on) => change({ inside: on })}
        />
      )}
      {act === 'solve' && one.reporter?.id === null ? (
        <View>
          {one.reporter.phone === null
            ? '来电的人没有登记，也没有留电话，没法告诉他。'
            : '来电的人没有登记，收不到通知。记下以后请打电话告诉他，这件事会在“要打电话的”里。'}
        </View>
      ) : (
        saying.told !== '' && <View>{saying.told}</View>
      )}
    </Form>
  )
}
