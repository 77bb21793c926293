import {
  admitted,
  graceMs,
  recognised,
  saysTooMuch,
  ticketMs,
  type Announced,
  type FileKind,
  type Ticket,
} from '@/domain/centre/uploads'
import { stripped } from '@/domain/media/strip'
import type { Instant } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import type { UploadPurpose } from '@/types/shared/uploads'
import { again, decide, repeat } from './attempts'
import { command } from './cloud'
import { collection, type Stored } from './collection'
import { fail } from './failure'
import { fileAt, keepFile, readFile, removeFiles } from './files'
import { hiddenId } from './ids'

/**
 * The tickets of one person, so that one conditional update both counts and takes them. Each change raises `rev`. Gone
 * when the last ticket is: this is about files on their way, never about files that something shows.
 */
export interface Uploads extends Stored {
  rev: number
  tickets: Readonly<Record<string, Ticket>>
  /** When the oldest of them is to be looked at. */
  sweepAt: Instant
}

export const uploads = collection<Uploads>('uploads')

export const uploadsId = (centre: string, person: string): string => hiddenId(centre, 'u', person)

const dueAt = ({ until }: Ticket): Instant => until + graceMs

const sweepAtOf = (tickets: Uploads['tickets']): Instant =>
  Math.min(...Object.values(tickets).map(dueAt))

interface Asking {
  centre: string
  person: string
  roles: readonly StaffRole[]
  key: string
  at: Instant
}

/** Leave for one file; the same tap gets the same ticket. Fails with why there is none. */
export const issueTicket = (
  { centre, person, roles, key, at }: Asking,
  announced: Announced,
): Promise<Ticket> => {
  const store = uploads.of(centre)
  const _id = uploadsId(centre, person)
  const id = hiddenId(centre, 'f', person, key)
  return decide(async () => {
    const known = await store.get(_id)
    const before = known?.tickets[id]
    if (before) return before
    const { purpose, bytes } = announced
    const open = Object.values(known?.tickets ?? {}).filter((one) => one.purpose === purpose)
    const answer = admitted(announced, roles, open.length)
    if ('refusal' in answer) return fail(answer.refusal.code, answer.refusal.data)
    const { kind } = answer
    const path = `uploads/${_id}/${id}.${kind}`
    const ticket: Ticket = { purpose, kind, bytes, path, until: at + ticketMs, used: null }
    const first = { _id, centre, v: 1, rev: 1, tickets: { [id]: ticket }, sweepAt: dueAt(ticket) }
    const taken = known
      ? await store.change(
          _id,
          { [`tickets.${id}`]: command.set(ticket), rev: command.inc(1) },
          { rev: known.rev },
        )
      : await store.insert(first)
    return taken ? ticket : again
  })
}

/** A file that a phone names in a field of its input. */
export interface NamedFile {
  file: string
  purpose: UploadPurpose
  field: string
  /** Which of several in the field. */
  name?: string
}

/** Ends the procedure with what is wrong with one of the files. */
export const refuseFile = ({ field, name }: NamedFile, code: string, data: object = {}): never =>
  fail(code, { ...data, field, ...(name !== undefined && { name }) })

/** `cloud://<environment>.<bucket>/<path>` */
const pathOf = (file: string): string => /^cloud:\/\/[^/]+\/(.+)$/.exec(file)?.[1] ?? ''

/** The record whose own copy a file is, or null when it is none. */
export const recordOf = (file: string): string | null =>
  /^records\/([^/]+)\/[^/]+$/.exec(pathOf(file))?.[1] ?? null

const ownPath = (record: string, file: string): string =>
  `records/${record}/${file.slice(file.lastIndexOf('/') + 1)}`

/** What a record keeps of a file. */
const own = (purpose: UploadPurpose, kind: FileKind, content: Buffer): Buffer =>
  saysTooMuch(purpose, kind) ? Buffer.from(stripped(kind, content)) : content

interface Arrived {
  id: string
  content: Buffer
  kind: FileKind
}

/**
 * Takes uploaded files for a record: each has an unused ticket of the caller for this purpose, is there, and is what the
 * ticket says. A record gets copies of its own, because its creator may write over an upload at any time, after it was
 * looked at too. Asked again for the same record, it answers the same. The copies, by the files named.
 */
export const takeUploads = async (
  { centre, person, at }: Pick<Asking, 'centre' | 'person' | 'at'>,
  record: string,
  files: readonly NamedFile[],
): Promise<ReadonlyMap<string, string>> => {
  if (files.length === 0) return new Map()
  const store = uploads.of(centre)
  const _id = uploadsId(centre, person)
  const first = await store.get(_id)
  const ticketFor = (named: NamedFile, known: Uploads | null) =>
    usableTicket(named, { mine: _id, known, record, at })
  const arrived: Arrived[] = []
  for (const named of files) {
    const [id, ticket] = ticketFor(named, first)
    const content = await readFile(named.file)
    const found = recognised(ticket, content && content.toString('latin1'))
    if (content === null || 'refusal' in found) {
      const { code, data } = 'refusal' in found ? found.refusal : { code: 'FileMissing' }
      return refuseFile(named, code, data)
    }
    const { kind } = found
    arrived.push({ id, kind, content: own(ticket.purpose, kind, content) })
  }
  const pathFor = ({ id, kind }: Arrived): string => ownPath(record, `/${id}.${kind}`)
  // Marked before it is copied: what a crash leaves behind is found by its ticket.
  await decide(async (round) => {
    const known = round === 0 ? first : await store.get(_id)
    const open = files.map((named) => ticketFor(named, known)[1])
    if (open.every(({ used }) => used !== null)) return null
    const used = arrived.map(
      (file) => [`tickets.${file.id}.used`, command.set({ record, path: pathFor(file) })] as const,
    )
    const taken = await store.change(
      _id,
      { ...Object.fromEntries(used), rev: command.inc(1) },
      { rev: known?.rev ?? 0 },
    )
    return taken ? null : again
  })
  const copies = await Promise.all(arrived.map((file) => keepFile(pathFor(file), file.content)))
  return new Map(files.map(({ file }, i) => [file, copies[i]!]))
}

interface Use {
  /** Where the caller's tickets are, and what was read there. */
  mine: string
  known: Uploads | null
  record: string
  at: Instant
}

/** The ticket a file came under, as long as it may be used for the record. */
const usableTicket = (
  named: NamedFile,
  { mine, known, record, at }: Use,
): [id: string, ticket: Ticket] => {
  const path = pathOf(named.file)
  const [, owner = mine] = /^uploads\/([^/]+)\//.exec(path) ?? []
  if (owner !== mine) return refuseFile(named, 'NotYourFile')
  const [id, ticket] =
    Object.entries(known?.tickets ?? {}).find(([, one]) => one.path === path) ?? []
  if (id === undefined || !ticket) return refuseFile(named, 'FileMissing')
  const free = ticket.used === null || ticket.used.record === record
  return free && ticket.purpose === named.purpose && at <= ticket.until
    ? [id, ticket]
    : refuseFile(named, 'FileMissing')
}

/** Copies files of another record for this one, which may then outlive the other. The copies, by the files named. */
export const copyFiles = async (
  record: string,
  files: readonly NamedFile[],
): Promise<ReadonlyMap<string, string>> => {
  const copies = new Map<string, string>()
  for (const named of files) {
    const content = (await readFile(named.file)) ?? refuseFile(named, 'FileMissing')
    copies.set(named.file, await keepFile(ownPath(record, named.file), content))
  }
  return copies
}

/**
 * Forgets a person's tickets whose time is over and removes what was uploaded under them; `held` says which files a
 * record has: a copy that was made for it and never became part of it goes too. The number of tickets.
 */
export const sweepTickets = async (
  { _id, centre, rev, tickets }: Uploads,
  at: Instant,
  held: (purpose: UploadPurpose, record: string) => Promise<readonly string[]>,
): Promise<number> => {
  const due = Object.entries(tickets).filter(([, ticket]) => dueAt(ticket) <= at)
  const gone: string[] = []
  for (const [, { path, purpose, used }] of due) {
    gone.push(await fileAt(path))
    if (!used) continue
    const copy = await fileAt(used.path)
    if (!(await held(purpose, used.record)).includes(copy)) gone.push(copy)
  }
  await removeFiles(gone)
  const rest = Object.fromEntries(
    Object.entries(tickets).filter(([, ticket]) => dueAt(ticket) > at),
  )
  const store = uploads.of(centre)
  await repeat(() =>
    Object.keys(rest).length === 0
      ? store.remove(_id, { rev })
      : store.change(
          _id,
          { tickets: command.set(rest), sweepAt: sweepAtOf(rest), rev: command.inc(1) },
          { rev },
        ),
  )
  return due.length
}
