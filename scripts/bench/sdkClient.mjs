// One wx-server-sdk client that reads one document over and over: `node sdkClient.mjs <address> <times>`.
import { createRequire } from 'node:module'

const [, , address, times] = process.argv
Object.assign(process.env, {
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${address}/admin` }),
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'changhuijia-local',
  TCB_ENV: 'changhuijia-local',
  TENCENTCLOUD_SECRETID: 'bench',
  TENCENTCLOUD_SECRETKEY: 'bench',
  TENCENTCLOUD_SESSIONTOKEN: 'bench',
})
const cloud = createRequire(import.meta.url)('wx-server-sdk')
cloud.init({ env: 'changhuijia-local' })
const document = cloud.database().collection('bench').doc('one')

const read = async (count) => {
  const started = performance.now()
  for (let i = 0; i < count; i++) await document.get()
  return (count * 1000) / (performance.now() - started)
}

await read(200)
process.send(await read(Number(times)))
