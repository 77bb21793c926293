import { asyncApi, Refused, type ApiContext, type Apis, type Callbacks } from './api'

interface Upload {
  cloudPath: string
  filePath: string
}

/** wx.cloud: calls go to the emulated cloud behind this host's own address, under the phone's identity. */
export function cloudApis({ window, openid }: ApiContext): Apis {
  let initialised = false
  const identity = { 'x-wx-openid': openid }

  async function post(path: string, init: RequestInit): Promise<Response> {
    if (!initialised)
      throw new Refused('Cloud API isn’t enabled, please call wx.cloud.init first', -1)
    return window.fetch(path, { ...init, method: 'POST' }).catch((error: Error) => {
      throw new Refused(`request:fail ${error.message}`, -1)
    })
  }

  return {
    cloud: {
      init: () => {
        initialised = true
      },
      callFunction: asyncApi<{ name: string; data?: object }>(
        'cloud.callFunction',
        async ({ name, data = {} }) => {
          const response = await post(`/call/${encodeURIComponent(name)}`, {
            headers: { 'content-type': 'application/json', ...identity },
            body: JSON.stringify(data),
          })
          if (!response.ok) throw await refusal(response)
          return { result: (await response.json()) as unknown, requestID: '' }
        },
      ),
      uploadFile(options: Upload & Callbacks) {
        let told: (progress: { progress: number }) => void = () => undefined
        const sent = asyncApi<Upload>('cloud.uploadFile', async ({ cloudPath, filePath }) => {
          const file = await (await window.fetch(filePath)).blob()
          const response = await post(`/upload?path=${encodeURIComponent(cloudPath)}`, {
            headers: { 'content-type': file.type || 'application/octet-stream', ...identity },
            body: file,
          })
          if (!response.ok) throw await refusal(response)
          told({ progress: 100 })
          return (await response.json()) as object
        })(options)
        // A task is returned to those who are told by callbacks, a promise to the others.
        return sent ?? { onProgressUpdate: (listener: typeof told) => void (told = listener) }
      },
    },
  }
}

/** The cloud answers a failed call with WeChat's words and number. */
async function refusal(response: Response): Promise<Refused> {
  const text = await response.text()
  try {
    const { errMsg, errCode } = JSON.parse(text) as { errMsg: string; errCode: number }
    return new Refused(errMsg.replace(/^[\w.]+:fail /, ''), errCode)
  } catch {
    return new Refused(`${response.status} ${text}`, -1)
  }
}
