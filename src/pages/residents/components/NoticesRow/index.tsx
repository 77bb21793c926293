import { Row } from '@/src/design/Row'
import { useToday } from '@/src/queries/centre'
import { goTo } from '@/src/routes'

/** The way to what I was told, with how much of it I have not seen. */
export function NoticesRow() {
  const unread = useToday().data?.unread.length ?? 0
  return (
    <Row
      label="消息"
      detail={unread > 0 ? `${unread} 条还没看` : '报名、变更、提醒都在这里'}
      drawing="bell"
      colour="brick"
      onTap={() => goTo('notices')}
    />
  )
}
