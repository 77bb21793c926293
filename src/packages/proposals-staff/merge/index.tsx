import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { useMergeWishes, useStaffWishes } from '@/src/queries/proposalsStaff'
import { usePublishers } from '@/src/queries/publishers'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { replaceBy } from '@/src/routes'
import { categoryNames } from '@/src/words/proposals'
import { voiceCategories, type VoiceCategory } from '@/types/proposals'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

const categories = voiceCategories.map((value) => ({ value, label: categoryNames[value] }))

interface Written {
  chosen: string[]
  title: string
  words: string
  picked: string | undefined
  category: VoiceCategory
}

const empty: Written = {
  ...{ chosen: [], title: '', words: '', picked: undefined, category: 'facilities' },
}

/** Several open wishes alike become one proposal: which, then in what words. */
export default function MergeWishes() {
  const reading = useStaffWishes('open', undefined)
  const { nodes } = usePublishers()
  const draft = useDraft({ form: 'merge' }, empty)
  const { typed, change, drop } = draft
  const { chosen, title, words, picked, category } = typed
  const merge = useMergeWishes(draft.key)
  useDropWhenWaiting(merge.waiting, drop)
  const [writing, setWriting] = useState(false)
  const [tried, setTried] = useState(false)
  const node = picked ?? nodes[0]?.id ?? ''
  const wrong =
    chosen.length < 2 ? '请至少选两个心愿' : chosen.length > 20 ? '一次最多合 20 个心愿' : ''
  const show = (next: boolean) => {
    setTried(false)
    setWriting(next)
    toTop()
  }
  const send = () => {
    setTried(true)
    if (title.trim() === '' || words.trim() === '') return
    merge.submit(
      { wishes: chosen, title: title.trim(), words: words.trim(), node, category },
      {
        done: ({ id }) => {
          drop()
          showToast('合成提案了，许愿的人都会收到通知')
          replaceBy('staffProposal', { proposal: id })
        },
        failed: ({ code }) => {
          if (code !== 'NotMergeable') return
          change({ chosen: [] })
          show(false)
        },
      },
    )
  }
  if (!writing)
    return (
      <Page
        title="把心愿合成提案"
        subtitle="选两个以上差不多的"
        action={
          <>
            <Submitted of={merge} />
            <Button label="下一步" onTap={() => (wrong === '' ? show(true) : setTried(true))} />
          </>
        }
      >
        <GoesOn of={draft} />
        {tried && wrong !== '' && <Notice kind="error" label={wrong} />}
        <Reading of={reading} failed="心愿没有打开">
          {(wishes) =>
            wishes.length === 0 ? (
              <Empty
                label="现在没有等人认领的心愿"
                detail="发布了的心愿才能合并。"
                drawing="heart"
              />
            ) : (
              <>
                <Choice
                  many
                  label="哪几个心愿"
                  options={wishes.map((wish) => ({
                    value: wish.id,
                    label: wish.public?.title ?? '',
                    detail: `${wish.person.name} · ${wish.communityName} · ${categoryNames[wish.category]}`,
                  }))}
                  value={chosen}
                  onChange={(next) => change({ chosen: next })}
                />
                <ReadOn of={reading} />
              </>
            )
          }
        </Reading>
      </Page>
    )
  return (
    <Page
      title="提案怎么写"
      subtitle={`${chosen.length} 个心愿合在一起`}
      action={
        <>
          <Submitted of={merge} />
          <Button label="合成提案，开始联名" busy={merge.busy || merge.waiting} onTap={send} />
          <Button label="上一步" look="quiet" onTap={() => show(false)} />
        </>
      }
    >
      <Field
        label="标题"
        value={title}
        onChange={(next) => change({ title: next })}
        most={30}
        {...(tried && title.trim() === '' && { error: '请写一个标题' })}
      />
      <Field
        label="为什么，怎么办"
        kind="lines"
        value={words}
        onChange={(next) => change({ words: next })}
        most={1000}
        {...(tried && words.trim() === '' && { error: '请写几句' })}
      />
      <Choice
        label="说的是哪里的事"
        options={nodes.map(({ id, name }) => ({ value: id, label: name }))}
        value={node}
        onChange={(next) => change({ picked: next })}
      />
      <Choice
        label="是哪一类"
        options={categories}
        value={category}
        onChange={(next) => change({ category: next })}
      />
      <Notice label="许愿的人写在最前面，只写姓">他们要联名，还得自己点一下，或者签纸质表。</Notice>
    </Page>
  )
}
