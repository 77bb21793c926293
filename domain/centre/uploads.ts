import type { Refusal } from '@/domain/shared/refusal'
import { dayMs, type Instant } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import type { UploadPurpose } from '@/types/shared/uploads'

/** Files that are told apart, by the ending they are kept under. */
export type FileKind =
  'jpg' | 'png' | 'webp' | 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'doc' | 'xls' | 'ppt' | 'mp3' | 'm4a'

interface PurposeRule {
  /**
   * Who may send such files: staff, who answer for what they show, or everybody who is signed in. What everybody may send
   * is shown to others once WeChat checked it (cloudfunctions/media).
   */
  readonly roles: readonly StaffRole[] | 'everybody'
  readonly kinds: readonly FileKind[]
  readonly mostBytes: number
  /** A person's files of this purpose within a ticket's life, used or not: nobody fills the storage. */
  readonly mostAtOnce: number
}

const megabyte = 1024 * 1024

/** A picture's ending is often wrong (saved by a browser, renamed by a phone): one may pass for another. */
const pictures: readonly FileKind[] = ['jpg', 'png', 'webp']

const rules: Readonly<Record<UploadPurpose, PurposeRule>> = {
  // Every resident's phone loads it in a list.
  activityPhoto: {
    roles: ['communityStaff', 'centreStaff'],
    kinds: pictures,
    mostBytes: 5 * megabyte,
    mostAtOnce: 30,
  },
  // It has to open on a weak network.
  activityAttachment: {
    roles: ['communityStaff', 'centreStaff'],
    kinds: [...pictures, 'pdf', 'docx', 'xlsx', 'pptx', 'doc', 'xls', 'ppt'],
    mostBytes: 10 * megabyte,
    mostAtOnce: 60,
  },
  // A menu of a week has many, and they are loaded in a list.
  dishPhoto: {
    roles: ['canteenStaff', 'centreStaff'],
    kinds: pictures,
    mostBytes: 5 * megabyte,
    mostAtOnce: 60,
  },
  // The shelf shows them in a list.
  goodsPhoto: {
    roles: ['keeper', 'operator', 'centreStaff'],
    kinds: pictures,
    mostBytes: 5 * megabyte,
    mostAtOnce: 60,
  },
  // One evening from door to door; nobody but the second person looks at it.
  ballotPaper: {
    roles: ['gridWorker', 'communityStaff', 'centreStaff'],
    kinds: pictures,
    mostBytes: 10 * megabyte,
    mostAtOnce: 200,
  },
  ownerPaper: {
    roles: ['communityStaff', 'centreStaff'],
    kinds: pictures,
    mostBytes: 10 * megabyte,
    mostAtOnce: 200,
  },
  // Every resident's phone loads it on the time line.
  projectPhoto: {
    roles: ['gridWorker', 'communityStaff', 'centreStaff'],
    kinds: pictures,
    mostBytes: 5 * megabyte,
    mostAtOnce: 60,
  },
  // What was paid stands on it in small print.
  fundReceipt: {
    roles: ['communityStaff', 'centreStaff'],
    kinds: pictures,
    mostBytes: 10 * megabyte,
    mostAtOnce: 60,
  },
  // Its small print has to be legible.
  licencePhoto: {
    roles: ['centreStaff', 'admin'],
    kinds: pictures,
    mostBytes: 10 * megabyte,
    mostAtOnce: 10,
  },
  // Everybody's phone loads it on the honour wall.
  honourPhoto: {
    roles: ['communityStaff', 'centreStaff'],
    kinds: pictures,
    mostBytes: 5 * megabyte,
    mostAtOnce: 30,
  },
  // Six with each message, made small by the phone.
  casePhoto: { roles: 'everybody', kinds: pictures, mostBytes: 5 * megabyte, mostAtOnce: 60 },
  // Three with each wish, proposal and thing done.
  proposalPhoto: { roles: 'everybody', kinds: pictures, mostBytes: 5 * megabyte, mostAtOnce: 30 },
  // The names on it have to be legible.
  coSignForm: {
    roles: ['gridWorker', 'communityStaff', 'centreStaff'],
    kinds: pictures,
    mostBytes: 10 * megabyte,
    mostAtOnce: 60,
  },
  // A minute of speech.
  caseVoice: { roles: 'everybody', kinds: ['mp3', 'm4a'], mostBytes: 2 * megabyte, mostAtOnce: 20 },
}

/** How long a file may lie unused. */
export const ticketMs = dayMs

/** An act that began with a good ticket is over by then; only then is a file removed. */
export const graceMs = 60 * 60_000

/** What somebody wants to send, as their phone says. */
export interface Announced {
  readonly purpose: UploadPurpose
  readonly ending: string
  readonly bytes: number
}

/** Leave to send one file. */
export interface Ticket {
  readonly purpose: UploadPurpose
  readonly kind: FileKind
  /** What the phone said; the file may not be larger. */
  readonly bytes: number
  readonly path: string
  readonly until: Instant
  /** The record that took it, and the path of the record's own copy. */
  readonly used: { readonly record: string; readonly path: string } | null
}

const tooLarge = ({ mostBytes }: PurposeRule): Refusal => ({
  code: 'FileTooLarge',
  data: { most: mostBytes / megabyte },
})

const wrongType = (purpose: UploadPurpose): Refusal => ({
  code: 'WrongFileType',
  data: { purpose },
})

/** The kind of file a person in these roles may send under what was announced, or why not. */
export const admitted = (
  { purpose, ending, bytes }: Announced,
  roles: readonly StaffRole[],
  openOfPurpose: number,
): { kind: FileKind } | { refusal: Refusal } => {
  const rule = rules[purpose]
  if (rule.roles !== 'everybody' && !rule.roles.some((role) => roles.includes(role)))
    return { refusal: { code: 'NotAllowed' } }
  const kind = rule.kinds.find((one) => one === (ending === 'jpeg' ? 'jpg' : ending))
  // An empty file is of no kind.
  if (!kind || bytes === 0) return { refusal: wrongType(purpose) }
  if (bytes > rule.mostBytes) return { refusal: tooLarge(rule) }
  if (openOfPurpose >= rule.mostAtOnce) return { refusal: { code: 'TooManyFiles' } }
  return { kind }
}

/** Word, Excel and PowerPoint since 2007: a zip whose entries, named in plain text, lie in a folder of this name. */
const office =
  (folder: string) =>
  (content: string): boolean =>
    content.startsWith('PK\x03\x04') &&
    content.includes('[Content_Types].xml') &&
    content.includes(folder)

/** Word, Excel and PowerPoint before: one container for all three. */
const olderOffice = (content: string): boolean =>
  content.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')

const looksLike: Readonly<Record<FileKind, (content: string) => boolean>> = {
  jpg: (content) => content.startsWith('\xff\xd8\xff'),
  png: (content) => content.startsWith('\x89PNG\r\n\x1a\n'),
  webp: (content) => /^RIFF[^]{4}WEBP/.test(content),
  pdf: (content) => content.startsWith('%PDF-'),
  docx: office('word/'),
  xlsx: office('xl/'),
  pptx: office('ppt/'),
  doc: olderOffice,
  xls: olderOffice,
  ppt: olderOffice,
  // With a title in front, or the sound at once.
  mp3: (content) => content.startsWith('ID3') || /^\xff[\xe2-\xff]/.test(content),
  m4a: (content) => content.slice(4, 8) === 'ftyp',
}

/** Whether a picture is to lose what a phone wrote into it of where and when: staff choose what they show, others do not know. */
export const saysTooMuch = (
  purpose: UploadPurpose,
  kind: FileKind,
): kind is 'jpg' | 'png' | 'webp' => rules[purpose].roles === 'everybody' && pictures.includes(kind)

/**
 * What a file that arrived really is, by its content (one character a byte; null when nothing arrived) and never by its
 * name; or why it cannot be taken.
 */
export const recognised = (
  { purpose, kind, bytes }: Pick<Ticket, 'purpose' | 'kind' | 'bytes'>,
  content: string | null,
): { kind: FileKind } | { refusal: Refusal } => {
  const rule = rules[purpose]
  if (content === null) return { refusal: { code: 'FileMissing' } }
  if (content.length > rule.mostBytes) return { refusal: tooLarge(rule) }
  // Not the file that was announced.
  if (content.length > bytes) return { refusal: { code: 'FileMissing' } }
  const possible = pictures.includes(kind) ? pictures : [kind]
  const real = possible.find((one) => rule.kinds.includes(one) && looksLike[one](content))
  return real ? { kind: real } : { refusal: wrongType(purpose) }
}
