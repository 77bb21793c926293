import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { meant, useJoinCase, useSimilarCases } from '@/src/queries/feedback'
import { Submitted } from '@/src/queries/Submitted'
import { replaceBy } from '@/src/routes'
import { caseSaid } from '@/src/words/feedback'
import type { CasePlace, Flow } from '@/types/feedback'

type SimilarProps = {
  flow: Flow | undefined
  place: CasePlace
  forResident: string | undefined
  /** Something was written, photographed or recorded: it is not sent when they join. */
  said: boolean
  onJoined: () => void
}

/** What others reported nearby and is not done yet: one tap says that somebody met with it too. */
export function Similar({ flow, place, forResident, said, onJoined }: SimilarProps) {
  // Words typed below change nothing of where it is.
  const spot: CasePlace =
    'node' in place ? { node: place.node, where: '' } : { ...place, where: '地图' }
  // What is sealed has nothing like it that anybody may know of.
  const asked = flow && !flow.sealed ? { category: flow.category, place: spot } : null
  const found = useSimilarCases(asked && { ...asked, ...meant(forResident) }).data?.cases ?? []
  const join = useJoinCase()
  const [asking, setAsking] = useState<string | null>(null)
  if (found.length === 0) return null
  const joinIt = (id: string) => {
    setAsking(null)
    join.submit(
      { case: id, ...meant(forResident) },
      {
        done: () => {
          showToast('记下了，有进展会告诉您')
          onJoined()
          replaceBy('case', { case: id, ...meant(forResident) })
        },
      },
    )
  }
  return (
    <>
      <Heading label="是不是同一件事？附近已经有人反映了" />
      {found.map(({ id, place: where, category: name, state, joined, follows }) => {
        const stands = caseSaid(state)
        const line = [where, name, stands.label].join(' · ')
        return (
          <Card key={id} label={line}>
            <Heading label={[where, name].filter(Boolean).join(' · ')} level={3} />
            <Tag {...stands} />
            {joined > 0 && <Tag label={`还有 ${joined} 位邻居也遇到了`} />}
            {follows ? (
              <Button
                label="这件您已经跟着了，看看"
                fuller={`这件您已经跟着了，看看，${line}`}
                look="quiet"
                onTap={() => replaceBy('case', { case: id, ...meant(forResident) })}
              />
            ) : (
              <Button
                label="我也遇到了"
                fuller={`我也遇到了，${line}`}
                look="secondary"
                busy={join.busy || join.waiting}
                onTap={() => (said ? setAsking(id) : joinIt(id))}
              />
            )}
          </Card>
        )
      })}
      <Submitted of={join} />
      {asking !== null && (
        <Sheet
          label="跟着邻居的这一件，自己写的不发了？"
          yes={{ label: '跟着邻居的', onTap: () => joinIt(asking) }}
          back="继续写我的"
          onBack={() => setAsking(null)}
        >
          <View>您写的话、拍的照片和录的音都不会发出去。</View>
        </Sheet>
      )}
    </>
  )
}
