/** What the person does in windows that belong to WeChat. null is a refusal. */
export interface Answers {
  /** What the camera reads at the next wx.scanCode. */
  scan: string | null
  /** The one-time code of the phone number button. */
  phoneCode: string | null
  /** The address of the avatar chosen. */
  avatar: string | null
  /** The place pointed at on the map at the next wx.chooseLocation. */
  location: { name: string; address: string; latitude: number; longitude: number } | null
  /** The answer to every template asked for. */
  subscribe: 'accept' | 'reject'
  /** Whether the person pays on WeChat's payment page, or goes back. */
  pays: boolean
  /** Addresses (data: or blob:) of the pictures chosen. */
  pictures: string[]
  /** Papers chosen from a chat: their names, and addresses as of pictures. */
  papers: { name: string; address: string }[]
  /** The phone's own text size, 1 is normal. */
  fontScale: number
}

export function defaultAnswers(): Answers {
  return {
    scan: null,
    phoneCode: null,
    avatar: null,
    location: null,
    subscribe: 'accept',
    pays: true,
    pictures: [],
    papers: [],
    fontScale: 1,
  }
}
