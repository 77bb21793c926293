import type { DrawingName } from '@/src/design/Drawing'
import { yuan } from '@/types/shared/fen'
import type {
  AidState,
  Goods,
  GoodsCategory,
  Movement,
  PurchaseState,
  ShopOrderState,
  StatementLine,
} from '@/types/shop'
import type { Said } from './activities'

export const categoryNames: Readonly<Record<GoodsCategory, string>> = {
  food: '吃的',
  daily: '日用',
  school: '学习',
  clothes: '穿的',
  lending: '可以借',
  other: '其他',
}

export const categoryDrawings: Readonly<Record<GoodsCategory, DrawingName>> = {
  food: 'rice',
  daily: 'house',
  school: 'book',
  clothes: 'person',
  lending: 'stick',
  other: 'heart',
}

export const movementNames: Readonly<Record<Movement, string>> = {
  charitySale: '义卖',
  donationDrive: '募捐收到',
  donationWithPurchase: '附捐',
  handOut: '发放',
  emergencyAid: '救急',
  buyingForOthers: '代购',
  convenienceService: '便民服务',
  redemption: '积分兑换',
  reversal: '撤回',
  stocktaking: '盘点差额',
}

export const pointsSaid = (points: number): string => `${points} 积分`

/** 30 积分，或者 25.00 元; what can be had for neither is lent, or given to who needs it. */
export const priceSaid = ({
  points,
  fen,
  category,
}: Pick<Goods, 'points' | 'fen' | 'category'>): string =>
  [points !== null && pointsSaid(points), fen !== null && `${yuan(fen)} 元`]
    .filter(Boolean)
    .join('，或者 ') || (category === 'lending' ? '可以借，不收钱' : '送给有需要的人')

/** 还剩 5 袋 */
export const leftSaid = ({ left, unit }: Pick<Goods, 'left' | 'unit'>): string =>
  left > 0 ? `还剩 ${left} ${unit}` : '现在没有货'

/** 大米 2 袋 */
export const countSaid = (name: string, quantity: number, unit: string): string =>
  `${name} ${Math.abs(quantity)} ${unit}`.trim()

export const orderStates: Readonly<Record<ShopOrderState, Said>> = {
  waiting: { label: '留好了，等您取', tone: 'gold', drawing: 'clock' },
  handedOver: { label: '取走了', tone: 'pine', drawing: 'check' },
  cancelled: { label: '取消了', tone: 'plain', drawing: 'close' },
  lapsed: { label: '没来取，积分退了', tone: 'plain', drawing: 'info' },
  reversed: { label: '退回去了', tone: 'plain', drawing: 'info' },
}

export const purchaseStates: Readonly<Record<PurchaseState, Said>> = {
  asked: { label: '等着去买', tone: 'gold', drawing: 'clock' },
  bought: { label: '买好了，等着取', tone: 'blue', drawing: 'house' },
  handedOver: { label: '交到手里了', tone: 'pine', drawing: 'check' },
  cancelled: { label: '取消了', tone: 'plain', drawing: 'close' },
  reversed: { label: '退了', tone: 'plain', drawing: 'info' },
}

export const aidStates: Readonly<Record<AidState, Said>> = {
  asked: { label: '等人审批', tone: 'gold', drawing: 'clock' },
  approved: { label: '同意了，等着领', tone: 'blue', drawing: 'heart' },
  refused: { label: '没有同意', tone: 'plain', drawing: 'close' },
  given: { label: '领走了', tone: 'pine', drawing: 'check' },
  lapsed: { label: '没来领，过期了', tone: 'plain', drawing: 'info' },
  reversed: { label: '撤回了', tone: 'plain', drawing: 'info' },
}

/** 2026年11月 */
export const monthSaid = (month: string): string => {
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}

/** 积分兑换 12 次，出去 30 件，900 积分; 撤回 1 次，进来 2 件，退了 50.00 元 */
export const statementSaid = (line: StatementLine): string => {
  const { movement, times, quantity, broughtBack, points, fen } = line
  return [
    times > 0 ? `${movementNames[movement]} ${times} 次` : movementNames[movement],
    quantity < 0 && `出去 ${-quantity} 件`,
    quantity > 0 && `进来 ${quantity} 件`,
    broughtBack > 0 && `还回来 ${broughtBack} 件`,
    points !== 0 && backSaid(points, pointsSaid),
    fen !== 0 && backSaid(fen, (amount) => `${yuan(amount)} 元`),
  ]
    .filter(Boolean)
    .join('，')
}

/** What went back is said so, not as less than nothing. */
const backSaid = (amount: number, said: (amount: number) => string): string =>
  amount < 0 ? `退了 ${said(-amount)}` : said(amount)
