import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { CompiledStyles } from './styles'

/** A built mini-program as the host reads it. Keys are paths inside the package, with `/`. */
export interface WeappBundle {
  scripts: Record<string, string>
  configs: Record<string, unknown>
  /** Output of wcc: the body of a function that returns `$gwx(path)`. */
  templates: string
  styles: CompiledStyles
}

const COMPILER_FOLDERS: Partial<Record<NodeJS.Platform, [folder: string, suffix: string]>> = {
  linux: ['linux', ''],
  darwin: ['mac', ''],
  win32: ['windows', '.exe'],
}
const LARGEST_OUTPUT = 256 * 1024 * 1024

/** Compiles a built package folder with WeChat's own wcc and wcsc. Throws with their words on a broken template or style. */
export function readBundle(folder: string): WeappBundle {
  const files = listFiles(folder)
  const ending = (suffix: string) => files.filter((file) => file.endsWith(suffix))
  const text = (file: string) => readFileSync(join(folder, file), 'utf8')
  const configs = Object.fromEntries(
    ending('.json').map((file) => [file, JSON.parse(text(file)) as unknown]),
  )
  return {
    scripts: Object.fromEntries(ending('.js').map((file) => [file, text(file)])),
    configs,
    templates: compileTemplates(folder, ending('.wxml'), ending('.wxs'), configs),
    styles: compileStyles(folder, ending('.wxss')),
  }
}

/** All files under a folder, relative to it, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

function compileTemplates(
  folder: string,
  templates: string[],
  scripts: string[],
  configs: Record<string, unknown>,
): string {
  const users = templates.flatMap((file) => {
    const config = configs[file.replace(/wxml$/, 'json')] as
      { usingComponents?: Record<string, string> } | undefined
    const names = Object.keys(config?.usingComponents ?? {})
    return names.length > 0 ? [`${file} ${names.length} ${names.join(' ')}`] : []
  })
  // -cc takes one argument: how many files use components, then each with its count and names.
  const components = [users.length, ...users].join(' ')
  const code = compile('wcc', folder, [
    '-d',
    '-cc',
    components,
    ...templates,
    ...scripts,
    '-gn',
    '$gwx',
  ])
  return `${code}\nreturn $gwx`
}

function compileStyles(folder: string, styles: string[]): CompiledStyles {
  if (styles.length === 0) return { shared: '', files: {} }
  // With -pc the answer is name=code pairs; an `=` inside the code comes escaped, as everything else in it.
  const parts = compile('wcsc', folder, ['-pc', String(styles.length), ...styles]).split('=')
  const compiled: Record<string, string> = {}
  for (let index = 0; index + 1 < parts.length; index += 2)
    compiled[parts[index]!] = unescapeLiteral(parts[index + 1]!)
  const files = styles.map((file) => {
    const code = compiled[file]
    if (code === undefined) throw new Error(`wcsc said nothing about ${file}`)
    return [file, code] as const
  })
  return { shared: compiled['comm'] ?? '', files: Object.fromEntries(files) }
}

/** wcsc hands its code over as the inside of a string literal. */
function unescapeLiteral(text: string): string {
  return text.replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([\s\S]))/gi, (_, hex, wide, single) => {
    if (hex ?? wide) return String.fromCharCode(parseInt((hex ?? wide) as string, 16))
    return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[single as string] ?? (single as string)
  })
}

function compile(compiler: 'wcc' | 'wcsc', folder: string, args: string[]): string {
  const result = spawnSync(compilerPath(compiler), args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: LARGEST_OUTPUT,
  })
  if (result.error) throw result.error
  if (result.status !== 0) throw new Error(`${compiler}: ${result.stderr || result.stdout}`)
  return result.stdout
}

function compilerPath(compiler: string): string {
  const place = COMPILER_FOLDERS[process.platform]
  if (!place) throw new Error(`WeChat's ${compiler} does not exist for ${process.platform}`)
  const [folder, suffix] = place
  const path = join(
    dirname(require.resolve('miniprogram-compiler/package.json')),
    'bin',
    folder,
    compiler + suffix,
  )
  // The package is published without the executable bit, and install scripts do not run here.
  chmodSync(path, 0o755)
  return path
}
