import { Button } from '@/src/design/Button'
import type { CallError } from '@/src/api/call'
import { goTo } from '@/src/routes'
import type { Whose } from '../Who'

/** The way on for who said yes and is no volunteer yet. */
export function RegisterFirst({ error, whose }: { error: CallError | null; whose: Whose }) {
  if (error?.code !== 'NotAVolunteer') return null
  return (
    <Button
      label={`登记${whose.name}成志愿者`}
      look="secondary"
      drawing="heart"
      onTap={() => goTo('volunteerRegister', whose.forSomeone)}
    />
  )
}
