import type { StaffRole } from '@/types/shared/roles'

/** Who the demo panel of the browser lets you be. Role names, no real people; the openids are the emulator's own. */
export interface DemoPerson {
  openid: string
  name: string
  birthDate: string
  phone: string
  /** Index of the building among the 42. */
  building: number
  unit: string
  room: string
  verified: boolean
  role?: { role: StaffRole; at: 'centre' | 'fyhd' | 'grid' }
}

export const people = [
  {
    openid: 'demo-resident',
    name: '居民小周（演示）',
    birthDate: '1988-05-12',
    phone: '13900000001',
    building: 2,
    unit: '1',
    room: '502',
    verified: true,
  },
  {
    openid: 'demo-daughter',
    name: '女儿刘女士（演示）',
    birthDate: '1976-09-03',
    phone: '13900000002',
    building: 24,
    unit: '2',
    room: '301',
    verified: true,
  },
  {
    openid: 'demo-elder',
    name: '李奶奶（演示）',
    birthDate: '1942-03-08',
    phone: '13900000003',
    building: 0,
    unit: '1',
    room: '101',
    verified: true,
  },
  {
    openid: 'demo-volunteer',
    name: '志愿者老陈（演示）',
    birthDate: '1952-10-22',
    phone: '13900000004',
    building: 5,
    unit: '3',
    room: '602',
    verified: true,
    role: { role: 'volunteer', at: 'fyhd' },
  },
  {
    openid: 'demo-grid',
    name: '网格员小彭（演示）',
    birthDate: '1990-01-15',
    phone: '13900000005',
    building: 8,
    unit: '1',
    room: '201',
    verified: true,
    role: { role: 'gridWorker', at: 'grid' },
  },
  {
    openid: 'demo-staff',
    name: '社工小王（演示）',
    birthDate: '1994-07-30',
    phone: '13900000006',
    building: 12,
    unit: '2',
    room: '402',
    verified: true,
    role: { role: 'centreStaff', at: 'centre' },
  },
  {
    openid: 'demo-admin',
    name: '管理员（演示）',
    birthDate: '1985-11-02',
    phone: '13900000007',
    building: 15,
    unit: '1',
    room: '301',
    verified: true,
    role: { role: 'admin', at: 'centre' },
  },
  {
    openid: 'demo-kitchen',
    name: '餐厅马师傅（演示）',
    birthDate: '1979-04-18',
    phone: '13900000008',
    building: 18,
    unit: '1',
    room: '602',
    verified: true,
    role: { role: 'canteenStaff', at: 'centre' },
  },
] as const satisfies readonly DemoPerson[]

/** Those the daughter acts for: her mother, who has no phone, and her child. */
export const dependantsOfDaughter = [
  { name: '母亲张奶奶（演示）', birthDate: '1942-06-18', relation: 'parent', consent: 'spoken' },
  { name: '孩子乐乐（演示）', birthDate: '2018-04-01', relation: 'child', consent: 'guardian' },
] as const
