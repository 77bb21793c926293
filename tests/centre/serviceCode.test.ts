import { centreOf, link, scene, services, targetOf } from '@/types/shared/links'

describe('the code that hangs at a place', () => {
  it.each(services)('of %s leads back to it, by a link and by a mini-program code', (service) => {
    const target = { to: 'service', centre: 'dl', service } as const
    expect(targetOf(link(target))).toEqual(target)
    expect(targetOf(scene(target))).toEqual(target)
    expect(scene(target).length).toBeLessThanOrEqual(32)
    expect(centreOf(target)).toBe('dl')
  })

  it.each(['s.dl_laundry', 's.dl', 's.dl_', 's._'])('%s leads nowhere', (text) => {
    expect(targetOf(text)).toBeNull()
  })
})
