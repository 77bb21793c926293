/** @jest-environment node */
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import postcss, { type AtRule, type Declaration, type Rule } from 'postcss'
import { compile } from 'sass'

const src = join(__dirname, '../../src')

/**
 * Not seen on a resident's phone: the demo panel of the browser build, and screens on a wall, which run in the
 * centre's own browser and are sized by its window.
 */
const elsewhere = ['demo', 'packages/activities-staff/components/CodeScreen'].map((folder) =>
  join(src, folder),
)

const sheets = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.scss'))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((sheet) => !elsewhere.some((folder) => sheet.startsWith(folder)))

/** Rules for print, which has its own sizes and only black, and for desks, whose browsers are new. */
const onPaperOrDesk = ({ parent }: Rule) =>
  parent?.type === 'atrule' && /print|min-width/.test((parent as AtRule).params)

/** Every declaration of a style sheet as `selector { property: value }`, with the other properties of its rule. */
const declarations = (sheet: string) => {
  const found: { text: string; declaration: Declaration; rule: Rule }[] = []
  postcss.parse(compile(sheet).css).walkRules((rule) => {
    if (onPaperOrDesk(rule)) return
    rule.walkDecls((declaration) => {
      found.push({ text: `${rule.selector} { ${declaration.toString()} }`, declaration, rule })
    })
  })
  return found
}

const valueOf = (rule: Rule, property: string) => {
  let value = ''
  rule.walkDecls(property, (declaration) => void (value = declaration.value))
  return value
}

describe.each(sheets.map((sheet) => [relative(src, sheet), sheet]))('%s', (_name, sheet) => {
  const all = declarations(sheet)
  const refused = (wrong: (one: (typeof all)[number]) => boolean) =>
    all.filter(wrong).map(({ text }) => text)

  test('works in the oldest WeChat promised: iOS 13, Chrome 80', () => {
    const tooNew = /^(inset|aspect-ratio|accent-color|translate|rotate|scale)$/
    expect(refused(({ declaration: { prop } }) => tooNew.test(prop))).toEqual([])
    // Safari before 14.1 has no gap between flex items, only between those of a grid.
    expect(
      refused(
        ({ declaration: { prop }, rule }) =>
          /^(row-|column-)?gap$/.test(prop) && !valueOf(rule, 'display').includes('grid'),
      ),
    ).toEqual([])
    expect(refused(({ rule }) => /:(where|is|has)\(/.test(rule.selector))).toEqual([])
  })

  test('px stays px: nothing shrinks with the width of the phone', () => {
    expect(refused(({ declaration: { value } }) => /\d(rpx|vw|rem)\b/.test(value))).toEqual([])
  })

  test('text sizes come from the tokens, so that they follow the person', () => {
    // The two bars around a page are WeChat's; only the browser build draws its own.
    const frame = /^(html|\.weui-tabbar|\.taro-navigation)/
    expect(
      refused(
        ({ declaration: { prop, value }, rule }) =>
          prop === 'font-size' &&
          !frame.test(rule.selector) &&
          !/var\(--(text-|scale)|em$/.test(value),
      ),
    ).toEqual([])
  })

  test('colours come from the tokens', () => {
    // Two grounds are see-through: the shade behind a sheet, and none.
    expect(
      refused(
        ({ declaration: { prop, value } }) =>
          !prop.startsWith('--') && /#[0-9a-f]{3,8}\b|\brgb\(|\bhsl/i.test(value),
      ),
    ).toEqual([])
  })
})
