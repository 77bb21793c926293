import type { ReactNode } from 'react'
import { useMe } from '@/src/queries/residents'
import { Reading } from '@/src/queries/Reading'
import type { Me, MyPerson } from '@/types/residents'
import { SignIn } from '../SignIn'

/** Me, once I have a name here. */
export type KnownMe = Me & { person: MyPerson }

type SignedInProps = {
  /** What could not be opened, when it fails. */
  failed: string
  /** Why a name is needed, before the first sign-in: 加家人要先登记您的名字. */
  why: string
  children: (me: KnownMe) => ReactNode
}

/** What only somebody with a name can see; whoever has none yet is asked for it right here. */
export function SignedIn({ failed, why, children }: SignedInProps) {
  const reading = useMe()
  return (
    <Reading of={reading} failed={failed}>
      {(me) =>
        me.person ? (
          children({ ...me, person: me.person })
        ) : (
          <SignIn label={why} goOn="写好了，继续" />
        )
      }
    </Reading>
  )
}
