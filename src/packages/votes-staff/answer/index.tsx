import { Image, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { tellingPicture } from '@/src/design/picture'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { PersonPicker } from '@/src/packages/residents-staff/components/PersonPicker'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { useUpload } from '@/src/queries/uploads'
import {
  useEnterAnswer,
  useLinkOwner,
  useOwnersCount,
  useRemoveOwner,
} from '@/src/queries/votesStaff'
import { goBack } from '@/src/routes'
import { answerNames, areaSaid, unitsSaid, unitsWith } from '@/src/words/votes'
import { whenSaid } from '@/src/words/time'
import type { Owner, OwnerAnswer, OwnersCount } from '@/types/votes'
import { Picture, type Sent } from '../components/Picture'

const answers = (Object.keys(answerNames) as OwnerAnswer[]).map((value) => ({
  value,
  label: answerNames[value],
}))

/** One owner: what the signed paper says, and whether they answer on their own phone. */
export default function OwnerAnswerPage() {
  const { id = '', owner } = useRouter().params
  const reading = useOwnersCount(id)
  return (
    <Reading of={reading} failed="没有打开">
      {(count) => {
        const known = count.owners.find((one) => one.id === owner)
        return known ? (
          <Form count={count} owner={known} />
        ) : (
          <Page title="业主" action={<Button label="返回" look="quiet" onTap={goBack} />}>
            <Empty label="名单上没有这位业主了" detail="请返回，重新选一位。" drawing="person" />
          </Page>
        )
      }}
    </Reading>
  )
}

function Form({ count: { vote, owners }, owner }: { count: OwnersCount; owner: Owner }) {
  const enter = useEnterAnswer()
  const upload = useUpload('ownerPaper')
  const [answer, setAnswer] = useState<OwnerAnswer>()
  const [photo, setPhoto] = useState<Sent | null>(null)
  const [tried, setTried] = useState(false)
  const open = vote.state === 'open' && vote.mayCallOff
  const units = unitsWith(owners, owner)
  const send = () => {
    setTried(true)
    if (answer === undefined || photo === null) return
    enter.submit(
      { vote: vote.id, owner: owner.id, answer, photo: photo.file },
      {
        done: () => {
          showToast('记下了')
          goBack()
        },
      },
    )
  }
  return (
    <Page
      wide
      title={`${owner.unit} ${owner.name}`}
      subtitle={units.length > 1 ? unitsSaid(units) : areaSaid(owner.area)}
      action={
        open && (
          <>
            <Submitted of={enter} />
            <Button label="记下来" busy={enter.busy || enter.waiting} onTap={send} />
          </>
        )
      }
    >
      {owner.answer !== null && owner.at !== null && (
        <Notice
          label={`现在记的是：${answerNames[owner.answer]}`}
        >{`${owner.enteredBy ?? ''} ${whenSaid(owner.at, now())} ${owner.how === 'paper' ? '照纸录的' : '自己在手机上答的'}`}</Notice>
      )}
      {owner.photo !== null && (
        <Image
          className="paper-picture__one"
          src={owner.photo}
          mode="aspectFit"
          {...tellingPicture('签字的纸')}
        />
      )}
      {open && (
        <>
          <Choice label="纸上写的意见" options={answers} value={answer} onChange={setAnswer} />
          {tried && answer === undefined && <Notice kind="error" label="请照纸上写的选一个" />}
          <Picture
            label="签字的纸"
            why="要看得清意见和签字。"
            picture={photo}
            upload={upload}
            onChange={setPhoto}
            {...(tried && photo === null && { error: '请先拍一张照片' })}
          />
        </>
      )}
      {vote.mayCallOff && <Link vote={vote.id} owner={owner} />}
      {vote.state === 'preparing' && <Remove vote={vote.id} owner={owner} />}
    </Page>
  )
}

/** Who the owner is among our residents; they then answer on their own phone. */
function Link({ vote, owner }: { vote: string; owner: Owner }) {
  const link = useLinkOwner()
  const [looking, setLooking] = useState(false)
  const send = (person: string | null) =>
    link.submit(
      { vote, owner: owner.id, person },
      {
        done: () => {
          showToast(person === null ? '解开了' : '对上了，开始以后会告诉他，他能在手机上答')
          setLooking(false)
        },
      },
    )
  return (
    <>
      <Submitted of={link} />
      {owner.person ? (
        <>
          <View>对上的居民：{owner.person.name}，他能在自己的手机上答。</View>
          <Button label="对错了，解开" look="quiet" busy={link.busy} onTap={() => send(null)} />
        </>
      ) : (
        <Button
          label="和居民对上"
          look="quiet"
          drawing="person"
          onTap={() => setLooking(!looking)}
        />
      )}
      {looking && <PersonPicker label="找这位业主" onPick={({ id }) => send(id)} />}
    </>
  )
}

function Remove({ vote, owner }: { vote: string; owner: Owner }) {
  const remove = useRemoveOwner()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button label="去掉这一位" look="danger" onTap={() => setAsking(true)} />
      {asking && (
        <Sheet
          label={`去掉${owner.name}吗？`}
          yes={{
            label: '去掉',
            danger: true,
            busy: remove.busy || remove.waiting,
            onTap: () =>
              remove.submit(
                { vote, owner: owner.id },
                {
                  done: () => {
                    showToast('去掉了')
                    goBack()
                  },
                },
              ),
          }}
          onBack={() => setAsking(false)}
        >
          <View>{owner.unit} 就不在名单上了，要的话再录一次。</View>
          <Submitted of={remove} />
        </Sheet>
      )}
    </>
  )
}
