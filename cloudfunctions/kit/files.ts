import { cloud } from './cloud'

/** Puts a file into the cloud's storage; its id. The same path again takes the place of the file there. */
export const keepFile = async (path: string, content: Buffer): Promise<string> => {
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: content })
  return fileID
}

interface Address {
  fileID: string
  status: number
  tempFileURL: string
}

/** Phones load files from https addresses good for `seconds` (two hours unless said). A file that is gone has none. */
export const addressesOf = async (
  files: readonly string[],
  seconds = 7200,
): Promise<ReadonlyMap<string, string>> => {
  if (files.length === 0) return new Map()
  // The SDK's typings know neither an age nor the form that answers.
  const fileList = files.map((fileID) => ({ fileID, maxAge: seconds })) as unknown as string[]
  const answer = (await cloud.getTempFileURL({ fileList })) as { fileList: Address[] }
  return new Map(
    answer.fileList
      .filter(({ status }) => status === 0)
      .map(({ fileID, tempFileURL }) => [fileID, tempFileURL]),
  )
}

/** The address of one file, or null when it is gone. */
export const addressOf = async (file: string, seconds?: number): Promise<string | null> =>
  (await addressesOf([file], seconds)).get(file) ?? null

/** Removes files; one that is gone already is no error. */
export const removeFiles = async (files: readonly string[]): Promise<void> => {
  if (files.length > 0) await cloud.deleteFile({ fileList: [...files] })
}
