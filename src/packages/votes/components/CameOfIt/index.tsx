import { Row } from '@/src/design/Row'
import { goTo } from '@/src/routes'

type CameOfItProps = { vote: string | null; project: string | null }

/** On a proposal: the vote that is held on it, and the project it became. */
export function CameOfIt({ vote, project }: CameOfItProps) {
  return (
    <>
      {vote !== null && (
        <Row
          label="看投票"
          detail="一户一票，结果在这里"
          drawing="hand"
          colour="gold"
          onTap={() => goTo('vote', { id: vote })}
        />
      )}
      {project !== null && (
        <Row
          label="看项目"
          detail="做到哪一步了"
          drawing="house"
          colour="pine"
          onTap={() => goTo('project', { id: project })}
        />
      )}
    </>
  )
}
