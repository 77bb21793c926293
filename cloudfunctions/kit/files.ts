import { cloud } from './cloud'
import { Failure } from './failure'

/** Puts a file into the cloud's storage; its id. The same path again takes the place of the file there. */
export const keepFile = async (path: string, content: Buffer): Promise<string> => {
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: content })
  return fileID
}

const mark = 'mark.txt'
let beginning: string | undefined

/**
 * The id of the file at a path of this environment. It names the bucket, which nothing tells a function but the id of a
 * file: so a mark is kept, to read it from.
 */
export const fileAt = async (path: string): Promise<string> => {
  beginning ??= (await keepFile(mark, Buffer.from('.'))).slice(0, -mark.length)
  return beginning + path
}

/**
 * The content of a file, or null when it is gone. Whole: wx-server-sdk reads no part of a file and does not tell its size
 * (`getFileInfo` of the SDK below it is not passed on, and wants a `fetch` that Node 16 lacks).
 */
export const readFile = async (file: string): Promise<Buffer | null> => {
  try {
    return (await cloud.downloadFile({ fileID: file })).fileContent
  } catch (error) {
    // The SDK leaves `errCode` at -1 here and passes the service's own code on.
    if ((error as { code?: string }).code === 'STORAGE_FILE_NONEXIST') return null
    // Reading may be repeated, so whatever else kept it from us is worth another try.
    throw new Failure('TryAgain')
  }
}

interface Address {
  fileID: string
  status: number
  tempFileURL: string
}

/** WeChat takes this many ids at a time. */
const mostAtOnce = 50

/** Phones load files from https addresses good for `seconds` (two hours unless said). A file that is gone has none. */
export const addressesOf = async (
  files: readonly string[],
  seconds = 7200,
): Promise<ReadonlyMap<string, string>> => {
  // The SDK's typings know neither an age nor the form that answers.
  const fileList = [...new Set(files)].map((fileID) => ({ fileID, maxAge: seconds }))
  const answers = await Promise.all(
    Array.from({ length: Math.ceil(fileList.length / mostAtOnce) }, (_, i) => {
      const some = fileList.slice(i * mostAtOnce, (i + 1) * mostAtOnce) as unknown as string[]
      return cloud.getTempFileURL({ fileList: some }) as unknown as Promise<{ fileList: Address[] }>
    }),
  )
  return new Map(
    answers
      .flatMap((answer) => answer.fileList)
      .filter(({ status }) => status === 0)
      .map(({ fileID, tempFileURL }) => [fileID, tempFileURL]),
  )
}

/** The address of one file, or null when it is gone. */
export const addressOf = async (file: string, seconds?: number): Promise<string | null> =>
  (await addressesOf([file], seconds)).get(file) ?? null

/** Removes files; one that is gone already is no error. */
export const removeFiles = async (files: readonly string[]): Promise<void> => {
  for (let i = 0; i < files.length; i += mostAtOnce)
    await cloud.deleteFile({ fileList: files.slice(i, i + mostAtOnce) })
}
