import { centreOf, link, scene, targetOf } from '@/types/shared/links'

describe('the code of an order', () => {
  const target = { to: 'order', order: 'dl_oAbc-123_x' } as const

  it('leads back to the order, by a link and by a mini-program code', () => {
    expect(scene(target)).toBe('o.dl_oAbc-123_x')
    expect(targetOf(link(target))).toEqual(target)
    expect(targetOf(scene(target))).toEqual(target)
    expect(centreOf(target)).toBe('dl')
  })

  it.each(['o.', 'o', 'o.a b'])('%s leads nowhere', (text) => {
    expect(targetOf(text)).toBeNull()
  })
})
