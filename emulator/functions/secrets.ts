import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** `functions[].envVariables` of cloudbaserc.json: a literal, or `{{env.NAME}}` for what is never committed. */
export interface CloudbaseConfig {
  readonly functions?: readonly {
    readonly name: string
    readonly envVariables?: Readonly<Record<string, string>>
  }[]
}

/**
 * The environment variables each function declares, by function name. A committed literal stays; a `{{env.NAME}}` gets
 * a random secret, one per NAME, kept in the data folder so that signed codes outlive a restart.
 */
export function functionVariables(
  config: CloudbaseConfig,
  dataFolder: string,
): Map<string, Record<string, string>> {
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
  const variables = new Map(
    (config.functions ?? []).map(({ name, envVariables = {} }) => [
      name,
      Object.fromEntries(Object.entries(envVariables).map(([key, value]) => [key, resolve(value)])),
    ]),
  )
  if (Object.keys(secrets).length > known) {
    writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return variables
}
