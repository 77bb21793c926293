// `npm run deploy`: puts collections, indexes, the storage rule, functions, timers and the mini-program on a real WeChat
// cloud, from the same files the emulator runs. `npm run deploy -- --dry-run` prints the plan and touches nothing.
//
// Needs: CHJ_ENV_ID (the environment), TENCENT_SECRET_ID and TENCENT_SECRET_KEY (a sub-account that may manage it),
// every variable cloudbaserc.json names (secrets of the functions), CHJ_APPID and CHJ_UPLOAD_KEY (path of the key file
// for uploading code); without the last two the mini-program is not uploaded.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installIfNeeded, ROOT } from './install.mjs'

const { values } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    version: { type: 'string', default: '0.1.0' },
  },
})

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** Collections with their indexes, from every module's collections.json. */
function collections() {
  const modules = join(ROOT, 'cloudfunctions')
  return readdirSync(modules)
    .map((name) => join(modules, name, 'collections.json'))
    .filter((path) => existsSync(path))
    .flatMap((path) => readJson(path).collections)
}

/** Functions as they were bundled, with the variables, timer and limits each is deployed with. */
function functions(config) {
  const folder = join(ROOT, 'dist/cloudfunctions')
  const { envVariables = {}, ...defaults } = config.functionDefaultConfig ?? {}
  return readdirSync(folder).map((name) => {
    const own = readJson(join(folder, name, 'config.json'))
    return {
      ...defaults,
      name,
      timeout: own.timeout ?? defaults.timeout,
      memorySize: own.memorySize ?? defaults.memorySize,
      envVariables: {
        ...envVariables,
        ...config.functions?.find((one) => one.name === name)?.envVariables,
      },
      triggers: own.triggers ?? [],
    }
  })
}

/** Replaces `{{env.NAME}}`; lists the names that are not set. */
function fill(variables, missing) {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      value.replace(/\{\{env\.(\w+)\}\}/g, (_all, variable) => {
        const set = process.env[variable]
        if (!set) missing.add(variable)
        return set ?? ''
      }),
    ]),
  )
}

function required(missing, ...names) {
  for (const name of names) if (!process.env[name]) missing.add(name)
}

/**
 * Only its creator writes over a file or reads it by its id; functions may all, and hand out addresses that end. The
 * service's rules know neither paths nor sizes: tickets of the function `centre` say what a phone may put where, and what
 * was put elsewhere is shown by nothing.
 */
const storageRule = 'PRIVATE'

function printPlan(plan) {
  console.log('1. Collections and indexes')
  for (const { name, indexes } of plan.collections) {
    console.log(`   ${name} (read and written by functions only)`)
    for (const { name: index, fields, unique } of indexes)
      console.log(
        `     ${index}${unique ? ' (unique)' : ''}: ${fields.map((field) => field.field).join(', ')}`,
      )
  }
  console.log(`2. Storage: ${storageRule} (a phone writes over and reads no file but its own)`)
  console.log('3. Functions')
  for (const { name, timeout, memorySize, triggers, envVariables } of plan.functions) {
    console.log(
      `   ${name}: ${timeout} s, ${memorySize} MB, variables ${Object.keys(envVariables).join(', ')}`,
    )
    for (const trigger of triggers) console.log(`     timer ${trigger.name}: ${trigger.config}`)
  }
  console.log('4. Migrations: run by the function jobs at its next timer, under a lease')
  console.log(`5. Mini-program ${values.version}: dist/weapp`)
}

async function deployCollections(app, envId, wanted) {
  for (const { name, indexes } of wanted) {
    await app.database.createCollectionIfNotExists(name)
    // A phone reads and writes through functions only.
    await app.commonService('tcb', '2018-06-08').call({
      Action: 'ModifyDatabaseACL',
      Param: { EnvId: envId, CollectionName: name, AclTag: 'ADMINONLY' },
    })
    for (const index of indexes) {
      const { Exists } = await app.database.checkIndexExists(name, index.name)
      if (Exists) continue
      await app.database.updateCollection(name, {
        CreateIndexes: [
          {
            IndexName: index.name,
            MgoKeySchema: {
              MgoIsUnique: index.unique === true,
              MgoIndexKeys: index.fields.map(({ field, direction }) => ({
                Name: field,
                Direction: String(direction),
              })),
            },
          },
        ],
      })
    }
    console.log(`   ${name}`)
  }
}

async function deployFunctions(app, wanted) {
  for (const { triggers, ...func } of wanted) {
    await app.functions.createFunction({
      func,
      functionRootPath: join(ROOT, 'dist/cloudfunctions'),
      force: true,
    })
    if (triggers.length > 0) await app.functions.createFunctionTriggers(func.name, triggers)
    console.log(`   ${func.name}`)
  }
}

async function uploadPhone() {
  const { CHJ_APPID: appid, CHJ_UPLOAD_KEY: privateKeyPath } = process.env
  if (!appid || !privateKeyPath) {
    console.log(
      '   CHJ_APPID or CHJ_UPLOAD_KEY is not set: upload dist/weapp with WeChat DevTools.',
    )
    return
  }
  const { default: ci } = await import('miniprogram-ci')
  const project = new ci.Project({
    appid,
    type: 'miniProgram',
    projectPath: join(ROOT, 'dist/weapp'),
    privateKeyPath,
    ignores: [],
  })
  await ci.upload({ project, version: values.version, desc: '常回家', setting: { es6: false } })
}

async function main() {
  await installIfNeeded()
  const { bundleFunctions } = await import('./bundle-functions.mjs')
  const { buildWeapp } = await import('./build.mjs')
  await bundleFunctions()

  const missing = new Set()
  required(missing, 'CHJ_ENV_ID', 'TENCENT_SECRET_ID', 'TENCENT_SECRET_KEY')
  const config = readJson(join(ROOT, 'cloudbaserc.json'))
  const plan = { collections: collections(), functions: functions(config) }
  for (const func of plan.functions) func.envVariables = fill(func.envVariables, missing)

  printPlan(plan)
  if (values['dry-run']) {
    if (missing.size > 0) console.log(`Not set yet: ${[...missing].join(', ')}`)
    return
  }
  if (missing.size > 0)
    throw new Error(`Set these environment variables first: ${[...missing].join(', ')}`)

  const { default: CloudBase } = await import('@cloudbase/manager-node')
  const envId = process.env.CHJ_ENV_ID
  const app = new CloudBase({
    secretId: process.env.TENCENT_SECRET_ID,
    secretKey: process.env.TENCENT_SECRET_KEY,
    envId,
  })
  console.log('Creating collections and indexes …')
  await deployCollections(app, envId, plan.collections)
  console.log('Setting the rule of the storage …')
  await app.storage.setStorageAcl(storageRule)
  console.log('Uploading functions …')
  await deployFunctions(app, plan.functions)
  console.log('Building and uploading the mini-program …')
  await buildWeapp()
  await uploadPhone()
  console.log('Done.')
}

main().catch((error) => {
  console.error(error.message)
  process.exit(1)
})
