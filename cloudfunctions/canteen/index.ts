import { canteen } from '@/types/canteen'
import { now } from '../kit/clock'
import { serve as serveModule } from '../kit/serve'
import { callOffService } from './callOffService'
import { cancelOrder } from './cancelOrder'
import { changeOrder } from './changeOrder'
import { closeEarly } from './closeEarly'
import { closeMonth } from './closeMonth'
import { copyWeek } from './copyWeek'
import { counterQuote } from './counterQuote'
import { counterSale } from './counterSale'
import { deliveries } from './deliveries'
import { dishes } from './dishes'
import { eater } from './eater'
import { exportSettlement } from './exportSettlement'
import { kitchenSheet } from './kitchenSheet'
import { markPaid } from './markPaid'
import { menu } from './menu'
import { mine } from './mine'
import { operator } from './operator'
import { order } from './order'
import { paidOrders } from './paidOrders'
import { hear, isHint } from './payments'
import { payOrder } from './payOrder'
import { placeOrder } from './placeOrder'
import { priceRules } from './priceRules'
import { publishService } from './publishService'
import { queue } from './queue'
import { quote } from './quote'
import { refund } from './refund'
import { reopenService } from './reopenService'
import { saveDish } from './saveDish'
import { saveOperator } from './saveOperator'
import { savePriceRule } from './savePriceRule'
import { saveService } from './saveService'
import { serve } from './serve'
import { service } from './service'
import { services } from './services'
import { setSoldOut } from './setSoldOut'
import { settleByHand } from './settleByHand'
import { settlement } from './settlement'

const answer = serveModule(canteen, {
  menu,
  service,
  eater,
  quote,
  placeOrder,
  changeOrder,
  cancelOrder,
  payOrder,
  order,
  mine,
  dishes,
  saveDish,
  services,
  saveService,
  publishService,
  copyWeek,
  closeEarly,
  reopenService,
  callOffService,
  setSoldOut,
  counterQuote,
  counterSale,
  queue,
  serve,
  markPaid,
  paidOrders,
  refund,
  settleByHand,
  kitchenSheet,
  deliveries,
  settlement,
  exportSettlement,
  closeMonth,
  priceRules,
  savePriceRule,
  operator,
  saveOperator,
})

/** What WeChat Pay tells has no procedure; everything else is a call of a phone. */
export const main = (event: unknown): Promise<unknown> =>
  isHint(event) ? hear(event, now()) : answer(event)
