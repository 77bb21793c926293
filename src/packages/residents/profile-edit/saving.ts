import { showToast } from '@/src/design/Toast'
import { useUpdateProfile } from '@/src/queries/residents'
import { goBack } from '@/src/routes'
import type { Subject } from './subject'

/** Sends one changed field of a profile and goes back when it is kept. */
export const useSaving = ({ forResident }: Subject) => {
  const update = useUpdateProfile()
  return {
    ...update,
    save: (change: Omit<Parameters<typeof update.submit>[0], 'forResident'>) =>
      update.submit(
        { ...change, ...(forResident !== undefined && { forResident }) },
        {
          done: () => {
            showToast('记下了')
            goBack()
          },
        },
      ),
  }
}
