import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { toTop } from '@/src/platform/toTop'
import { useWriteProposal } from '@/src/queries/proposals'
import { useMe, usePerson } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { replaceBy } from '@/src/routes'
import { categoryNames } from '@/src/words/proposals'
import { voiceCategories, type VoiceCategory } from '@/types/proposals'
import { Whose, useWhose } from '../components/Whose'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'
import { Photos } from '@/src/packages/feedback/components/Photos'
import { filesOf, useSendPhotos, type ChangePhotos, type Taken } from '@/src/queries/taken'

const categories = voiceCategories.map((value) => ({ value, label: categoryNames[value] }))

const nodes = [
  { value: 'building' as const, label: '我们这栋楼', detail: '楼里的居民联名' },
  { value: 'grid' as const, label: '附近几栋楼', detail: '同一个网格的居民联名' },
  { value: 'community' as const, label: '整个社区', detail: '社区里的居民联名' },
  { value: 'centre' as const, label: '整个街道', detail: '所有社区的居民联名' },
]
type About = (typeof nodes)[number]['value']

interface Written {
  title: string
  words: string
  photos: readonly Taken[]
  person: string | undefined
  about: About
  category: VoiceCategory
}

const empty: Written = {
  ...{ title: '', words: '', photos: [], person: undefined },
  ...{ about: 'community', category: 'facilities' },
}

type Step = 'what' | 'about' | 'check'
const steps: readonly Step[] = ['what', 'about', 'check']

/** A proposal for neighbours to co-sign. */
export default function ProposalWrite() {
  const { forResident } = useRouter().params
  const draft = useDraft({ form: 'proposal', forResident }, empty)
  const { typed, change, drop } = draft
  const { title, words, photos, person, about, category } = typed
  const write = useWriteProposal(draft.key)
  useDropWhenWaiting(write.waiting, drop)
  const changePhotos: ChangePhotos = (next) => change((now) => ({ photos: next(now.photos) }))
  const sending = useSendPhotos('proposalPhoto', photos, changePhotos)
  const name = usePerson(forResident).data?.name
  const whose = useWhose(forResident, [person, (next) => change({ person: next })])
  const me = useMe().data
  const who = [me?.person, ...(me?.dependants ?? [])].find((one) => one?.id === whose.value)
  const unverified = who && (who.verification?.until ?? '') < today()
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const step = steps[at] ?? 'what'
  const missing = { title: title.trim() === '', words: words.trim() === '' }
  const show = (next: number) => {
    setTried(false)
    setAt(next)
    toTop()
  }
  const goOn = () =>
    step === 'what' && (missing.title || missing.words) ? setTried(true) : show(at + 1)
  const send = () =>
    write.submit(
      {
        ...{ title: title.trim(), words: words.trim(), about, category },
        photos: filesOf(photos),
        ...whose.forSomeone,
      },
      {
        done: () => {
          drop()
          showToast('写好了，工作人员看过就发布')
          replaceBy('myVoices', {
            fresh: 'proposals',
            ...(forResident !== undefined && { forResident }),
          })
        },
        failed: ({ code }) => {
          if (code === 'TextRefused') show(0)
          if (code === 'HomeNeeded') show(1)
        },
      },
    )
  return (
    <Page
      title={step === 'check' ? '请您看一看，对不对' : '写个提案'}
      subtitle={`${name === undefined ? '' : `替${name} · `}第 ${at + 1} 步，共 ${steps.length} 步`}
      action={
        <>
          <Submitted of={write} />
          {step === 'check' ? (
            <>
              {sending.left && <Notice label="照片还没传完，传完就可以交" />}
              <Button
                label="交给工作人员"
                busy={write.busy || write.waiting}
                off={sending.left}
                onTap={send}
              />
            </>
          ) : (
            <Button label="下一步" onTap={goOn} />
          )}
          {at > 0 && <Button label="上一步" look="quiet" onTap={() => show(at - 1)} />}
        </>
      }
    >
      <SignedIn failed="没有打开" why="登记了名字，答复了才能告诉您">
        {() => (
          <>
            {unverified && (
              <Notice kind="warn" label="写提案要先确认居民身份">
                请带身份证到社区服务台，当场就能办，办好了再来写。
              </Notice>
            )}
            {step === 'what' && (
              <>
                <GoesOn of={draft} />
                <Field
                  label="想办什么事"
                  hint="一句话，比如：楼前装一盏路灯"
                  value={title}
                  onChange={(next) => change({ title: next })}
                  most={30}
                  {...(tried && missing.title && { error: '请写一句，比如：楼前装一盏路灯' })}
                />
                <Field
                  label="为什么，怎么办"
                  kind="lines"
                  hint="邻居和社区都看得到，请不要写别人的名字和门牌"
                  value={words}
                  onChange={(next) => change({ words: next })}
                  most={1000}
                  {...(tried && missing.words && { error: '请写几句，说说为什么要办' })}
                />
                <Photos photos={photos} onChange={changePhotos} sending={sending} most={3} />
                <View>照片发布以后大家都看得到，请不要拍到人脸、门牌、证件和病历。</View>
              </>
            )}
            {step === 'about' && (
              <>
                <Whose label="是谁的提案" whose={whose} />
                <Choice
                  label="说的是哪里的事"
                  options={nodes}
                  value={about}
                  onChange={(next) => change({ about: next })}
                />
                <Choice
                  label="是哪一类"
                  options={categories}
                  value={category}
                  onChange={(next) => change({ category: next })}
                />
              </>
            )}
            {step === 'check' && (
              <>
                <Card label={title.trim()}>
                  <View>{title.trim()}</View>
                  <View>{words.trim()}</View>
                  <View>
                    {nodes.find(({ value }) => value === about)?.label} · {categoryNames[category]}
                  </View>
                  {photos.length > 0 && <View>{photos.length} 张照片</View>}
                </Card>
                <Notice label="发布的时候写您的姓，不写名">
                  您写的话一个字也不改。联名的人够了，社区要在规定的工作日里答复。
                </Notice>
              </>
            )}
          </>
        )}
      </SignedIn>
    </Page>
  )
}
