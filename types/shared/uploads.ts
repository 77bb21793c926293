/** What a file is for: the rule of each is in domain/centre/uploads.ts. */
export const uploadPurposes = [
  'activityPhoto',
  'activityAttachment',
  'dishPhoto',
  'licencePhoto',
  'honourPhoto',
  'goodsPhoto',
  'ballotPaper',
  'ownerPaper',
  'projectPhoto',
  'fundReceipt',
  'casePhoto',
  'caseVoice',
  'proposalPhoto',
  'coSignForm',
] as const

export type UploadPurpose = (typeof uploadPurposes)[number]

/**
 * What a procedure answers that takes files: gone or never there, somebody else's, not of a kind its purpose takes, too
 * large. `data.field` names the field of the input, `data.name` the file where a field has several.
 */
export const uploadErrors = ['FileMissing', 'NotYourFile', 'WrongFileType', 'FileTooLarge'] as const
