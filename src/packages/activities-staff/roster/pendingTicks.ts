import { useMutationState } from '@tanstack/react-query'
import { submitKey, type Submit } from '@/src/queries/client'

/**
 * Ticks of a session that are on their way or wait for the network: person → whether they are here. Kept with the
 * phone's waiting submits, so they show again after the phone was switched off. `waiting` counts those that need the
 * network.
 */
export const usePendingTicks = (
  activity: string,
  session: number,
): { of: ReadonlyMap<string, boolean>; waiting: number } => {
  const ticks = useMutationState({
    filters: { mutationKey: submitKey, status: 'pending' },
    select: ({ state }) => ({
      submit: state.variables as Submit | undefined,
      paused: state.isPaused,
    }),
  }).filter(
    ({ submit }) =>
      submit?.module === 'activities' &&
      submit.procedure === 'tick' &&
      submit.input.activity === activity &&
      submit.input.session === session,
  )
  return {
    of: new Map(
      ticks.map(({ submit }) => [String(submit?.input.person), submit?.input.present === true]),
    ),
    waiting: ticks.filter(({ paused }) => paused).length,
  }
}
