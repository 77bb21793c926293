import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `envVariables` of cloudbaserc.json, of every function and of single ones: a literal, or `{{env.NAME}}` for what is
 * never committed.
 */
export interface CloudbaseConfig {
  readonly functionDefaultConfig?: { readonly envVariables?: Readonly<Record<string, string>> }
  readonly functions?: readonly {
    readonly name: string
    readonly envVariables?: Readonly<Record<string, string>>
  }[]
}

/**
 * The environment variables of a function, by its name: those of every function, then its own. A committed literal
 * stays; a `{{env.NAME}}` gets a random secret, one per NAME, kept in the data folder so that signed codes outlive a
 * restart.
 */
export function functionVariables(
  config: CloudbaseConfig,
  dataFolder: string,
): (functionName: string) => Record<string, string> {
  const file = join(dataFolder, 'secrets.json')
  const secrets: Record<string, string> = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
    : {}
  const known = Object.keys(secrets).length
  const resolve = (value: string) =>
    value.replace(
      /\{\{\s*env\.(\w+)\s*\}\}/g,
      (_, name: string) => (secrets[name] ??= randomBytes(32).toString('base64url')),
    )
  const resolved = (variables: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(variables).map(([key, value]) => [key, resolve(value)]))
  const common = resolved(config.functionDefaultConfig?.envVariables)
  const own = new Map(
    (config.functions ?? []).map(({ name, envVariables }) => [name, resolved(envVariables)]),
  )
  if (Object.keys(secrets).length > known) {
    writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return (functionName) => ({ ...common, ...own.get(functionName) })
}
