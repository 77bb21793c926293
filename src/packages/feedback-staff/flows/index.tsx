import { Button } from '@/src/design/Button'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { useFlows } from '@/src/queries/feedbackStaff'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { flowSaid } from '../words'

/** What residents can speak about, and who has how long for it. */
export default function CaseFlows() {
  const reading = useFlows()
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="办理流程"
      subtitle="改了以后，新来的事按新的办，在办的不变"
      {...(cached && { cachedAt: cached })}
      action={<Button label="加一类" drawing="plus" onTap={() => goTo('caseFlow')} />}
    >
      <Reading of={reading} failed="办理流程没有打开">
        {({ flows }) => (
          <Rows label="办理流程">
            {flows.map((flow) => (
              <Row
                key={flow.category}
                label={flow.name}
                detail={flowSaid(flow)}
                drawing="book"
                colour={flow.retired ? 'soft' : 'gold'}
                saying={[flow.sealed ? '只有调解员看' : '', flow.retired ? '停用了' : '']
                  .filter(Boolean)
                  .join('，')}
                onTap={() => goTo('caseFlow', { category: flow.category })}
              >
                {flow.sealed && <Tag label="只有调解员看" tone="blue" />}
                {flow.retired && <Tag label="停用了" />}
              </Row>
            ))}
          </Rows>
        )}
      </Reading>
    </Page>
  )
}
