// Sizes of the built mini-program's packages, beside what architecture allows.
import { packageSizes } from '../package-sizes.mjs'

const budgets = { main: 450, other: 300 }

export async function packages() {
  return packageSizes().map(({ name, bytes, gzip }) => {
    const budget = name === 'main' ? budgets.main : budgets.other
    return {
      what: `package ${name}`,
      measured: `${(bytes / 1024).toFixed(0)} KiB`,
      beside: `${(gzip / 1024).toFixed(0)} KiB gzip`,
      budget: `≤ ${budget} KiB`,
      ratio: `${((bytes / 1024 / budget) * 100).toFixed(0)} %`,
      kept: bytes <= budget * 1024,
    }
  })
}
