import type { BrowserContext, Page } from 'playwright-core'

/** Where a person comes in: a page, a mini-program code, or an ordinary QR code holding a link. */
export type Entrance = string | { scene: string } | { q: string }

/** A picture or a paper that lies on someone's phone. */
export interface PhoneFile {
  name: string
  type: string
  content: Buffer
}

/** One of the two builds, as far as they are handled differently. */
export interface Build {
  name: 'h5' | 'weapp'
  /** Makes the phone belong to someone; called before the first page. */
  signIn(context: BrowserContext, openid: string): Promise<void>
  /** Opens the app anew, as from the home screen or the camera. */
  open(page: Page, entrance: Entrance): Promise<void>
  back(page: Page): Promise<void>
  /** What the camera will read when the app next asks for a code. */
  scan(page: Page, answer: string): Promise<void>
  /** What the person chooses when the app next asks for a picture or a paper. */
  choose(page: Page, file: PhoneFile): Promise<void>
  /** The bytes of the file that a tap opens. */
  opened(page: Page, tap: () => Promise<void>): Promise<Buffer>
  /** The code that WeChat's phone button will give the app; a browser has no such button. */
  giveNumber(page: Page, code: string): Promise<void>
  /** What is wrong with the app by now, one line each: errors, and limits of the platform passed. */
  problems(page: Page): Promise<string[]>
}

/** The page that every code leads to; it routes. */
export const SCAN_PAGE = '/pages/scan/index'
