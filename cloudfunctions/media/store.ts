import type { MediaCheck } from '@/domain/media/check'
import type { Instant } from '@/types/shared/day'
import { collection, type Stored } from '../kit/collection'
import { hiddenId } from '../kit/ids'

/** What is known of one file of a record. */
export interface MediaCheckDoc extends Stored, MediaCheck {
  /** The record that has the file, and the file. */
  record: string
  file: string
  /** Who sent it: WeChat wants to know, and that they were here lately. */
  openid: string
  at: Instant
  /** Who looked at it where WeChat could not judge. */
  by: string | null
}

export const mediaChecks = collection<MediaCheckDoc>('media_checks')

export const mediaCheckId = (centre: string, record: string, file: string): string =>
  hiddenId(centre, 'mc', record, file)
