import { View } from '@tarojs/components'
import { useState } from 'react'
import { currentCentre } from '@/src/api/centre'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { webAddress } from '@/src/platform/webAddress'
import { useIssueDisplay } from '@/src/queries/centre'
import { useHaircutRule } from '@/src/queries/haircuts'
import { Submitted } from '@/src/queries/Submitted'
import { address } from '@/src/routes'
import { NewLink } from '../NewLink'

const linkOf = (token: string): string =>
  `${webAddress()}#${address('haircutBoard', { centre: currentCentre() ?? '', display: token })}`

/** A link for the screen of the square: one serves every month's haircuts. Nothing where there are none. */
export function IssueBoard() {
  const rule = useHaircutRule().data?.rule
  const issue = useIssueDisplay()
  const [link, setLink] = useState<string>()
  if (!rule) return null
  if (link !== undefined)
    return <NewLink link={link} shows="义剪叫号屏" onClose={() => setLink(undefined)} />
  return (
    <Card label="义剪叫号的屏幕">
      <Heading label="义剪叫号的屏幕" />
      <View>广场上的屏幕打开链接，就显示叫到几号。每个月都用这一个链接。</View>
      <Submitted of={issue} />
      <Button
        label="给叫号屏发链接"
        look="secondary"
        busy={issue.busy || issue.waiting}
        onTap={() =>
          issue.submit(
            { shows: 'haircuts', thing: rule.node },
            { done: ({ token }) => setLink(linkOf(token)) },
          )
        }
      />
    </Card>
  )
}
