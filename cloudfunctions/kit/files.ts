import { cloud } from './cloud'

/** Puts a file into the cloud's storage; its id. The same path again takes the place of the file there. */
export const keepFile = async (path: string, content: Buffer): Promise<string> => {
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: content })
  return fileID
}

/** An https address of a file, good for `seconds` (two hours unless said); null when there is no such file. */
export const addressOf = async (file: string, seconds = 7200): Promise<string | null> => {
  // The SDK's typings know neither an age nor the form that answers.
  const fileList = [{ fileID: file, maxAge: seconds }] as unknown as string[]
  const answer = await cloud.getTempFileURL({ fileList })
  const [entry] = (answer as { fileList: { tempFileURL: string }[] }).fileList
  return entry?.tempFileURL ? entry.tempFileURL : null
}

/** Removes files; one that is gone already is no error. */
export const removeFiles = async (files: readonly string[]): Promise<void> => {
  if (files.length > 0) await cloud.deleteFile({ fileList: [...files] })
}
