import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { Printing } from '@/src/queries/Printing'
import { useStaffProjects, type ProjectView } from '@/src/queries/projects'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useHolds } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { nextSaid, projectSaid } from '@/src/words/projects'
import type { ProjectLine } from '@/types/projects'

const views: ReadonlyArray<{ value: ProjectView; label: string }> = [
  { value: 'going', label: '正在做的' },
  { value: 'late', label: '晚了的' },
  { value: 'over', label: '结束的' },
]

/** Projects of my nodes: what comes next first. */
export default function StaffProjects() {
  const [view, setView] = useState<ProjectView>('going')
  const reading = useStaffProjects(view)
  const keeps = useHolds()('communityStaff', 'centreStaff')
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="居民项目"
      subtitle="步骤、照片、自筹和配捐的账"
      {...(cached && { cachedAt: cached })}
      action={
        keeps && <Button label="开一个项目" drawing="plus" onTap={() => goTo('projectEdit')} />
      }
    >
      <Tabs label="看哪些" tabs={views} value={view} onChange={setView} />
      <Reading of={reading} failed="没有打开">
        {(projects) => (
          <>
            {projects.length === 0 && <Empty label="这里现在没有项目" drawing="house" />}
            <Rows label="项目">
              {projects.map((project) => {
                const said = projectSaid(project)
                return (
                  <Row
                    key={project.id}
                    label={project.title}
                    detail={`${project.nodeName} · ${nextSaid(project, today())}`}
                    drawing="house"
                    colour={project.next?.late ? 'brick' : 'pine'}
                    saying={said.label}
                    onTap={() => goTo('staffProject', { id: project.id })}
                  >
                    <Tag {...said} />
                  </Row>
                )
              })}
            </Rows>
            <ReadOn of={reading} />
            {projects.length > 0 && <Printing label="打印名单" sheet={sheetOf(projects)} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

const sheetOf = (projects: readonly ProjectLine[]) => ({
  title: '居民项目',
  notes: [],
  tables: [
    {
      title: null,
      columns: ['项目', '范围', '做到哪里', '怎么样了'],
      rows: projects.map((project) => [
        project.title,
        project.nodeName,
        nextSaid(project, today()),
        projectSaid(project).label,
      ]),
    },
  ],
})
