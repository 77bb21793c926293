import { Row } from '@/src/design/Row'
import { goTo } from '@/src/routes'

type CarryOnProps = {
  proposal: { id: string; title: string; vote: string | null; project: string | null }
}

/** On a proposal, for staff: what came of it, or what can be made of it. */
export function CarryOn({ proposal: { id, title, vote, project } }: CarryOnProps) {
  const asked = title.slice(0, 40)
  return (
    <>
      {vote === null ? (
        <>
          <Row
            label="开始各户投票"
            detail="一户一票"
            drawing="hand"
            colour="gold"
            onTap={() => goTo('voteOpen', { proposal: id, question: asked })}
          />
          <Row
            label="请业主表态"
            detail="加装电梯这样的事，按面积和人数算"
            drawing="house"
            colour="gold"
            onTap={() => goTo('ownersCountOpen', { proposal: id })}
          />
        </>
      ) : (
        <Row
          label="看投票"
          drawing="hand"
          colour="gold"
          onTap={() => goTo('staffVote', { id: vote })}
        />
      )}
      <Row
        label={project === null ? '变成项目' : '看项目'}
        drawing="house"
        colour="pine"
        onTap={() =>
          project === null
            ? goTo('projectEdit', { proposal: id, title: asked })
            : goTo('staffProject', { id: project })
        }
      />
    </>
  )
}
