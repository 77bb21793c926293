import { crc32 } from 'node:zlib'
import { PNG } from 'pngjs'
import { centre } from '@/types/centre'
import type { UploadPurpose } from '@/types/shared/uploads'
import type { TestCloud } from '../support/cloud'
import { as } from '../support/people'

/** A picture of one colour. */
export const picture = (side = 8): Buffer => {
  const png = new PNG({ width: side, height: side })
  png.data.fill(0xb0)
  return PNG.sync.write(png)
}

/** A piece of a PNG: its length, name, content and check sum. */
export const pngChunk = (name: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A picture with one more piece in front of its end. */
export const pictureWith = (name: string, content: Buffer): Buffer => {
  const whole = picture()
  // The last piece is empty: twelve bytes.
  return Buffer.concat([whole.subarray(0, -12), pngChunk(name, content), whole.subarray(-12)])
}

/** A picture that WeChat's emulator finds harmful, or cannot judge. */
export const judged = (verdict: 'risky' | 'review'): Buffer =>
  pictureWith('juDg', Buffer.from(`emulator-verdict-${verdict}`))

/** What begins like a Word document and names its parts as one does. */
export const paper = Buffer.from('PK\x03\x04 [Content_Types].xml word/document.xml', 'latin1')

export const page = Buffer.from('<!doctype html><script>alert(1)</script>')

/** Somebody's phone puts bytes at a path; the file id. */
export const put = async (
  cloud: TestCloud,
  openid: string,
  path: string,
  content: Buffer,
): Promise<string> => {
  const response = await fetch(`${cloud.url}/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: { 'x-wx-openid': openid },
    body: new Uint8Array(content),
  })
  const { fileID } = (await response.json()) as { fileID?: string }
  if (fileID === undefined) throw new Error(`nothing arrived at ${path}`)
  return fileID
}

interface Sent {
  purpose?: UploadPurpose
  ending?: string
  /** What the phone says; the size of the content unless said. */
  bytes?: number
  key?: string
}

/** Somebody asks for a ticket. */
export const ask = (
  cloud: TestCloud,
  openid: string,
  { purpose = 'activityPhoto', ending = 'png', bytes = 100, key }: Sent = {},
) => as(cloud, centre, openid)('uploadTicket', { purpose, ending, bytes, ...(key && { key }) })

/** Somebody sends a file as the program does: asks for a ticket, then uploads; the file id. */
export const send = async (
  cloud: TestCloud,
  openid: string,
  content: Buffer = picture(),
  announced: Sent = {},
): Promise<string> => {
  const { path } = await ask(cloud, openid, { bytes: content.length, ...announced })
  return put(cloud, openid, path, content)
}

/** Whether a file is still in the storage. */
export const isThere = async ({ app }: TestCloud, fileID: string): Promise<boolean> => {
  const { fileList } = await app.getTempFileURL({ fileList: [fileID] })
  return fileList[0]?.code === 'SUCCESS'
}
