import { now } from '@/src/api/clock'
import { Row } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { goTo } from '@/src/routes'
import {
  categoryNames,
  decisionNames,
  forNames,
  meetingSaid,
  proposalSaid,
  wishSaid,
} from '@/src/words/proposals'
import { whenSaid } from '@/src/words/time'
import type { MeetingCard, ProposalCard, Wish } from '@/types/proposals'

export function WishRow({ wish, onTap }: { wish: Wish; onTap?: () => void }) {
  const stands = wishSaid(wish.state)
  const who = [wish.name, `给${forNames[wish.forWhom]}`, categoryNames[wish.category]]
  return (
    <Row
      label={wish.title}
      detail={[...who, wish.claimedBy && `${wish.claimedBy}认领`].filter(Boolean).join(' · ')}
      drawing="heart"
      colour="brick"
      saying={stands.label}
      onTap={onTap ?? (() => goTo('wish', { wish: wish.id }))}
    >
      <Tag {...stands} />
    </Row>
  )
}

export function ProposalRow({ proposal, onTap }: { proposal: ProposalCard; onTap?: () => void }) {
  const { id, title, nodeName, count, threshold, state, decision, wishes } = proposal
  const stands = proposalSaid(state)
  return (
    <Row
      label={title}
      detail={[
        nodeName,
        `${count} 人联名，要 ${threshold} 人`,
        wishes > 0 && `${wishes} 个心愿合成的`,
        decision && `议事会${decisionNames[decision]}`,
      ]
        .filter(Boolean)
        .join(' · ')}
      drawing="bubble"
      colour="blue"
      saying={stands.label}
      onTap={onTap ?? (() => goTo('proposal', { proposal: id }))}
    >
      <Tag {...stands} />
    </Row>
  )
}

export function MeetingRow({ meeting, onTap }: { meeting: MeetingCard; onTap?: () => void }) {
  const { id, title, placeName, nodeName, startsAt, left } = meeting
  const stands = meetingSaid(meeting, now())
  const open = meeting.state === 'called' && now() < meeting.endsAt
  return (
    <Row
      label={title}
      detail={[
        whenSaid(startsAt, now()),
        placeName,
        nodeName,
        open && (left > 0 ? `还有 ${left} 个位置` : '位置满了'),
      ]
        .filter(Boolean)
        .join(' · ')}
      drawing="calendar"
      colour="gold"
      saying={stands.label}
      onTap={onTap ?? (() => goTo('meeting', { meeting: id }))}
    >
      <Tag {...stands} />
    </Row>
  )
}
