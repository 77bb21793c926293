import { centreOf, link, scene, targetOf } from '@/types/shared/links'

describe('the code on a certificate', () => {
  const target = { to: 'certificate', centre: 'chj', code: 'k7mf2pqx9hda' } as const

  it('leads to the check of its centre, by a link and by a mini-program code', () => {
    expect(scene(target).length).toBeLessThanOrEqual(32)
    expect(targetOf(link(target))).toEqual(target)
    expect(targetOf(scene(target))).toEqual(target)
    expect(centreOf(target)).toBe('chj')
  })

  it('says nothing of the person: centre and code are all there is', () => {
    expect(link(target).endsWith('/z.chj_k7mf2pqx9hda')).toBe(true)
  })

  it.each(['z.', 'z', 'z.a b'])('%s leads nowhere', (text) => {
    expect(targetOf(text)).toBeNull()
  })
})
