import { useRouter } from '@tarojs/taro'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { useDisplays } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { DisplayRow } from './components/DisplayRow'
import { Issue } from './components/Issue'
import { IssueBoard } from './components/IssueBoard'

/** Screens on the wall that show check-in codes or haircut numbers without anybody signed in: a link for each, to be taken back at any time. */
export default function Displays() {
  const { activity } = useRouter().params
  const reading = useDisplays()
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="墙上的屏幕"
      subtitle="电视、电脑打开链接就能显示，不用登录"
      {...(cached && { cachedAt: cached })}
    >
      <Issue {...(activity !== undefined && { activity })} />
      {activity === undefined && <IssueBoard />}
      <Heading label="正在用的链接" />
      <Reading of={reading} failed="链接没有打开">
        {({ items }) =>
          items.length === 0 ? (
            <Empty label="现在没有屏幕在用" detail="发了链接，就会出现在这里。" drawing="qr" />
          ) : (
            <>
              {items.map((item) => (
                <DisplayRow key={item.id} display={item} />
              ))}
            </>
          )
        }
      </Reading>
    </Page>
  )
}
