import { useMutationState } from '@tanstack/react-query'
import { submitKey, type Submit } from '@/src/queries/client'

/** Whom a waiting submit ticks or unticks, and which. */
const ticked = ({ procedure, input }: Submit): [person: string, present: boolean][] => {
  if (procedure === 'tick') return [[String(input.person), input.present === true]]
  return (input.persons as readonly string[]).map((person) => [person, true])
}

/**
 * Ticks of a session that are on their way or wait for the network: person → whether they are here. Kept with the
 * phone's waiting submits, so they show again after the phone was switched off. `waiting` counts those that need the
 * network.
 */
export const usePendingTicks = (
  activity: string,
  session: number,
): { of: ReadonlyMap<string, boolean>; waiting: number } => {
  const submits = useMutationState({
    filters: { mutationKey: submitKey, status: 'pending' },
    select: ({ state }) => ({
      submit: state.variables as Submit | undefined,
      paused: state.isPaused,
    }),
  })
  const ticks = submits.flatMap(({ submit, paused }) =>
    submit?.module === 'activities' &&
    (submit.procedure === 'tick' || submit.procedure === 'tickAll') &&
    submit.input.activity === activity &&
    submit.input.session === session
      ? ticked(submit).map(([person, present]) => ({ person, present, paused }))
      : [],
  )
  return {
    of: new Map(ticks.map(({ person, present }) => [person, present])),
    waiting: ticks.filter(({ paused }) => paused).length,
  }
}
