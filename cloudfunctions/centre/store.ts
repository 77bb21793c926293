import type { MessageTemplate } from '@/types/centre'
import type { About, Printout } from '@/types/centre'
import type { Day, Instant } from '@/types/shared/day'
import { everyCentre } from '@/types/shared/envelope'
import { command } from '../kit/cloud'
import { collection, type Stored } from '../kit/collection'
import type { Wish } from '../kit/exports'
import { idOf } from '../kit/ids'

/** What a centre says of itself. */
export interface CentreRecord extends Stored, Omit<About, 'code'> {
  /** The WeChat user who opened it. */
  openedBy: string | null
}

/** What a centre decided, from a day on; the latest that has begun is in force. */
export interface Settings extends Stored {
  from: Day
  /** Templates of subscribe messages, as chosen on WeChat's site. */
  templates: readonly MessageTemplate[]
}

/** The centres of this deployment. There is one such document, and it belongs to none of them. */
export interface Registry extends Stored {
  /** Code → name. */
  centres: Readonly<Record<string, string>>
}

/** Faults one phone reported in one hour. */
export interface ErrorReports extends Stored {
  at: Instant
  reports: readonly {
    key: string
    page: string
    name: string
    place: string
    version: number
    at: Instant
  }[]
}

/** A list that somebody asked for as a file. */
export interface PrintoutWish extends Wish {
  printout: Printout
  /** A code below the list, as a PNG in base64; null without one. */
  code: string | null
}

export const centreRecords = collection<CentreRecord>('centres')
export const registries = collection<Registry>('centre_registry')
export const settings = collection<Settings>('settings')
export const errorReports = collection<ErrorReports>('error_reports')
export const printouts = collection<PrintoutWish>('printouts')

export const centreRecordId = (centre: string): string => idOf(centre, 'about')

export const registryId = idOf(everyCentre, 'centres')

/** What a centre says of itself, or null when there is no such centre. */
export const centreRecordOf = (centre: string): Promise<CentreRecord | null> =>
  centreRecords.of(centre).get(centreRecordId(centre))

/** The settings in force on a day, or null when a centre has none yet. */
export const settingsOn = async (centre: string, day: Day): Promise<Settings | null> => {
  const { documents } = await settings
    .of(centre)
    .page({ where: { from: command.lte(day) }, by: ['from', 'desc'], limit: 1 })
  return documents[0] ?? null
}

/** Codes and names of the centres of this deployment. */
export const allCentres = async (): Promise<{ code: string; name: string }[]> => {
  const registry = await registries.of(everyCentre).get(registryId)
  return Object.entries(registry?.centres ?? {}).map(([code, name]) => ({ code, name }))
}

/** Puts a centre on the list, or its new name. */
export const enrolCentre = async (code: string, name: string): Promise<void> => {
  const registry = registries.of(everyCentre)
  const renamed = await registry.change(registryId, { [`centres.${code}`]: name })
  if (renamed) return
  await registry.insert({ _id: registryId, centre: everyCentre, v: 1, centres: {} })
  await registry.change(registryId, { [`centres.${code}`]: name })
}
