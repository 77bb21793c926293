import { cloud } from './cloud'

/** Puts a file into the cloud's storage; its id. The same path again takes the place of the file there. */
export const keepFile = async (path: string, content: Buffer): Promise<string> => {
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: content })
  return fileID
}

/** An https address of a file, good for a limited time; null when there is no such file. */
export const addressOf = async (file: string): Promise<string | null> => {
  // The SDK's typings also name its callback form, which answers nothing.
  const answer = await cloud.getTempFileURL({ fileList: [file] })
  const [entry] = (answer as { fileList: { tempFileURL: string }[] }).fileList
  return entry?.tempFileURL ? entry.tempFileURL : null
}
