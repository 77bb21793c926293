import { roomOf } from '@/domain/haircuts/balance'
import { lineUp } from '@/domain/haircuts/queue'
import { numberOf, takesUp, waitingOf, type Claim, type Session } from '@/domain/haircuts/session'
import type { Instant } from '@/types/shared/day'

const duplicates = (all: readonly unknown[]) => new Set(all).size < all.length

/** Everything wrong with what a step, decided at a moment, made of a session; empty when all is well. */
export const wrongs = (before: Session, after: Session, at: Instant): string[] => {
  const claims = Object.entries(after.claims)
  const numbered = claims.flatMap(([who, claim]) => numberOf(after.numbers, who, claim) ?? [])
  const waits = claims.filter(([, { state }]) => state === 'waiting').map(([who]) => who)
  const pool = (name: Claim['pool'], session = after) =>
    Object.values(session.claims).filter((claim) => claim.pool === name && takesUp(claim)).length
  // A promise is kept also where the share for walk-ins is taken.
  const strangers = ({ claims: all }: Session) =>
    Object.values(all).filter((one) => one.pool === 'walkIn' && !one.keptFrom && takesUp(one))
      .length
  const { bookable, walkIns } = roomOf(after)
  const left = after.slots.reduce((sum, slot) => sum + slot.left, 0)
  const ahead = after.slots.reduce((sum, slot) => sum + (at < slot.endsAt ? slot.left : 0), 0)
  const running = after.state === 'open' && at < after.endsAt
  const became = (from: Claim['state'], to: Claim['state']) =>
    claims.filter(([who, { state }]) => state === to && before.claims[who]?.state === from)
  // Called from the waitlist when nobody was left in line: the time of somebody who did not come.
  const fromWaitlist = became('waiting', 'called').length
  const line = waitingOf(after)
  const near = [...lineUp(line, at), ...after.waiting].slice(0, 3)
  const missed = claims.filter(([, { pool: of, state }]) => of === 'booked' && state === 'noShow')
  const newlyNear = claims.filter(
    ([who, { twoTold, state }]) =>
      twoTold && before.claims[who]?.twoTold === false && state !== 'called',
  )

  const rules: Record<string, boolean> = {
    'a count is below zero': after.walkInsLeft < 0 || after.slots.some((slot) => slot.left < 0),
    'a number is held twice': duplicates(numbered),
    'somebody with a place has no number': claims.some(
      ([who, claim]) => takesUp(claim) && numberOf(after.numbers, who, claim) === null,
    ),
    'a number went to somebody else': before.numbers.some((who, i) => after.numbers[i] !== who),
    'the line is not who waits':
      duplicates(after.waiting) || [...after.waiting].sort().join() !== [...waits].sort().join(),
    'places are not left or taken': running && left !== Math.max(0, bookable - pool('booked')),
    'the share of walk-ins is not left or taken':
      running && after.walkInsLeft !== Math.max(0, walkIns - pool('walkIn')),
    'more are booked than fit':
      running &&
      pool('booked') > bookable &&
      pool('booked') - fromWaitlist > pool('booked', before),
    'somebody was called from the waitlist past the line':
      fromWaitlist > 0 && waitingOf(before).length > 0,
    'more walked in than fit': strangers(after) > walkIns && strangers(after) > strangers(before),
    'somebody waits beside a free place': running && ahead > 0 && after.waiting.length > 0,
    'somebody is asked beside a free place':
      running && ahead > 0 && claims.some(([, { state }]) => state === 'asked'),
    'somebody was lost': Object.keys(before.claims).some(
      (who) => !after.claims[who] && after.gone[who]?.by === before.gone[who]?.by,
    ),
    'a cancelled key took a number again': claims.some(
      ([who, { key }]) =>
        before.claims[who]?.key !== key && (before.gone[who]?.keys.includes(key) ?? false),
    ),
    'somebody was passed four times': claims.some(([, { passed }]) => passed > 3),
    'somebody was called twice in vain and came back': claims.some(
      ([who, { state, returned }]) =>
        state === 'arrived' &&
        before.claims[who]?.state === 'noShow' &&
        before.claims[who].returned &&
        returned,
    ),
    'somebody on the square was asked': (['arrived', 'called', 'done'] as const).some(
      (state) => became(state, 'asked').length > 0,
    ),
    'somebody without a record was asked, or has a number kept': claims.some(
      ([who, { state }]) =>
        who.startsWith('dl_hx') && (state === 'asked' || state === 'keptForNext'),
    ),
    'who has not answered came before who chose to wait':
      became('asked', 'booked').length > 0 &&
      after.waiting.some((who) => after.claims[who]?.first && before.waiting.includes(who)),
    'somebody far away was told that two are before them': newlyNear.some(
      ([who]) =>
        !near.includes(who) ||
        !(
          line.some((one) => one.who === who && one.due <= at) ||
          (after.waiting.includes(who) && missed.length > 0)
        ),
    ),
    'somebody near was not told though the line moved':
      claims.some(
        ([who, { state }]) => state === 'called' && before.claims[who]?.state !== 'called',
      ) &&
      near.some((who) => {
        const { twoTold, owed } = after.claims[who]!
        const due = line.find((one) => one.who === who)?.due
        return !twoTold && owed === null && due !== undefined && due <= at
      }),
    'people are not the claims':
      [...after.people].sort().join() !==
      claims
        .map(([who]) => who)
        .sort()
        .join(),
    'a claim is in pieces': claims.some(([, { key, by, turn }]) => !key || !by || !turn),
  }
  return Object.keys(rules).filter((rule) => rules[rule])
}
