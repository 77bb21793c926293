import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useDecideWish } from '@/src/queries/proposalsStaff'
import { Submitted } from '@/src/queries/Submitted'
import type { WishForStaff } from '@/types/proposals'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

const empty = { publish: 'yes' as 'yes' | 'no', title: '', words: '', because: '' }

/** The words that everybody reads, or why it is not published. What was written stays above. */
export function Decide({ wish, onClose }: { wish: WishForStaff; onClose: () => void }) {
  const draft = useDraft({ form: 'publish', thing: wish.id }, empty)
  const { typed, change, drop } = draft
  const { publish, title, words, because } = typed
  const decide = useDecideWish(draft.key)
  useDropWhenWaiting(decide.waiting, drop)
  const [tried, setTried] = useState(false)
  const yes = publish === 'yes'
  const missing = yes ? title.trim() === '' || words.trim() === '' : because.trim() === ''
  const send = () => {
    setTried(true)
    if (missing) return
    decide.submit(
      {
        wish: wish.id,
        ...(yes
          ? { publish: { title: title.trim(), words: words.trim() } }
          : { because: because.trim() }),
      },
      {
        done: () => {
          drop()
          showToast(yes ? '发布了，邻居可以认领了' : '告诉许愿的人了')
          onClose()
        },
      },
    )
  }
  return (
    <Page
      title="发布这个心愿吗"
      action={
        <>
          <Submitted of={decide} />
          <Button
            label={yes ? '确定发布' : '确定不发布'}
            busy={decide.busy || decide.waiting}
            onTap={send}
          />
          <Button label="返回" look="quiet" onTap={onClose} />
        </>
      }
    >
      <GoesOn of={draft} />
      <Card label="居民写的">
        <View>{wish.original}</View>
      </Card>
      <Choice
        label="发布不发布"
        options={[
          { value: 'yes', label: '发布' },
          { value: 'no', label: '不发布' },
        ]}
        value={publish}
        onChange={(next) => change({ publish: next })}
      />
      {yes ? (
        <>
          <Field
            label="标题"
            hint="比如：一副老花镜"
            value={title}
            onChange={(next) => change({ title: next })}
            most={30}
            {...(tried && title.trim() === '' && { error: '请写一个标题' })}
          />
          <Field
            label="公开的话"
            hint="不要写名字、门牌、电话和病情"
            value={words}
            onChange={(next) => change({ words: next })}
            most={200}
            {...(tried && words.trim() === '' && { error: '请用一句话说清楚要什么' })}
          />
        </>
      ) : (
        <Field
          label="为什么不发布"
          hint="许愿的人会看到"
          value={because}
          onChange={(next) => change({ because: next })}
          most={100}
          {...(tried && because.trim() === '' && { error: '请写一句原因' })}
        />
      )}
    </Page>
  )
}
