import { useRouter } from '@tarojs/taro'
import type { ComponentType } from 'react'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { useStaffCase } from '@/src/queries/feedbackStaff'
import { Reading } from '@/src/queries/Reading'
import type { CaseAct } from '@/types/feedback'
import { actNames } from '../words'
import type { FormProps } from './components/Form'
import { Correct } from './forms/Correct'
import { Give } from './forms/Give'
import { Invite } from './forms/Invite'
import { Move } from './forms/Move'
import { Rang } from './forms/Rang'
import { Refuse } from './forms/Refuse'
import { Release } from './forms/Release'
import { Reply } from './forms/Reply'
import { Say } from './forms/Say'
import { Split } from './forms/Split'
import { Unmerge } from './forms/Unmerge'

/** What each act asks for. Taking, merging and looking at pictures have places of their own. */
const forms: Readonly<Partial<Record<CaseAct, ComponentType<FormProps>>>> = {
  solve: Say,
  note: Say,
  askBack: Say,
  refer: Say,
  transcribe: Say,
  rang: Rang,
  reply: Reply,
  invite: Invite,
  handOver: Give,
  rise: Move,
  giveBack: Move,
  refuse: Refuse,
  release: Release,
  unmerge: Unmerge,
  split: Split,
  correct: Correct,
}

/** One act on a case. */
export default function ActOnCase() {
  const { case: id = '', act = '' } = useRouter().params
  const reading = useStaffCase(id)
  const known = reading.data
  const Form = forms[act as CaseAct]
  if (known && Form && known.may.includes(act as CaseAct))
    return <Form one={known} act={act as CaseAct} />
  return (
    <Page title={actNames[act as CaseAct]?.label ?? '办理'}>
      <Reading of={reading} failed="这件事没有打开">
        {() => (
          <Empty
            label="这件事现在不能这样办了"
            detail="请返回，看看现在到哪一步了。"
            drawing="bubble"
          />
        )}
      </Reading>
    </Page>
  )
}
