import { useHolds, usePlaces } from '@/src/queries/residents'
import { useArrangedNodes } from './arrangedNodes'

/** Where meals may be cooked that I answer for: the nodes of my roles, and with the centre's its communities. */
export const useCanteens = (): ReadonlyArray<{ value: string; label: string }> => {
  const mine = useArrangedNodes()
  const all = useHolds()('centreStaff')
  const communities = (usePlaces(undefined, { enabled: all }).data?.items ?? [])
    .filter(({ kind }) => kind === 'community')
    .map(({ id, name }) => ({ value: id, label: name }))
  const named = all ? [...mine, ...communities] : mine
  return [...new Map(named.map((canteen) => [canteen.value, canteen])).values()]
}
