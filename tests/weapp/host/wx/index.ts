import { accountApis } from './account'
import type { ApiContext, Apis } from './api'
import { cloudApis } from './cloud'
import { deviceApis } from './device'
import { dialogApis } from './dialogs'
import { lifecycleApis } from './lifecycle'
import { mediaApis } from './media'
import { navigationApis } from './navigation'
import { networkApis } from './network'
import { recorderApis } from './recorder'
import { requestApis } from './request'
import { selectorApis } from './selectors'
import { storageApis } from './storage'
import { systemApis } from './system'

/** The `wx` object. A name it lacks is undefined, as on an older phone, and is recorded. */
export function createWx(context: ApiContext): Apis {
  const apis: Apis = {
    ...accountApis(context),
    ...cloudApis(context),
    ...deviceApis(context),
    ...dialogApis(context),
    ...lifecycleApis(context),
    ...mediaApis(context),
    ...navigationApis(context),
    ...networkApis(context),
    ...recorderApis(context),
    ...requestApis(context),
    ...selectorApis(context),
    ...storageApis(context),
    ...systemApis(context),
  }
  return new Proxy(apis, {
    get(target, name) {
      if (typeof name !== 'string' || name in target) return target[name as string]
      context.record.missing[name] = (context.record.missing[name] ?? 0) + 1
      return undefined
    },
    set(target, name: string, value) {
      target[name] = value
      delete context.record.missing[name]
      return true
    },
  })
}
