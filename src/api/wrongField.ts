import { CallError } from './call'

/** The field a refused input was wrong in, such as `name` or `home.room`; null for every other answer. */
export const wrongField = (error: unknown): string | null =>
  error instanceof CallError && error.code === 'InvalidInput' && error.data?.field !== undefined
    ? String(error.data.field).replace(/^input\./, '')
    : null
