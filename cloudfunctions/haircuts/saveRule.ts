import { standing } from '@/domain/haircuts/dates'
import { haircuts, type HaircutRule } from '@/types/haircuts'
import { dayOf, instantOf, type Day, type Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { holds } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { nodes } from '../residents/store'
import { applyRule } from './applyRule'
import { coming } from './coming'
import { exceptionsRefused, planOf } from './plan'
import { datesOn } from './show'
import { haircutRules, ruleId, ruleOf, type RuleDoc } from './store'

const { roles } = haircuts.procedures.saveRule.may

/** The day a recurrence began: a rule that recurs as before goes on counting its weeks from there. */
export const beganOn = (known: RuleDoc | null, { recurrence }: HaircutRule, at: Instant): Day =>
  known?.rule.recurrence === recurrence ? known.since : dayOf(at)

/** Whether a session is long enough for one cut. */
const fits = ({ startsAt, endsAt, minutesPerCut }: HaircutRule): boolean =>
  instantOf('2000-01-01', endsAt) - instantOf('2000-01-01', startsAt) >= minutesPerCut * 60_000

/**
 * Changes how the haircuts recur. Sessions that are open follow at once: they are moved or called off, and everybody in
 * them is told.
 */
export const saveRule = procedure(haircuts, 'saveRule', {
  load: async ({ centre, input }) => {
    const [node, known] = await Promise.all([
      nodes.of(centre).get(input.rule.node, { path: true }),
      ruleOf(centre),
    ])
    return { node, known }
  },
  place: ({ loaded }) => found(loaded.node).path,

  async run({ centre, caller, loaded, input: { key, rev, rule }, at }) {
    const { path } = found(loaded.node)
    const store = haircutRules.of(centre)
    await decide(async (round) => {
      const known = round === 0 ? loaded.known : await ruleOf(centre)
      if (known?.savedBy === key) return
      if (known && !holds(caller, roles, known.path, at)) return fail('NotAllowed')
      if (rev !== (known?.rev ?? 0)) return fail('ChangedMeanwhile')
      if (!fits(rule)) return fail('TimesOutOfOrder')
      const since = beganOn(known, rule, at)
      const plan = await planOf(rule, since, dayOf(at))
      if ('refusal' in plan) return fail(plan.refusal.code)
      const before = known?.rule.exceptions ?? []
      const refusal = await exceptionsRefused(rule, since, dayOf(at), before)
      if (refusal) return fail(refusal.code, refusal.data)
      const { dates } = plan
      const kept = { ...rule, exceptions: standing(rule.exceptions, dayOf(at)) }
      const next = { path, rev: rev + 1, since, savedBy: key, told: 0, owes: true }
      const saved = known
        ? await store.change(
            known._id,
            { ...next, rule: command.set(kept), dates: command.set(dates) },
            { rev },
          )
        : await store.insert({ _id: ruleId(centre), centre, v: 1, ...next, rule: kept, dates })
      return saved ? undefined : again
    })
    await applyRule(centre, at)
    const [saved, sessions] = await Promise.all([ruleOf(centre).then(found), coming(centre, at)])
    return {
      rev: saved.rev,
      dates: datesOn(saved, new Set(sessions.map(({ _id }) => _id)), at),
      told: saved.told,
    }
  },
})
