import { useState } from 'react'
import { Choice } from '@/src/design/Choice'
import { Notice } from '@/src/design/Notice'
import { Row } from '@/src/design/Row'
import type { Flow } from '@/types/feedback'
import type { ChangeMessage } from '../../draft'

type WhatProps = {
  flows: readonly Flow[]
  category: string | undefined
  missing: boolean
  onChange: ChangeMessage
}

/** What it is about: once it is chosen, the long list makes room for what there is to say. */
export function What({ flows, category, missing, onChange }: WhatProps) {
  const [changing, setChanging] = useState(false)
  const chosen = flows.find((flow) => flow.category === category)
  if (chosen && !changing)
    return (
      <>
        <Row
          label={`是${chosen.name}的事`}
          detail="点一下换一类"
          drawing="bubble"
          colour="blue"
          onTap={() => setChanging(true)}
        />
        {chosen.sealed && (
          <Notice label="这一类是保密的：只有调解员看得到您说了什么，别的工作人员看不到。" />
        )}
      </>
    )
  return (
    <>
      <Choice
        label="是什么事"
        options={flows.map((flow) => ({
          value: flow.category,
          label: flow.name,
          detail: flow.example,
        }))}
        value={category}
        onChange={(next) => {
          setChanging(false)
          onChange({ category: next })
        }}
      />
      {missing && category === undefined && <Notice kind="error" label="请选一选是什么事" />}
    </>
  )
}
