import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useTeams } from '@/src/queries/volunteerRecords'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { placesSaid } from '@/src/words/volunteers'

/** The teams of the centre; those of my nodes lead to their members and what can be changed. */
export default function StaffTeams() {
  const reading = useTeams(undefined)
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="志愿队"
      {...(cached && { cachedAt: cached })}
      action={<Button label="成立一支队" drawing="plus" onTap={() => goTo('teamEdit')} />}
    >
      <Reading of={reading} failed="志愿队没有打开">
        {(teams) =>
          teams.length === 0 ? (
            <Empty
              label="还没有志愿队"
              detail="点下面成立一支，志愿者马上看得到，自己来加入。"
              drawing="family"
            />
          ) : (
            <>
              <Rows label="志愿队">
                {teams.map((team) => (
                  <Row
                    key={team.id}
                    label={team.name}
                    detail={team.leader ? `队长：${team.leader.name}` : '还没有队长'}
                    drawing="family"
                    colour="pine"
                    saying={placesSaid(team).label}
                    {...(team.mayEdit && { onTap: () => goTo('teamEdit', { team: team.id }) })}
                  >
                    <Tag {...placesSaid(team)} />
                  </Row>
                ))}
              </Rows>
              <ReadOn of={reading} />
            </>
          )
        }
      </Reading>
    </Page>
  )
}
