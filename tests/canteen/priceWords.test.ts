import { yuanAloud } from '@/src/words/canteen'
import { yuanSaid } from '@/src/words/meals'

describe('a price', () => {
  it.each([
    [999, '9.99 元', '9块9毛9'],
    [875, '8.75 元', '8块7毛5'],
    [750, '7.50 元', '7块5毛'],
    [805, '8.05 元', '8块零5分'],
    [1200, '12.00 元', '12块'],
    [50, '0.50 元', '5毛'],
    [55, '0.55 元', '5毛5分'],
    [1, '0.01 元', '1分'],
    [0, '0.00 元', '0块'],
  ])('of %d fen is written %s and spoken %s', (fen, written, spoken) => {
    expect(yuanSaid(fen)).toBe(written)
    expect(yuanAloud(fen)).toBe(spoken)
  })
})
