import { CloudError } from '../../errors'

/** The request was understood and refused: `result_code` FAIL, `code` as `err_code`, `message` as `err_code_des`. */
export class PayRefusal extends CloudError {}

/** The request is malformed: `return_code` FAIL, the reason in `return_msg`. */
export class PayFormatError extends Error {
  constructor(readonly returnMsg: string) {
    super(returnMsg)
    this.name = 'PayFormatError'
  }
}

export const refusals = {
  orderNotExist: () => new PayRefusal('ORDERNOTEXIST', '订单不存在'),
  orderPaid: () => new PayRefusal('ORDERPAID', '该订单已支付'),
  orderClosed: () => new PayRefusal('ORDERCLOSED', '订单已关闭'),
  tradeNoUsed: () => new PayRefusal('OUT_TRADE_NO_USED', '201 商户订单号重复'),
  tooEarlyToClose: () => new PayRefusal('SYSTEMERROR', '订单生成后5分钟内不能关单'),
  notPaid: () => new PayRefusal('TRADE_STATE_ERROR', '订单状态错误'),
  refundTooLate: () => new PayRefusal('TRADE_OVERDUE', '订单已经超过可退款的最大期限'),
  refundTooMuch: () => new PayRefusal('REFUND_FEE_INVALID', '累计退款金额大于支付金额'),
  refundMismatch: () =>
    new PayRefusal('REFUND_FEE_MISMATCH', '订单金额或退款金额与之前请求不一致，请核实后再试'),
  refundTooOften: () => new PayRefusal('ERROR', '退款次数超过限制'),
  refundNotExist: () => new PayRefusal('REFUNDNOTEXIST', '退款单不存在'),
  wrongPayer: () => new PayRefusal('PARAM_ERROR', '支付者与下单者不是同一用户'),
}
