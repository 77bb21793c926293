import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { PersonPicker } from '@/src/packages/residents-staff/components/PersonPicker'
import { Reading } from '@/src/queries/Reading'
import { usePerson } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { useUpload } from '@/src/queries/uploads'
import { useEnterPaper, useTurnout } from '@/src/queries/votesStaff'
import { goBack } from '@/src/routes'
import type { VoteForStaff } from '@/types/votes'
import { Picture, type Sent } from '../components/Picture'

/** A signed paper: who signed, what it says, its picture. */
export default function VotePaper() {
  const { id = '', person: given } = useRouter().params
  const reading = useTurnout(id)
  const [person, setPerson] = useState(given)
  return (
    <Reading of={reading} failed="这次表决没有打开">
      {({ vote }) =>
        person === undefined ? (
          <Page wide title="录入纸质票" subtitle="谁签的字">
            <PersonPicker label="找签字的人" onPick={({ id: found }) => setPerson(found)} />
          </Page>
        ) : (
          <Form key={person} vote={vote} person={person} onBack={() => setPerson(undefined)} />
        )
      }
    </Reading>
  )
}

type FormProps = { vote: VoteForStaff; person: string; onBack: () => void }

function Form({ vote, person, onBack }: FormProps) {
  const known = usePerson(person).data
  const enter = useEnterPaper()
  const upload = useUpload('ballotPaper')
  const [choice, setChoice] = useState<string>()
  const [photo, setPhoto] = useState<Sent | null>(null)
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (choice === undefined || photo === null) return
    enter.submit(
      { vote: vote.id, person, choice: Number(choice), photo: photo.file },
      {
        done: () => {
          showToast('录好了，请另一位同事核对')
          goBack()
        },
      },
    )
  }
  return (
    <Page
      wide
      title={known ? `${known.name}签的票` : '录入纸质票'}
      subtitle={known?.homeName ?? vote.question}
      action={
        <>
          <Submitted of={enter} />
          <Button label="录好了" busy={enter.busy || enter.waiting} onTap={send} />
          <Button label="换一个人" look="quiet" onTap={onBack} />
        </>
      }
    >
      <Choice
        label="纸上选的是"
        hint={vote.question}
        options={vote.options.map((label, i) => ({ value: String(i), label }))}
        value={choice}
        onChange={setChoice}
      />
      {tried && choice === undefined && <Notice kind="error" label="请照纸上写的选一个" />}
      <Picture
        label="签字的纸"
        why="要看得清选了什么、谁签的字。核对以后，谁也看不到这张照片。"
        picture={photo}
        upload={upload}
        onChange={setPhoto}
        {...(tried && photo === null && { error: '请先拍一张照片' })}
      />
      <Notice label="要由另一位同事核对才算数">
        算的是录入的时间：之后这家又在手机上投了，就按手机上的。
      </Notice>
    </Page>
  )
}
