import { today } from '@/src/api/clock'
import { Empty } from '@/src/design/Empty'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { Remind } from '@/src/pages/centre/components/Remind'
import type { useErrandsToDo } from '@/src/queries/errands'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { goTo } from '@/src/routes'
import { errandSaid, errandWhenSaid } from '@/src/words/errands'
import type { ErrandToDo } from '@/types/errands'

type PromisedProps = {
  reading: ReturnType<typeof useErrandsToDo>
  past: boolean
}

const detailOf = ({ name, address, what, ...when }: ErrandToDo): string =>
  [errandWhenSaid(when, today()), name, address, what].filter(Boolean).join(' · ')

/** What I promised, soonest first; or what I did. */
export function Promised({ reading, past }: PromisedProps) {
  return (
    <Reading of={reading} failed="没有打开">
      {(errands) => (
        <>
          {errands.length === 0 && !reading.hasNextPage && (
            <Empty
              label={past ? '还没有做过' : '现在没有答应的'}
              detail={past ? '帮过的忙会记在这里。' : '在“附近要帮的”里挑一件。'}
              drawing="heart"
            />
          )}
          <Rows label={past ? '做过的' : '我答应的'}>
            {errands.map((errand) => {
              const stands = errandSaid(errand.state)
              return (
                <Row
                  key={errand.id}
                  label={errand.kind.name}
                  detail={detailOf(errand)}
                  drawing="hand"
                  colour="pine"
                  saying={stands.label}
                  onTap={() => goTo('errandToDo', { errand: errand.id })}
                >
                  <Tag {...stands} />
                </Row>
              )
            })}
          </Rows>
          {!past && errands.length > 0 && <Remind after="helping" />}
          <ReadOn of={reading} />
        </>
      )}
    </Reading>
  )
}
