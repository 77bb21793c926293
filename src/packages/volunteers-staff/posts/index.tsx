import { View } from '@tarojs/components'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { Printing } from '@/src/queries/Printing'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { usePosts } from '@/src/queries/volunteers'
import { cachedAt } from '@/src/queries/when'
import { whenSaid } from '@/src/words/time'
import { shiftKinds } from '@/src/words/volunteers'
import type { Post, Shift } from '@/types/volunteers'
import { useArrangedNodes } from '../arrangedNodes'
import { Editor } from './components/Editor'
import { Kept } from './components/Kept'
import { emptyForm, formOf } from './form'
import { hoursSaid, recurrenceSaid } from './recurrence'
import './index.scss'

/** Ten sheets of paper. */
const mostPrinted = 300

type Doing =
  { what: 'add' } | { what: 'edit'; post: Post } | { what: 'kept'; kept: readonly Shift[] }

/** Posts that are filled again and again; their shifts are made four weeks ahead. */
export default function Posts() {
  const reading = usePosts()
  const cached = cachedAt(reading)
  const node = useArrangedNodes()[0]?.value
  const [doing, setDoing] = useState<Doing>()
  const go = (next: Doing | undefined) => {
    setDoing(next)
    toTop()
  }
  // The sheet holds the whole list, also what was not on the screen yet.
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印前 ${read} 个岗`, 'warn')
  }
  const close = () => go(undefined)
  const saved = (kept: readonly Shift[]) => go(kept.length > 0 ? { what: 'kept', kept } : undefined)
  if (doing?.what === 'kept') return <Kept kept={doing.kept} onClose={close} />
  if (doing?.what === 'edit')
    return <Editor begin={formOf(doing.post)} post={doing.post} onSaved={saved} onClose={close} />
  if (doing?.what === 'add')
    return <Editor begin={emptyForm(node ?? '', today())} onSaved={saved} onClose={close} />
  return (
    <Page
      wide
      title="固定的岗"
      subtitle="定一次，以后每四周的班自动排好"
      {...(cached && { cachedAt: cached })}
      {...(node !== undefined && {
        action: <Button label="加一个岗" drawing="plus" onTap={() => go({ what: 'add' })} />,
      })}
    >
      <Reading of={reading} failed="固定的岗没有打开">
        {(all) =>
          all.length === 0 ? (
            <Empty
              label="还没有固定的岗"
              detail="比如每天早上的护学岗。定好以后，志愿者自己来报，不用每周再排。"
              drawing="calendar"
            />
          ) : (
            <>
              <View className="staff-posts">
                {all.map((post) => (
                  <Row
                    key={post.id}
                    label={post.title}
                    detail={`${recurrenceSaid(post.recurrence)} ${hoursSaid(post)}，${post.placeName}`}
                    drawing={shiftKinds[post.kind].drawing}
                    colour="pine"
                    saying={`${nextSaid(post)}，要 ${post.needed} 人`}
                    onTap={() => go({ what: 'edit', post })}
                  >
                    <Tag
                      label={nextSaid(post)}
                      tone={post.next === null ? 'plain' : 'pine'}
                      drawing={post.next === null ? 'close' : 'calendar'}
                    />
                    <Tag label={`要 ${post.needed} 人`} />
                  </Row>
                ))}
              </View>
              <ReadOn of={reading} />
              <Printing
                label="打印"
                before={readOn}
                sheet={{
                  title: '固定的岗',
                  notes: [`${whenSaid(now(), now())} 打印`],
                  tables: [
                    {
                      title: null,
                      columns: ['岗', '什么时候', '在哪里', '要几人', '值班电话', '保险'],
                      rows: all.map((post) => [
                        post.title,
                        `${recurrenceSaid(post.recurrence)} ${hoursSaid(post)}`,
                        post.placeName,
                        String(post.needed),
                        post.phone ?? '',
                        post.insurance,
                      ]),
                    },
                  ],
                }}
              />
            </>
          )
        }
      </Reading>
    </Page>
  )
}

const nextSaid = ({ next }: Post): string =>
  next === null ? '不再排了' : `下一次 ${whenSaid(next, now())}`
