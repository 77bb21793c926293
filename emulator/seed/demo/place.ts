/**
 * The demo centre. Names of communities, the 42 buildings of 风韵荷都 and the rooms are those of the newspaper reports
 * the product comes from (000–004); opening hours, addresses and phone numbers are invented and marked （演示）.
 */
export const centre = {
  code: 'chj',
  name: '常回家党群服务中心（演示）',
  about:
    '一楼为民服务大厅，二楼书画室、会议室，三楼儿童天地、棋牌室、舞蹈室。愿每一位居民常回家看看。（演示）',
  phone: '0371-5550100',
  opens: '08:30',
  closes: '20:30',
}

/** Community → its grids. Seven communities, as under the street office of report 004. */
export const communities = [
  { word: 'fyhd', name: '风韵荷都社区', grids: ['A区网格', 'B区网格'] },
  { word: 'hdmd', name: '恒大名都社区', grids: ['第一网格'] },
  { word: 'yaxin', name: '亚新社区', grids: ['第一网格'] },
  { word: 'huainan', name: '淮南社区', grids: ['第一网格'] },
  { word: 'erdao', name: '二道街社区', grids: ['第一网格'] },
  { word: 'qingxiu', name: '青秀佳苑社区', grids: ['第一网格'] },
  { word: 'yucheng', name: '玉成社区', grids: ['第一网格'] },
] as const

/** Report 000: two compounds, 42 buildings together, all in the first community. */
export const buildings = [
  ...Array.from({ length: 20 }, (_, i) => ({ grid: 0, name: `A区${i + 1}号楼` })),
  ...Array.from({ length: 22 }, (_, i) => ({ grid: 1, name: `B区${i + 1}号楼` })),
]

export const servicePoints = [
  {
    name: '党群服务中心（演示）',
    address: '荷都路 6 号（演示）',
    hours: '每天 8:30–20:30（演示）',
    phone: '0371-5550100',
    latitude: 34.7701,
    longitude: 113.6801,
  },
  {
    name: '暖心驿站（演示）',
    address: '中心一楼东门（演示）',
    hours: '24 小时',
    phone: null,
    latitude: 34.7702,
    longitude: 113.6804,
  },
  {
    name: '共享餐厅（演示）',
    address: '中心一楼西侧（演示）',
    hours: '11:00–12:30，17:00–18:30（演示）',
    phone: '0371-5550101',
    latitude: 34.77,
    longitude: 113.6798,
  },
  {
    name: '卫生服务中心（演示）',
    address: '荷都路 18 号（演示）',
    hours: '每天 8:00–17:30（演示）',
    phone: '0371-5550102',
    latitude: 34.7712,
    longitude: 113.6822,
  },
]
