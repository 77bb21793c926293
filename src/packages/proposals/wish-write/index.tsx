import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Switch } from '@/src/design/Switch'
import { showToast } from '@/src/design/Toast'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { toTop } from '@/src/platform/toTop'
import { useWriteWish } from '@/src/queries/proposals'
import { usePerson } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { replaceBy } from '@/src/routes'
import { categoryNames, forNames } from '@/src/words/proposals'
import { voiceCategories, wishFor, type VoiceCategory, type WishFor } from '@/types/proposals'
import { Whose, useWhose } from '../components/Whose'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'
import { Photos } from '@/src/packages/feedback/components/Photos'
import { filesOf, useSendPhotos, type ChangePhotos, type Taken } from '@/src/queries/taken'

const categories = voiceCategories.map((value) => ({ value, label: categoryNames[value] }))
const whom = wishFor.map((value) => ({ value, label: forNames[value] }))

interface Written {
  words: string
  photos: readonly Taken[]
  person: string | undefined
  forWhom: WishFor
  category: VoiceCategory
  showName: boolean
  showPhone: boolean
}

const unwritten: Written = {
  ...{ words: '', photos: [], person: undefined, forWhom: 'elder', category: 'living' },
  ...{ showName: false, showPhone: false },
}

type Step = 'what' | 'about' | 'check'
const steps: readonly Step[] = ['what', 'about', 'check']

/** A wish of my own, of somebody I act for, or of somebody at the counter. */
export default function WishWrite() {
  const { forResident } = useRouter().params
  const draft = useDraft({ form: 'wish', forResident }, unwritten)
  const { typed, change, drop } = draft
  const { words, photos, person, forWhom, category, showName, showPhone } = typed
  const write = useWriteWish(draft.key)
  useDropWhenWaiting(write.waiting, drop)
  const changePhotos: ChangePhotos = (next) => change((now) => ({ photos: next(now.photos) }))
  const sending = useSendPhotos('proposalPhoto', photos, changePhotos)
  const name = usePerson(forResident).data?.name
  const whose = useWhose(forResident, [person, (next) => change({ person: next })])
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const step = steps[at] ?? 'what'
  const empty = words.trim() === ''
  const show = (next: number) => {
    setTried(false)
    setAt(next)
    toTop()
  }
  const goOn = () => (step === 'what' && empty ? setTried(true) : show(at + 1))
  const send = () =>
    write.submit(
      {
        ...{ words: words.trim(), category, forWhom, showName, showPhone },
        photos: filesOf(photos),
        ...whose.forSomeone,
      },
      {
        done: () => {
          drop()
          showToast('写好了，工作人员看过就发布')
          replaceBy('myVoices', {
            fresh: 'written',
            ...(forResident !== undefined && { forResident }),
          })
        },
        failed: ({ code }) => code === 'TextRefused' && show(0),
      },
    )
  return (
    <Page
      title={step === 'check' ? '请您看一看，对不对' : '许个心愿'}
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
      <SignedIn failed="没有打开" why="登记了名字，实现了才能告诉您">
        {() => (
          <>
            {step === 'what' && (
              <>
                <GoesOn of={draft} />
                <Field
                  label="想要什么，想办什么"
                  hint="比如：想要一副老花镜。发布的时候由工作人员写，不会写您的名字"
                  value={words}
                  onChange={(next) => change({ words: next })}
                  most={200}
                  {...(tried && empty && { error: '请写一句，比如：想学会手机视频通话' })}
                />
                <Photos photos={photos} onChange={changePhotos} sending={sending} most={3} />
                <View>照片发布以后大家都看得到，请不要拍到人脸、门牌、证件和病历。</View>
              </>
            )}
            {step === 'about' && (
              <>
                <Whose label="是谁的心愿" whose={whose} />
                <Choice
                  label="给谁的"
                  options={whom}
                  value={forWhom}
                  onChange={(next) => change({ forWhom: next })}
                />
                <Choice
                  label="是哪一类"
                  options={categories}
                  value={category}
                  onChange={(next) => change({ category: next })}
                />
                <Switch
                  label="让大家看到我的姓"
                  detail="只写姓，比如 李**"
                  on={showName}
                  onChange={(on) => change({ showName: on })}
                />
                <Switch
                  label="认领的人可以打我电话"
                  detail="不同意的话，请他找社区转告"
                  on={showPhone}
                  onChange={(on) => change({ showPhone: on })}
                />
              </>
            )}
            {step === 'check' && (
              <>
                <Card label="您写的心愿">
                  <View>{words.trim()}</View>
                  <View>
                    给{forNames[forWhom]} · {categoryNames[category]}
                  </View>
                  {photos.length > 0 && <View>{photos.length} 张照片</View>}
                  <View>{showName ? '写姓，不写名' : '不写名字'}</View>
                  <View>{showPhone ? '认领的人可以打电话' : '认领的人找社区转告'}</View>
                </Card>
                <Notice label="工作人员看过，用一句话发布出来，邻居和单位就能认领" />
              </>
            )}
          </>
        )}
      </SignedIn>
    </Page>
  )
}
