import { now, today } from '@/src/api/clock'
import { Heading } from '@/src/design/Heading'
import { Row, Rows } from '@/src/design/Row'
import { servingNames } from '@/src/words/canteen'
import { mealNames } from '@/src/words/meals'
import { daySaid, spanSaid, whenSaid } from '@/src/words/time'
import type { ServiceDraft } from '@/types/canteen'
import { instantOf } from '@/types/shared/day'
import { steps, stepTitles, type Step } from '../../form'

type CheckProps = {
  draft: ServiceDraft
  names: ReadonlyMap<string, string>
  onGo: (step: Step) => void
}

/** What a step says, in a line. */
const saidOf = (step: Step, draft: ServiceDraft, names: ReadonlyMap<string, string>): string => {
  switch (step) {
    case 'when': {
      const span = spanSaid(
        instantOf(draft.day, draft.startsAt),
        instantOf(draft.day, draft.endsAt),
      )
      return `${daySaid(draft.day, today())}${mealNames[draft.meal]}，${span}`
    }
    case 'where':
      return `${draft.placeName}，${draft.kinds.map((kind) => servingNames[kind]).join('、')}`
    case 'ordering':
      return `${whenSaid(draft.cutOff, now())} 截止预订，留 ${draft.counterPercent}% 给没有预订的人`
    case 'dishes':
      return draft.offers
        .map(({ dish, portions }) => `${names.get(dish) ?? '一个菜'} ${portions} 份`)
        .join('、')
    case 'check':
      return ''
  }
}

/** The whole meal in a few lines, each the way back to where it is typed. */
export function Check({ draft, names, onGo }: CheckProps) {
  return (
    <>
      <Heading label="点一下就能改" />
      <Rows label="这一餐">
        {steps
          .filter((step) => step !== 'check')
          .map((step) => (
            <Row
              key={step}
              label={stepTitles[step]}
              detail={saidOf(step, draft, names)}
              onTap={() => onGo(step)}
            />
          ))}
      </Rows>
    </>
  )
}
