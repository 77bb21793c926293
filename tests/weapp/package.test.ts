import { transform } from 'esbuild'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as ci from 'miniprogram-ci'
import { allPages, type AppConfig } from './host/app-config'
import { listFiles, readBundle } from './host/bundle'

const ROOT = join(__dirname, '../..')
const WEAPP = join(ROOT, 'dist/weapp')
const KIB = 1024
const MAIN_BUDGET = 450 * KIB
const SUBPACKAGE_BUDGET = 300 * KIB

const SPOKEN = ['label', 'role', 'hidden', 'disabled', 'checked', 'selected', 'live']

const app = () => JSON.parse(readFileSync(join(WEAPP, 'app.json'), 'utf8')) as AppConfig
const roots = () =>
  (app().subPackages ?? app().subpackages ?? []).map(({ root }) => root.replace(/\/?$/, '/'))

test('WeChat’s own compilers take every template and style sheet', () => {
  const { configs, templates, styles } = readBundle(WEAPP)
  const pages = allPages(configs['app.json'] as AppConfig)
  expect(pages.length).toBeGreaterThan(0)
  const find = new Function('window', 'global', templates)({}, {}) as (path: string) => unknown
  expect(pages.filter((page) => typeof find(`${page}.wxml`) !== 'function')).toEqual([])
  expect(Object.keys(styles.files)).toContain('app.wxss')
})

describe('WeChat’s own check of app.json and the pages’ json', () => {
  test('finds nothing wrong', async () => {
    const project = openProject(ROOT)
    const checked = (await ci.getAppJSON(project)) as AppConfig
    expect(checked.pages).toEqual(app().pages)
    for (const pagePath of allPages(app()))
      await ci.getPageJSON(project, { miniprogramRoot: project.miniprogramRoot, pagePath })
  })

  test('would find a missing tab icon', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'weapp-'))
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    try {
      cpSync(WEAPP, join(folder, 'dist/weapp'), { recursive: true })
      cpSync(join(ROOT, 'project.config.json'), join(folder, 'project.config.json'))
      const broken = app()
      broken.tabBar!.list[0]!.iconPath = 'assets/nowhere.png'
      writeFileSync(join(folder, 'dist/weapp/app.json'), JSON.stringify(broken))
      await expect(ci.getAppJSON(openProject(folder))).rejects.toThrow('assets/nowhere.png')
    } finally {
      said.mockRestore()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

test.each(SPOKEN)('base.wxml passes aria-%s on', (name) => {
  expect(readFileSync(join(WEAPP, 'base.wxml'), 'utf8')).toContain(`aria-${name}="{{`)
})

describe('size', () => {
  const sizeOf = (files: string[]) =>
    files.reduce((sum, file) => sum + statSync(join(WEAPP, file)).size, 0)

  test('the main package is at most 450 KiB', () => {
    const main = listFiles(WEAPP).filter((file) => !roots().some((root) => file.startsWith(root)))
    expect(sizeOf(main)).toBeLessThanOrEqual(MAIN_BUDGET)
  })

  test('each subpackage is at most 300 KiB', () => {
    const sizes = roots().map((root) => ({
      root,
      size: sizeOf(listFiles(WEAPP).filter((file) => file.startsWith(root))),
    }))
    expect(sizes.filter(({ size }) => size > SUBPACKAGE_BUDGET)).toEqual([])
  })
})

describe('the phones promised in package.json (Chrome 80, iOS 13)', () => {
  /** esbuild rewrites what is newer than the target and nothing else, so the same text means nothing is newer. */
  async function isNewer(code: string): Promise<boolean> {
    const [old, now] = await Promise.all(
      ['es2020', 'esnext'].map((target) => transform(code, { target })),
    )
    return old!.code !== now!.code
  }

  test('understand every script', async () => {
    const scripts = listFiles(WEAPP).filter((file) => file.endsWith('.js'))
    const newer = await Promise.all(
      scripts.map(async (file) => {
        const code = readFileSync(join(WEAPP, file), 'utf8')
        return (await isNewer(code)) ? [file] : []
      }),
    )
    expect(newer.flat()).toEqual([])
  })

  test('a newer word would be noticed', async () => {
    expect(await isNewer('let a; a ??= 1')).toBe(true)
    expect(await isNewer('class A { #b = 1; get() { return this.#b } }')).toBe(true)
  })
})

/** The project as WeChat's tools see it, without asking WeChat's servers what this account may do. */
function openProject(projectPath: string) {
  const project = new ci.Project({
    appid: 'touristappid',
    type: 'miniProgram',
    projectPath,
    privateKey: 'not used',
    ignores: ['node_modules/**/*'],
  })
  project.attr = () => Promise.resolve(ci.DefaultProjectAttr)
  return project
}
