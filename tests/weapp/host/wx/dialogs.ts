import { asyncApi, Refused, type ApiContext, type Apis } from './api'

const TOAST_MS = 1500

export function dialogApis({ dialogs, record }: ApiContext): Apis {
  return {
    showToast: asyncApi<{ title: string; duration?: number }>(
      'showToast',
      ({ title, duration }) => {
        record.calls.push({ api: 'showToast', options: { title } })
        dialogs.toast(title, duration ?? TOAST_MS)
      },
    ),
    hideToast: asyncApi('hideToast', () => dialogs.hideToast()),
    showLoading: asyncApi<{ title: string }>('showLoading', ({ title }) =>
      dialogs.toast(title, Infinity),
    ),
    hideLoading: asyncApi('hideLoading', () => dialogs.hideToast()),
    showModal: asyncApi<{
      title?: string
      content?: string
      showCancel?: boolean
      cancelText?: string
      confirmText?: string
    }>('showModal', async (options) => {
      const confirm = await dialogs.ask({
        title: options.title ?? '',
        content: options.content ?? '',
        confirmText: options.confirmText ?? '确定',
        cancelText: options.showCancel === false ? null : (options.cancelText ?? '取消'),
      })
      return { confirm, cancel: !confirm }
    }),
    showActionSheet: asyncApi<{ itemList: string[]; alertText?: string }>(
      'showActionSheet',
      async ({ itemList, alertText }) => {
        const tapIndex = await dialogs.pickOne(alertText ?? '', itemList)
        if (tapIndex === null) throw new Refused('cancel')
        return { tapIndex }
      },
    ),
  }
}
