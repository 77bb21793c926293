import { firstRule } from '@/domain/canteen/price'
import { canteen } from '@/types/canteen'
import { procedure, wholeCentre } from '../kit/procedure'
import { tariffOf, type Tariff } from './store'

/** All tables there were, the one of the opening first. */
export const priceRules = procedure(canteen, 'priceRules', {
  load: ({ centre }) => tariffOf(centre),
  place: wholeCentre,

  run: async ({ loaded }) => ({
    rules: [{ ...firstRule, key: '', enteredBy: '' }, ...(loaded?.tables ?? [])].map(tableShown),
  }),
})

export const tableShown = ({
  id,
  from,
  bands,
  cap,
  enteredAt,
  enteredBy,
}: Tariff['tables'][number]) => ({
  ...{ id, from, cap, enteredAt, enteredBy },
  bands: bands.map((band) => ({ ...band })),
})
