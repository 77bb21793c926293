import type { UploadPurpose } from '@/types/shared/uploads'
import { filesHeld } from '../activities/files'
import { dishPhotos, licencePhotos } from '../canteen/files'
import { caseFiles } from '../feedback/files'
import { honourPhotos } from '../honours/files'
import { command } from '../kit/cloud'
import type { Job } from '../kit/jobs'
import { sweepTickets, uploads } from '../kit/uploads'
import { fundReceipts, projectPhotos } from '../projects/files'
import { coSignForms, proposalPhotos } from '../proposals/pictures'
import { goodsPhotos } from '../shop/files'
import { ballotPapers, ownerPapers } from '../votes/files'

/** The files a record has; each module names its own purposes. */
const holders: Readonly<
  Record<UploadPurpose, (centre: string, record: string) => Promise<readonly string[]>>
> = {
  activityPhoto: filesHeld,
  activityAttachment: filesHeld,
  dishPhoto: dishPhotos,
  licencePhoto: licencePhotos,
  honourPhoto: honourPhotos,
  goodsPhoto: goodsPhotos,
  ballotPaper: ballotPapers,
  ownerPaper: ownerPapers,
  projectPhoto: projectPhotos,
  fundReceipt: fundReceipts,
  casePhoto: caseFiles,
  caseVoice: caseFiles,
  proposalPhoto: proposalPhotos,
  coSignForm: coSignForms,
}

/** Uploads that nobody used within a day go, and so do those whose copy a record has. */
export const sweepUploads: Job['run'] = async ({ centre, at, cursor }) => {
  const { documents, next } = await uploads.of(centre).page({
    where: { sweepAt: command.lte(at) },
    by: ['sweepAt', 'asc'],
    after: cursor ?? undefined,
  })
  let handled = 0
  for (const one of documents)
    handled += await sweepTickets(one, at, (purpose, record) => holders[purpose](centre, record))
  return { handled, cursor: next }
}
