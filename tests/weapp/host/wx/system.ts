import { asyncApi, type ApiContext, type Apis } from './api'

const STATUS_BAR = 20
const MENU_BUTTON = { top: 24, height: 32, width: 87, right: 7 }
const SDK_VERSION = '3.7.0'

export function systemApis({ window, answers, launch }: ApiContext): Apis {
  const windowInfo = () => ({
    pixelRatio: window.devicePixelRatio,
    screenWidth: window.innerWidth,
    screenHeight: window.innerHeight,
    windowWidth: window.innerWidth,
    windowHeight: window.document.getElementById('stack')?.clientHeight ?? window.innerHeight,
    statusBarHeight: STATUS_BAR,
    screenTop: 0,
    safeArea: {
      left: 0,
      top: STATUS_BAR,
      right: window.innerWidth,
      bottom: window.innerHeight,
      width: window.innerWidth,
      height: window.innerHeight - STATUS_BAR,
    },
  })
  const baseInfo = () => ({
    SDKVersion: SDK_VERSION,
    version: '8.0.50',
    language: 'zh_CN',
    theme: 'light',
    enableDebug: false,
    host: { env: 'WeChat' },
    fontSizeSetting: 16 * answers.fontScale,
    fontSizeScaleFactor: answers.fontScale,
  })
  const deviceInfo = () => ({
    brand: 'host',
    model: 'host',
    system: 'Android 13',
    platform: 'android',
    benchmarkLevel: -1,
  })
  const everything = () => ({ ...deviceInfo(), ...baseInfo(), ...windowInfo() })

  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getWindowInfo: windowInfo,
    getAppBaseInfo: baseInfo,
    getDeviceInfo: deviceInfo,
    getSystemSetting: () => ({ bluetoothEnabled: true, locationEnabled: true, wifiEnabled: true }),
    getAppAuthorizeSetting: () => ({ cameraAuthorized: 'authorized' }),
    getSystemInfoSync: everything,
    getSystemInfo: asyncApi('getSystemInfo', everything),
    getMenuButtonBoundingClientRect: () => ({
      top: MENU_BUTTON.top,
      bottom: MENU_BUTTON.top + MENU_BUTTON.height,
      left: window.innerWidth - MENU_BUTTON.right - MENU_BUTTON.width,
      right: window.innerWidth - MENU_BUTTON.right,
      width: MENU_BUTTON.width,
      height: MENU_BUTTON.height,
    }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    canIUse: () => true,
    nextTick: (work: () => void) => void Promise.resolve().then(work),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
  }
}
