/**
 * An error as the service would answer it: `code` and `message` go out on the wire unchanged,
 * so that the SDK turns them into the errCode a function sees in production.
 */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}
