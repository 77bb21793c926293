import { sumsOf } from '@/domain/projects/match'
import { isLate, nextOf } from '@/domain/projects/project'
import { maskName } from '@/domain/residents/masking'
import { dayOf, type Instant } from '@/types/shared/day'
import type {
  Fund,
  FundLine,
  FundLineForStaff,
  Project,
  ProjectForStaff,
  ProjectLine,
} from '@/types/projects'
import { addressesOf } from '../kit/files'
import { checksOf, passedOf } from '../media/checks'
import { personsNow } from '../residents/store'
import { command } from '../kit/cloud'
import {
  fundId,
  fundLines,
  funds,
  reversalOf,
  type FundDoc,
  type FundLineDoc,
  type ProjectDoc,
} from './store'

export const lineOf = (project: ProjectDoc, at: Instant): ProjectLine => {
  const { _id: id, title, nodeName, state, milestones, hasFund } = project
  const next = state === 'going' ? nextOf(milestones) : null
  return {
    ...{ id, title, nodeName, state, hasFund },
    done: milestones.filter(({ done }) => done !== null).length,
    of: milestones.length,
    next: next && { name: next.name, due: next.due, late: isLate(next, dayOf(at)) },
  }
}

const fundOf = async ({ centre, _id, hasFund }: ProjectDoc): Promise<Fund | null> => {
  const fund = hasFund ? await funds.of(centre).get(fundId(centre, _id)) : null
  return fund && { rule: fund.rule, sums: sumsOf(fund) }
}

const filesOf = ({ milestones }: ProjectDoc): string[] =>
  milestones.flatMap(({ before, after }) => [...before, ...after])

const partsOf = async (project: ProjectDoc, at: Instant) => {
  const { centre, _id, owner } = project
  const files = filesOf(project)
  const [fund, checks, addresses, people] = await Promise.all([
    fundOf(project),
    files.length > 0 ? checksOf(centre, _id) : new Map(),
    addressesOf(files),
    personsNow(centre, [owner]),
  ])
  const base = {
    ...lineOf(project, at),
    words: project.words,
    ownerName: people.get(owner)?.facts.name ?? '',
    because: project.because,
    proposal: project.proposal,
    vote: project.vote,
    startedAt: project.startedAt,
  }
  return { fund, checks, addresses, base }
}

/** The steps of a project, with their pictures as the reader may see them. */
const milestonesOf = <P>(
  { milestones, state }: ProjectDoc,
  at: Instant,
  pictures: (files: readonly string[]) => P[],
) =>
  milestones.map((one) => ({
    id: one.id,
    name: one.name,
    due: one.due,
    done: one.done && { at: one.done.at, note: one.done.note },
    late: state === 'going' && isLate(one, dayOf(at)),
    before: pictures(one.before),
    after: pictures(one.after),
  }))

/** A project as residents see it: pictures that passed the check, and nobody's name but who answers for it. */
export const projectShown = async (project: ProjectDoc, at: Instant): Promise<Project> => {
  const { fund, checks, addresses, base } = await partsOf(project, at)
  const seen = (files: readonly string[]) =>
    passedOf(files, checks).flatMap((file) => addresses.get(file) ?? [])
  return {
    ...base,
    fund,
    milestones: milestonesOf(project, at, seen),
  }
}

/** A project as staff see it, with what became of each picture. */
export const projectForStaff = async (
  project: ProjectDoc,
  at: Instant,
): Promise<ProjectForStaff> => {
  const { fund, checks, addresses, base } = await partsOf(project, at)
  const shown = (files: readonly string[]) =>
    files.map((id) => ({
      id,
      url: addresses.get(id) ?? null,
      state: checks.get(id) ?? ('waiting' as const),
    }))
  return {
    ...base,
    node: project.node,
    owner: project.owner,
    rev: project.rev,
    fund,
    milestones: milestonesOf(project, at, shown),
  }
}

/** Who gave, as everybody may read it: a unit by its name, a person masked and only when they agreed. */
const giverOf = ({ name, named, unit }: FundLineDoc): string =>
  !named || name === null || name === '' ? '不具名' : unit ? name : maskName(name)

export const publicLine = (line: FundLineDoc): FundLine => {
  const { _id: id, kind, own, matched, spent, day, what, because, at } = line
  return { ...{ id, kind, own, matched, spent, day, because, at }, title: what ?? giverOf(line) }
}

/** Lines as staff see them: names as they are on record, and what can still be taken back. */
export const linesForStaff = async (
  { centre, open }: FundDoc,
  lines: readonly FundLineDoc[],
): Promise<FundLineForStaff[]> => {
  if (lines.length === 0) return []
  const [backs, names, addresses] = await Promise.all([
    fundLines.of(centre).find({
      where: { _id: command.in(lines.map(({ _id }) => reversalOf(_id))) },
      limit: lines.length,
      fields: { _id: true },
    }),
    personsNow(centre, [...new Set(lines.map(({ by }) => by))]),
    addressesOf(lines.flatMap(({ photo }) => photo ?? [])),
  ])
  const back = new Set([...backs.map(({ _id }) => _id), ...Object.keys(open)])
  return lines.map((line) => {
    const { name, named, how, receiptNo, photo, by, kind, _id } = line
    const reversed = back.has(reversalOf(_id))
    return {
      ...publicLine(line),
      ...{ name, named, how, receiptNo, reversed },
      photo: photo === null ? null : (addresses.get(photo) ?? null),
      by: names.get(by)?.facts.name ?? '',
      mayReverse: kind !== 'reversal' && !reversed,
    }
  })
}
