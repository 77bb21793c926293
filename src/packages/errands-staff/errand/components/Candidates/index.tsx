import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Sheet } from '@/src/design/Sheet'
import { Switch } from '@/src/design/Switch'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { useAskForErrand } from '@/src/queries/errandsStaff'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goTo } from '@/src/routes'
import { nearSaid } from '@/src/words/errands'
import { skillNames } from '@/src/words/skills'
import type { ErrandCandidate, ErrandForStaff } from '@/types/errands'
import { Call } from '../Call'

type CandidatesProps = { errand: ErrandForStaff; candidates: readonly ErrandCandidate[] }

/** Whom to ask, best first, each with why. */
export function Candidates({ errand, candidates }: CandidatesProps) {
  const finds = useHolds()('gridWorker', 'communityStaff', 'centreStaff')
  const [finding, setFinding] = useState(false)
  const [saying, setSaying] = useState<{ id: string; name: string }>()
  return (
    <>
      <Heading label="请谁去" />
      {candidates.length === 0 && (
        <Empty
          label="登记过的志愿者里没有合适的"
          detail="可以按名字找一位熟悉的志愿者，打电话问问。"
          drawing="heart"
        />
      )}
      {candidates.map((one) => (
        <CandidateCard
          key={one.id}
          errand={errand.id}
          candidate={one}
          finds={finds}
          onSaidYes={() => setSaying(one)}
        />
      ))}
      {finds &&
        (finding ? (
          <FindPerson
            label="谁去"
            onPick={(person) => {
              setFinding(false)
              setSaying(person)
            }}
          />
        ) : (
          <Button label="找别的志愿者" look="quiet" drawing="plus" onTap={() => setFinding(true)} />
        ))}
      {saying && <SaidYes errand={errand} person={saying} onBack={() => setSaying(undefined)} />}
    </>
  )
}

type CandidateCardProps = {
  errand: string
  candidate: ErrandCandidate
  /** I may open people's records. */
  finds: boolean
  onSaidYes: () => void
}

const answers: Readonly<Record<'asked' | 'accepted' | 'declined', string>> = {
  asked: '问过了，还没回答',
  accepted: '答应了',
  declined: '说没空',
}

function CandidateCard({ errand, candidate, finds, onSaidYes }: CandidateCardProps) {
  const ask = useAskForErrand()
  const { id, name, skills, near, askedLately, answer, busy, contact } = candidate
  const why = [
    skills.map((skill) => skillNames[skill]).join('、'),
    nearSaid(near),
    askedLately === 0 ? '最近没请过' : `最近 90 天请过 ${askedLately} 次`,
  ].filter(Boolean)
  return (
    <Card label={`${name}，${why.join('，')}`}>
      <Heading label={name} level={3} />
      <View>{why.join(' · ')}</View>
      {(answer !== null || busy) && (
        <View>
          {answer !== null && (
            <Tag
              label={answers[answer]}
              tone={answer === 'declined' ? 'plain' : answer === 'asked' ? 'gold' : 'pine'}
            />
          )}
          {busy && <Tag label="那个时间没空" tone="brick" />}
        </View>
      )}
      <Submitted of={ask} />
      {contact ? (
        <Call errand={errand} person={id} name={name} />
      ) : (
        <View>没有同意给人看电话，请发消息请他。</View>
      )}
      {answer !== 'asked' && answer !== 'accepted' && (
        <Button
          label="发消息请他"
          fuller={`发消息请他，${name}`}
          look="secondary"
          drawing="bell"
          busy={ask.busy || ask.waiting}
          onTap={() =>
            ask.submit(
              { errand, person: id, saidYes: false },
              { done: () => showToast(`已经请${name}了`) },
            )
          }
        />
      )}
      {answer !== 'accepted' && (
        <Button
          label="电话里答应了"
          fuller={`${name}电话里答应了`}
          look="quiet"
          drawing="check"
          onTap={onSaidYes}
        />
      )}
      {finds && (
        <Button
          label="看他的资料"
          fuller={`看他的资料，${name}`}
          look="quiet"
          drawing="person"
          onTap={() => goTo('person', { person: id })}
        />
      )}
    </Card>
  )
}

type SaidYesProps = {
  errand: ErrandForStaff
  person: { id: string; name: string }
  onBack: () => void
}

/** Puts down who said yes by phone, and whether the resident may see their number. */
function SaidYes({ errand, person, onBack }: SaidYesProps) {
  const ask = useAskForErrand()
  const [showPhone, setShowPhone] = useState(false)
  const send = () =>
    ask.submit(
      { errand: errand.id, person: person.id, saidYes: true, showPhone },
      {
        done: () => {
          showToast(`记下了，${person.name}去`)
          onBack()
        },
      },
    )
  return (
    <Sheet
      label={`${person.name}答应去了？`}
      yes={{ label: '是的，记下', busy: ask.busy, onTap: send }}
      back={ask.waiting ? '知道了' : '返回'}
      onBack={onBack}
    >
      <View>他会收到通知。人够了，居民也会收到通知。</View>
      <Switch
        label="他同意居民看到他的电话"
        detail="没问过就不要打开"
        on={showPhone}
        onChange={setShowPhone}
      />
      <Submitted of={ask} />
    </Sheet>
  )
}
