import { Image, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { CallError, type OutputOf } from '@/src/api/call'
import { wordsFor } from '@/src/api/words'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { tellingPicture } from '@/src/design/picture'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useBoardDraft, usePublish, useUnpublish } from '@/src/queries/caseBoard'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { goBack, replaceBy } from '@/src/routes'
import type { BoardDraft } from '@/types/shared/caseBoard'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'
import './index.scss'

type Shown = OutputOf<'feedback', 'boardDraft'>

/** Puts a solved matter on the public board, in words that name nobody. */
export default function BoardEdit() {
  const { case: one = '' } = useRouter().params
  const reading = useBoardDraft(one)
  if (reading.data) return <Form key={one} one={one} known={reading.data} />
  return (
    <Page title="公开办好的事" action={<Button label="返回" look="quiet" onTap={goBack} />}>
      <Reading of={reading} failed="这件事没有打开">
        {() => null}
      </Reading>
    </Page>
  )
}

const without = 'none'

function Form({ one, known }: { one: string; known: Shown }) {
  const unpublish = useUnpublish()
  const { communityName, buildingName, pictures, mayShow, shown } = known
  // As it was when it was opened: read again under the form, it is not what they began from.
  const [before] = useState<BoardDraft>(
    known.draft ?? { title: '', words: '', place: 'community', before: null, after: null },
  )
  const begun = useDraft({ form: 'board', thing: one }, before)
  const { typed: draft, change, drop } = begun
  const publish = usePublish(begun.key)
  useDropWhenWaiting(publish.waiting, drop)
  const [tried, setTried] = useState(false)
  const [taking, setTaking] = useState(false)
  const missing = { title: draft.title.trim() === '', words: draft.words.trim() === '' }
  const naming =
    publish.error instanceof CallError && publish.error.code === 'NamesSomebody'
      ? String(publish.error.data?.field ?? '')
      : ''
  const errorOf = (field: 'title' | 'words', ask: string) => {
    if (naming === `draft.${field}` && publish.error) return { error: wordsFor(publish.error) }
    return tried && missing[field] ? { error: ask } : {}
  }
  const send = () => {
    setTried(true)
    if (missing.title || missing.words) return
    publish.submit(
      { case: one, draft: { ...draft, title: draft.title.trim(), words: draft.words.trim() } },
      {
        done: () => {
          drop()
          showToast('公开了，居民现在就看得到')
          replaceBy('solvedBoard')
        },
      },
    )
  }
  const options = [
    { value: without, label: '不放照片' },
    ...pictures.map(({ id, from }, i) => ({
      value: id,
      label: `第 ${i + 1} 张`,
      detail: from === 'staff' ? '工作人员拍的' : '居民拍的，他同意公开',
    })),
  ]
  return (
    <Page
      wide
      title={shown ? '改公开的话' : '公开办好的事'}
      subtitle={[known.number && `${known.number} 号`, known.category].filter(Boolean).join(' · ')}
      action={
        <>
          <Submitted of={publish} />
          <Button
            label={shown ? '存好' : '公开'}
            busy={publish.busy || publish.waiting}
            onTap={send}
          />
          {shown && <Button label="撤下来" look="danger" onTap={() => setTaking(true)} />}
        </>
      }
    >
      <GoesOn of={begun} />
      <Notice label="大家都看得到，谁的名字都不要写">
        {mayShow
          ? '反映的居民同意公开他拍的照片。'
          : '只能放工作人员拍的照片；居民的照片要他自己同意。'}
      </Notice>
      <Field
        label="题目"
        hint="比如：楼下的路灯亮了"
        most={30}
        value={draft.title}
        onChange={(title) => change({ title })}
        {...errorOf('title', '请写一个题目，最多 30 个字')}
      />
      <Field
        label="怎么办好的"
        hint="比如：电工换了灯泡，晚上出门看得清了"
        kind="lines"
        most={300}
        value={draft.words}
        onChange={(words) => change({ words })}
        {...errorOf('words', '请写几句怎么办好的')}
      />
      <Choice
        label="写上地方吗"
        options={[
          { value: 'none', label: '不写' },
          ...(communityName === '' ? [] : [{ value: 'community' as const, label: communityName }]),
          ...(buildingName === ''
            ? []
            : [{ value: 'building' as const, label: buildingName, detail: '写到楼，别写到户' }]),
        ]}
        value={draft.place}
        onChange={(place) => change({ place })}
      />
      {pictures.length > 0 && (
        <>
          <View className="board-edit__pictures">
            {pictures.map(({ id, url }, i) => (
              <Image
                key={id}
                className="board-edit__picture"
                src={url}
                mode="aspectFit"
                {...tellingPicture(`第 ${i + 1} 张`)}
              />
            ))}
          </View>
          {(['before', 'after'] as const).map((when) => (
            <Choice
              key={when}
              label={when === 'before' ? '办之前的照片' : '办好以后的照片'}
              options={options}
              value={draft[when] ?? without}
              onChange={(id) => change({ [when]: id === without ? null : id })}
            />
          ))}
        </>
      )}
      {taking && (
        <Sheet
          label="把这一条撤下来吗？"
          yes={{
            label: '是的，撤下来',
            danger: true,
            busy: unpublish.busy,
            onTap: () =>
              unpublish.submit(
                { case: one },
                {
                  done: () => {
                    showToast('撤下来了')
                    goBack()
                  },
                },
              ),
          }}
          onBack={() => setTaking(false)}
        >
          <View>居民看不到了。写的话留着，可以再公开。</View>
          <Submitted of={unpublish} />
        </Sheet>
      )}
    </Page>
  )
}
