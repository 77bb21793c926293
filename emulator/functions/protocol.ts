/** What the host sends an instance for one call. `event` is JSON text, as it arrived. */
export interface CallMessage {
  readonly id: string
  readonly event: string
  readonly env: Readonly<Record<string, string>>
  /** Milliseconds the instance adds to its `Date`. */
  readonly shift: number
  readonly context: Readonly<Record<string, unknown>>
}

/** One request of the function to the cloud: when it left and when its answer came, in the order the instance saw them. */
export interface RequestMark {
  readonly seqId: string
  readonly at: 'start' | 'end'
}

/** What an instance answers. `result` is JSON text. */
export type ReplyMessage =
  | {
      readonly id: string
      readonly ok: true
      readonly result: string
      readonly marks: RequestMark[]
    }
  | {
      readonly id: string
      readonly ok: false
      readonly error: string
      readonly marks: RequestMark[]
    }

/** What an instance is started with. */
export interface InstanceData {
  readonly file: string
}
