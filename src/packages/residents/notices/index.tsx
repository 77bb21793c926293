import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useMarkRead, useNotices } from '@/src/queries/notices'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { noticeSaid } from '@/src/words/notices'
import { whenSaid } from '@/src/words/time'
import type { Notice } from '@/types/notices'

/** One call marks as many at most. */
const mostMarked = 20

/** What I and my people were told, newest first; a tap leads to the thing. */
export default function Notices() {
  const me = useMe().data?.person?.id ?? null
  const reading = useNotices({ enabled: me !== null })
  const mark = useMarkRead()
  const cached = cachedAt(reading)
  const unread = (reading.data ?? []).filter(({ read }) => !read).map(({ id }) => id)
  return (
    <Page title="消息" {...(cached && { cachedAt: cached })}>
      <SignedIn failed="消息没有打开" why="登记了名字才收得到消息">
        {() => (
          <Reading of={reading} failed="消息没有打开">
            {(notices) =>
              notices.length === 0 ? (
                <Empty label="还没有消息" detail="报了名、有变化，都会写在这里。" drawing="bell" />
              ) : (
                <>
                  <Submitted of={mark} />
                  <Rows label="消息">
                    {notices.map((notice) => (
                      <Line
                        key={notice.id}
                        notice={notice}
                        me={me}
                        onRead={() => mark.submit({ notices: [notice.id] })}
                      />
                    ))}
                  </Rows>
                  {unread.length > 0 && (
                    <Button
                      label="都看过了"
                      look="quiet"
                      busy={mark.busy || mark.waiting}
                      onTap={() => mark.submit({ notices: unread.slice(0, mostMarked) })}
                    />
                  )}
                  <ReadOn of={reading} />
                </>
              )
            }
          </Reading>
        )}
      </SignedIn>
    </Page>
  )
}

type LineProps = { notice: Notice; me: string | null; onRead: () => void }

function Line({ notice, me, onRead }: LineProps) {
  const at = now()
  const { title, detail, drawing, leads } = noticeSaid(notice, me, at)
  const open = () => {
    if (!notice.read) onRead()
    if (leads) goTo(leads.route, leads.params)
  }
  const when = whenSaid(notice.at, at)
  return (
    <Row
      label={title}
      detail={detail}
      drawing={drawing}
      colour={notice.read ? 'soft' : 'brick'}
      saying={[notice.read ? '' : '还没看', when].filter(Boolean).join('，')}
      onTap={open}
    >
      {!notice.read && <Tag label="还没看" tone="brick" />}
      <Tag label={when} />
    </Row>
  )
}
