import { callEnvironment, instanceEnvironment, type Caller } from '@/emulator/functions/environment'
import type { TestCloud } from '../support/cloud'

const env = 'changhuijia-local'
const secrets = { CHJ_ID_KEY: 'test-id-key', CHJ_SIGNING_KEYS: 'k2:second-secret,k1:first-secret' }

/**
 * Makes this process an instance of a function, so that the kit runs here with the genuine SDK, and a test may hold it at
 * any point. `caller` is who the next invocation is from; nobody unless said.
 */
export const stepInto = (cloud: TestCloud, caller: Caller = { source: 'wx_trigger' }): void => {
  const call = { id: 'kittest', env, appid: 'wx0000000000000000', functionName: 'kit' }
  delete process.env.WX_OPENID
  Object.assign(
    process.env,
    instanceEnvironment({ env, adminUrl: `${cloud.url}/admin` }),
    callEnvironment(call, caller),
    secrets,
  )
}
