import { today } from '@/src/api/clock'
import { CallButton } from '@/src/design/CallButton'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useToday } from '@/src/queries/centre'
import { useProjects } from '@/src/queries/projects'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { nextSaid, projectSaid } from '@/src/words/projects'

/** Projects of the places I live in. */
export default function Projects() {
  const reading = useProjects({ enabled: Boolean(useMe().data?.person) })
  const cached = cachedAt(reading)
  const phone = useToday().data?.phone
  return (
    <Page title="居民项目" subtitle="做到哪一步，都在这里" {...(cached && { cachedAt: cached })}>
      <SignedIn failed="没有打开" why="登记了名字和住址，才知道哪些和您家有关">
        {() => (
          <Reading of={reading} failed="没有打开">
            {(projects) => (
              <>
                {projects.length === 0 && (
                  <Empty
                    label="现在没有项目"
                    detail="大家提的、投票定下来的事，做起来就会出现在这里。"
                    drawing="house"
                  />
                )}
                <Rows label="居民项目">
                  {projects.map((project) => {
                    const said = projectSaid(project)
                    return (
                      <Row
                        key={project.id}
                        label={project.title}
                        detail={`${project.nodeName} · ${nextSaid(project, today())}`}
                        drawing="house"
                        colour="pine"
                        saying={said.label}
                        onTap={() => goTo('project', { id: project.id })}
                      >
                        <Tag {...said} />
                      </Row>
                    )
                  })}
                </Rows>
                <ReadOn of={reading} />
              </>
            )}
          </Reading>
        )}
      </SignedIn>
      {phone && <CallButton label="打电话给社区" phone={phone} />}
    </Page>
  )
}
