import { useMutationState } from '@tanstack/react-query'
import { submitKey, type Submit } from '@/src/queries/client'

/**
 * Ticks of a session that are on their way or wait for the network: person → whether they are here. Kept with the
 * phone's waiting submits, so they show again after the phone was switched off.
 */
export const usePendingTicks = (
  activity: string,
  session: number,
): ReadonlyMap<string, boolean> => {
  const submits = useMutationState({
    filters: { mutationKey: submitKey, status: 'pending' },
    select: ({ state }) => state.variables as Submit | undefined,
  })
  return new Map(
    submits.flatMap((submit) => {
      if (submit?.module !== 'activities' || submit.procedure !== 'tick') return []
      const { input } = submit
      return input.activity === activity && input.session === session
        ? [[String(input.person), input.present === true] as const]
        : []
    }),
  )
}
