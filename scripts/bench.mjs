// `npm run bench`: what the budgets allow and what is measured now, each beside a baseline of the same run.
import { installIfNeeded } from './install.mjs'

const columns = ['what', 'measured', 'beside', 'budget', 'ratio']

/** Chinese characters and full-width signs take two columns. */
const width = (text) => [...text].reduce((sum, char) => sum + (char > '⺀' ? 2 : 1), 0)
const pad = (text, to) => text + ' '.repeat(Math.max(0, to - width(text)))

function print(rows) {
  const widths = columns.map((column) =>
    Math.max(width(column), ...rows.map((row) => width(row[column]))),
  )
  const row = (cells) => console.log(cells.map((cell, i) => pad(cell, widths[i])).join('  '))
  row(columns)
  row(widths.map((size) => '─'.repeat(size)))
  for (const each of rows)
    row([...columns.map((column) => each[column]), each.kept ? 'kept' : 'NOT KEPT'])
}

async function main() {
  await installIfNeeded()
  const { bundleFunctions } = await import('./bundle-functions.mjs')
  const { buildEmulator } = await import('./build-emulator.mjs')
  const { buildWeapp } = await import('./build.mjs')
  await Promise.all([bundleFunctions(), buildEmulator()])
  await buildWeapp()
  const parts = [
    (await import('./bench/signUp.mjs')).signUp,
    (await import('./bench/placeOrder.mjs')).placeOrder,
    (await import('./bench/bookHaircut.mjs')).bookHaircut,
    (await import('./bench/checkInShift.mjs')).checkInShift,
    (await import('./bench/submitMessage.mjs')).submitMessage,
    (await import('./bench/functions.mjs')).functions,
    (await import('./bench/emulator.mjs')).emulator,
    (await import('./bench/packages.mjs')).packages,
  ]
  const rows = []
  for (const part of parts) {
    console.log(`Measuring ${part.name} …`)
    rows.push(...(await part()))
  }
  print(rows)
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
