import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { Submitted } from '@/src/queries/Submitted'
import { useSaveOwners } from '@/src/queries/votesStaff'
import { goBack } from '@/src/routes'
import { ownersSaid } from '@/src/words/votes'
import { mostTyped, readOwners } from './read'

/** Owners, one unit a line, as they stand on the deeds. */
export default function OwnersEnter() {
  const { id = '' } = useRouter().params
  const save = useSaveOwners()
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const { owners, wrong } = readOwners(typed)
  const error =
    wrong !== null
      ? `第 ${wrong} 行没有看懂。请写成：哪一套 姓名 面积，中间空一格`
      : owners.length === 0
        ? '请先写一行'
        : owners.length > mostTyped
          ? `一次最多 ${mostTyped} 行，请分几次录`
          : null
  const names = new Set(owners.map(({ name }) => name))
  const area = owners.reduce((sum, owner) => sum + owner.area, 0)
  const send = () => {
    setTried(true)
    if (error !== null) return
    save.submit(
      { vote: id, owners },
      {
        done: () => {
          showToast(`录好了 ${owners.length} 套`)
          goBack()
        },
      },
    )
  }
  return (
    <Page
      wide
      title="录业主"
      subtitle="一行一套，照房产证"
      action={
        <>
          <Submitted of={save} />
          <Button label="录进去" busy={save.busy || save.waiting} onTap={send} />
        </>
      }
    >
      <Field
        label="业主"
        kind="lines"
        hint="一行一套：哪一套 姓名 面积。比如：2-301 李秀英 89.50"
        most={4000}
        value={typed}
        onChange={setTyped}
        {...(tried && error !== null && { error })}
      />
      {wrong === null && owners.length > 0 && (
        <View>
          看懂了 {owners.length} 套，{ownersSaid({ owners: names.size, area })}
        </View>
      )}
      <Notice label="录过的一套再录一次，就是改正它">
        名字一样的算同一位业主，有几套也只算一位。同名不是同一个人的，请在名字后面写明，比如：王芳（大）。可以从表格里整列复制过来。
      </Notice>
    </Page>
  )
}
