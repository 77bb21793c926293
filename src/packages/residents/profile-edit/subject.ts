import type { MyPerson } from '@/types/residents'

/** Whose profile is edited, with what is known; `forResident` when it is not me. */
export type Subject = Pick<
  MyPerson,
  'id' | 'name' | 'phone' | 'birthDate' | 'home' | 'homeName' | 'emergencyContact'
> & { forResident: string | undefined }
