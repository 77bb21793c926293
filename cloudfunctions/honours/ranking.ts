import { placed } from '@/domain/honours/ranking'
import { honours as contract } from '@/types/honours'
import { dayOf, monthOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { isNamed, namedToday } from './named'
import { monthMinutes } from './store'

/** Some of them may have taken their consent back since they were counted. */
const mostRead = 100
const mostShown = 30

export const ranking = procedure(contract, 'ranking', {
  async run({ centre, caller, input, at }) {
    const today = dayOf(at)
    const month = input.month ?? monthOf(today)
    const { documents } = await monthMinutes.of(centre).page({
      where: { month, minutes: command.gt(0) },
      by: ['minutes', 'desc'],
      limit: mostRead,
    })
    const named = await namedToday(
      centre,
      documents.map(({ person }) => person),
      today,
    )
    const mine: readonly string[] = caller ? idsOf(caller.person) : []
    const shown = documents.filter((row) => isNamed(named, row))
    return {
      month,
      places: placed(shown)
        .slice(0, mostShown)
        .map(({ person, place, minutes }) => ({
          place,
          name: named.get(person)!.facts.name,
          minutes,
          mine: mine.includes(person),
        })),
    }
  },
})
