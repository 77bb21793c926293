import { shop } from '@/types/shop'
import { serve } from '../kit/serve'
import { aidRequests } from './aidRequests'
import { askAid } from './askAid'
import { askPurchase } from './askPurchase'
import { cancelOrder } from './cancelOrder'
import { cancelPurchase } from './cancelPurchase'
import { closeStocktaking } from './closeStocktaking'
import { countGoods } from './countGoods'
import { customer } from './customer'
import { decideAid } from './decideAid'
import { giveAid } from './giveAid'
import { dropStocktaking } from './dropStocktaking'
import { giveUpPurchase } from './giveUpPurchase'
import { goodsOnShelf } from './goodsOnShelf'
import { goodsForStaff } from './goodsForStaff'
import { goodsToPick } from './goodsToPick'
import { handOut } from './handOut'
import { handOver } from './handOver'
import { handOverPurchase } from './handOverPurchase'
import { ledger } from './ledger'
import { lentOut } from './lentOut'
import { markBought } from './markBought'
import { mine } from './mine'
import { myPurchases } from './myPurchases'
import { order } from './order'
import { ordersToHandOver } from './ordersToHandOver'
import { publishStatement } from './publishStatement'
import { purchases } from './purchases'
import { receipt } from './receipt'
import { redeem } from './redeem'
import { reverse } from './reverse'
import { saveGoods } from './saveGoods'
import { saveShopAbout } from './saveShopAbout'
import { sell } from './sell'
import { shelf } from './shelf'
import { startStocktaking } from './startStocktaking'
import { statement } from './statement'
import { statements } from './statements'
import { stocktaking } from './stocktaking'
import { stocktakingLines } from './stocktakingLines'
import { takeBack } from './takeBack'
import { takeIn } from './takeIn'

export const main = serve(shop, {
  shelf,
  goodsOnShelf,
  mine,
  order,
  cancelOrder,
  askPurchase,
  cancelPurchase,
  myPurchases,
  statements,
  goodsForStaff,
  saveGoods,
  saveShopAbout,
  takeIn,
  receipt,
  customer,
  sell,
  handOut,
  lentOut,
  takeBack,
  redeem,
  ordersToHandOver,
  handOver,
  reverse,
  ledger,
  askAid,
  decideAid,
  giveAid,
  aidRequests,
  goodsToPick,
  purchases,
  markBought,
  giveUpPurchase,
  handOverPurchase,
  startStocktaking,
  stocktaking,
  stocktakingLines,
  countGoods,
  closeStocktaking,
  dropStocktaking,
  statement,
  publishStatement,
})
