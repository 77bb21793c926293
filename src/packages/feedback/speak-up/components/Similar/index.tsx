import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
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
  onJoined: () => void
}

/** What others reported nearby and is not done yet: one tap says that somebody met with it too. */
export function Similar({ flow, place, forResident, onJoined }: SimilarProps) {
  // Words typed below change nothing of where it is.
  const spot: CasePlace =
    'node' in place ? { node: place.node, where: '' } : { ...place, where: '地图' }
  // What is sealed has nothing like it that anybody may know of.
  const asked = flow && !flow.sealed ? { category: flow.category, place: spot } : null
  const found = useSimilarCases(asked && { ...asked, ...meant(forResident) }).data?.cases ?? []
  const join = useJoinCase()
  if (found.length === 0) return null
  return (
    <>
      <Heading label="是不是同一件事？附近已经有人反映了" />
      {found.map(({ id, place: where, category: name, state, joined, follows }) => {
        const said = caseSaid(state)
        const line = [where, name, said.label].join(' · ')
        return (
          <Card key={id} label={line}>
            <Heading label={[where, name].filter(Boolean).join(' · ')} level={3} />
            <Tag {...said} />
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
                onTap={() =>
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
              />
            )}
          </Card>
        )
      })}
      <Submitted of={join} />
    </>
  )
}
