import { found } from '../kit/failure'
import { serviceFor, type ServiceDoc } from './store'

/** A service as it is planned, without its orders. */
export const plannedService = async ({
  centre,
  input,
}: {
  centre: string
  input: { service: string }
}): Promise<ServiceDoc | null> => (await serviceFor(centre, input.service)).service

/** The node path of a service: where the roles of staff must reach. */
export const servicePlace = ({ loaded }: { loaded: ServiceDoc | null }): readonly string[] =>
  found(loaded).path
