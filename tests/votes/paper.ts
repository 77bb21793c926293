import type { UploadPurpose } from '@/types/shared/uploads'
import { picture as anyPicture, send } from '../centre/uploading'
import type { TestCloud } from '../support/cloud'

/** A picture of a signed paper, sent from a phone; its file id. */
export const picture = (
  cloud: TestCloud,
  openid: string,
  purpose: UploadPurpose,
): Promise<string> => send(cloud, openid, anyPicture(), { purpose })
