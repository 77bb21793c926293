import { actSaid, entrySaid } from '@/src/packages/centre-staff/audit-log/acts'
import { activities } from '@/types/activities'
import { centre } from '@/types/centre'
import { feedback } from '@/types/feedback'
import { notices } from '@/types/notices'
import { residents } from '@/types/residents'
import { shop } from '@/types/shop'
import type { Contract } from '@/types/shared/contract'
import { volunteers } from '@/types/volunteers'

/** Changes that leave an audit entry: those of staff, and those staff may make for somebody else. */
const audited = ({ module, procedures }: Contract): string[] =>
  Object.entries(procedures)
    .filter(
      ([, { may, act }]) =>
        act === 'change' &&
        (may.who === 'staff' || (may.who === 'resident' && (may.forOthers ?? []).length > 0)),
    )
    .map(([name]) => `${module}.${name}`)

test.each([activities, centre, feedback, notices, residents, shop, volunteers].flatMap(audited))(
  'the audit log says %s in words of its own',
  (procedure) => {
    expect(actSaid(procedure)).not.toBe(actSaid('nothing.known'))
  },
)

test('it says which of the sealed cases somebody looked at', () => {
  const look = { procedure: 'feedback.sealedCase', about: '2026-0312' }
  expect(entrySaid(look)).toBe('看保密的事（2026-0312 号）')
})
