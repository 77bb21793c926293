import { addDays, type Day } from '@/types/shared/day'
import type { Phones } from './index'

interface Place {
  today: Day
  community: string
  newKey: () => string
  /** A volunteer who comes to the meeting. */
  volunteer: string
}

/** Wishes of all kinds, a proposal that is co-signed, and a meeting that will talk about it. */
export const talkTogether = async (
  as: Phones,
  { today, community, newKey, volunteer }: Place,
): Promise<void> => {
  const staff = as('demo-staff')
  const publish = async (
    openid: string,
    wish: {
      words: string
      category: 'living' | 'learning' | 'facilities'
      forWhom: 'elder' | 'child' | 'neighbours'
    },
    said: { title: string; words: string },
  ): Promise<string> => {
    const { id } = await as(openid)('proposals', 'writeWish', {
      ...{ key: newKey(), ...wish, photos: [], showName: true },
    })
    await staff('proposals', 'decideWish', { key: newKey(), wish: id, publish: said })
    return id
  }

  const glasses = await publish(
    'demo-elder',
    { words: '看报纸看不清，想要一副老花镜', category: 'living', forWhom: 'elder' },
    { title: '一副老花镜', words: '一位老人想看清报纸，想要一副老花镜（演示）' },
  )
  await as('demo-volunteer')('proposals', 'claimWish', { key: newKey(), wish: glasses })
  await as('demo-volunteer')('proposals', 'fulfilWish', {
    ...{ key: newKey(), wish: glasses, note: '陪着去配好，当天就取了', photos: [] },
  })
  const thanks = '看得清清楚楚，谢谢您'
  await as('demo-elder')('proposals', 'confirmWish', {
    ...{ key: newKey(), wish: glasses, came: true, thanks },
  })
  await staff('proposals', 'readWords', {
    ...{ key: newKey(), wish: glasses, which: 'thanks', words: thanks, publish: true },
  })

  await publish(
    'demo-resident',
    { words: '孩子想看绘本，家里不多', category: 'learning', forWhom: 'child' },
    { title: '几本旧绘本', words: '四岁的孩子爱看书，想要几本看过的绘本（演示）' },
  )
  const rails = [
    await publish(
      'demo-elder',
      { words: '上楼没有地方扶', category: 'facilities', forWhom: 'elder' },
      { title: '楼道装扶手', words: '上楼想有个扶的地方（演示）' },
    ),
    await publish(
      'demo-resident',
      { words: '老人上楼扶墙走，想装扶手', category: 'facilities', forWhom: 'neighbours' },
      { title: '楼梯两边装扶手', words: '老人上楼扶着墙走（演示）' },
    ),
  ]
  const { id: handrails } = await staff('proposals', 'mergeWishes', {
    ...{ key: newKey(), wishes: rails, title: '楼道里装扶手', node: community },
    words: '几户老人上楼没有地方扶。请在一到三层的楼梯边装扶手。（演示）',
    category: 'facilities',
  })
  const { id: bench } = await as('demo-resident')('proposals', 'writeProposal', {
    ...{ key: newKey(), title: '菜场门口放两把椅子', about: 'community', photos: [] },
    words: '买完菜想歇一歇，门口没有坐的地方。请放两把能靠背的椅子。（演示）',
    category: 'environment',
  })
  await staff('proposals', 'decideProposal', { key: newKey(), proposal: bench, publish: true })
  for (const openid of ['demo-elder', 'demo-volunteer'])
    for (const proposal of [handrails, bench])
      await as(openid)('proposals', 'coSign', { key: newKey(), proposal })

  const { id: meeting } = await staff('proposals', 'saveMeeting', {
    key: newKey(),
    draft: {
      ...{ title: '邻里议事会', placeName: '二楼议事厅', node: community },
      ...{ day: addDays(today, 5), from: '14:30', until: '16:00', seats: 30 },
      invites: 'residents',
      agenda: [{ proposal: handrails }, { proposal: bench }, { title: '晾衣服不挡楼道' }],
    },
  })
  await as('demo-elder')('proposals', 'joinMeeting', { key: newKey(), meeting })
  await staff('proposals', 'joinMeeting', { key: newKey(), meeting, forResident: volunteer })
  await as('demo-elder')('proposals', 'writeWish', {
    ...{ key: newKey(), words: '想学会用手机挂号', category: 'learning', forWhom: 'elder' },
    photos: [],
  })
}
