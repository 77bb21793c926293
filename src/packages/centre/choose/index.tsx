import { chooseCentre, useCentre } from '@/src/api/centre'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { useCentres } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { goBack, goTo } from '@/src/routes'

/** Somebody who goes to more than one centre: each keeps its own record of them, and its own activities. */
export default function Choose() {
  const current = useCentre()
  const reading = useCentres()
  const cached = cachedAt(reading)
  const choose = (code: string, name: string) => {
    if (code === current) return goBack()
    chooseCentre(code)
    showToast(`现在看的是${name}`)
    goTo('today')
  }
  return (
    <Page
      title="换一个中心"
      subtitle="每个中心的报名和会员码是分开的"
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="中心没有打开">
        {({ items }) => (
          <Rows label="中心">
            {items.map(({ code, name }) => (
              <Row
                key={code}
                label={name}
                drawing="house"
                colour="pine"
                {...(code === current && { saying: '正在用' })}
                onTap={() => choose(code, name)}
              >
                {code === current && <Tag label="正在用" tone="pine" drawing="check" />}
              </Row>
            ))}
          </Rows>
        )}
      </Reading>
    </Page>
  )
}
