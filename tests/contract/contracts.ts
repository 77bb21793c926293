import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Contract, Procedure } from '@/types/shared/contract'

const folder = join(__dirname, '../../types')

/** The contract of every module, in the order of their names: a new file in types/ is tested without being named here. */
export const contracts: readonly Contract[] = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => {
    const name = file.replace(/\.ts$/, '')
    const exported = jest.requireActual<Record<string, Contract>>(join(folder, file))
    const contract = exported[name]
    if (!contract) throw new Error(`types/${file} exports no contract called ${name}`)
    return contract
  })

/** `module.procedure` of every procedure. */
export const everyProcedure: readonly {
  name: string
  module: string
  word: string
  declared: Procedure
}[] = contracts.flatMap(({ module, procedures }) =>
  Object.entries(procedures).map(([word, declared]) => ({
    name: `${module}.${word}`,
    module,
    word,
    declared,
  })),
)
