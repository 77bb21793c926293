import type { Contracts } from '@/src/api/call'

type Acts = {
  readonly [M in keyof Contracts]: Partial<Readonly<Record<keyof Contracts[M], string>>>
}

/** What staff did, in words, by module and procedure. */
const acts: Acts = {
  activities: {
    signUp: '替人报名',
    cancel: '替人取消报名',
    publish: '发布活动',
    edit: '修改活动',
    withdraw: '取消活动',
    drawLots: '抽签',
    promote: '让排队的人补上',
    checkInByCard: '扫码签到',
    tick: '点名签到',
    tickAll: '一起点名签到',
    confirmCheckIn: '确认签到',
    countHeads: '点人数',
    certify: '发结业证',
  },
  canteen: {
    placeOrder: '替人订餐',
    changeOrder: '替人改订单',
    cancelOrder: '替人取消订单',
    saveDish: '修改菜品',
    saveService: '安排一餐',
    publishService: '发布菜单',
    copyWeek: '照搬一周菜单',
    closeEarly: '提前停止订餐',
    reopenService: '重新开放订餐',
    callOffService: '取消一餐',
    setSoldOut: '标记卖完',
    counterSale: '柜台卖餐',
    serve: '取餐',
    markPaid: '记下已付款',
    refund: '退款',
    settleByHand: '人工办结微信收退款',
    exportSettlement: '导出结算表',
    closeMonth: '月度结算签字',
    savePriceRule: '修改优惠',
    saveOperator: '修改餐厅资料',
  },
  centre: {
    saveAbout: '修改中心资料',
    saveSettings: '修改消息模板',
    issueDisplay: '给屏幕发链接',
    revokeDisplay: '停用屏幕链接',
    makePrintout: '把名单做成表格打印',
  },
  haircuts: {
    book: '替人取理发的号',
    cancel: '替人取消理发的号',
    choose: '替人选理发怎么办',
    askHomeVisit: '替人申请上门理发',
    cancelHomeVisit: '替人取消上门理发',
    saveRule: '修改理发的安排',
    walkIn: '给现场来的人发号',
    arrive: '记下人到了',
    callNext: '叫号',
    finish: '记下理完了',
    noShow: '记下过号',
    backInLine: '让过号的人重新排',
    planHomeVisit: '安排上门理发',
    finishHomeVisit: '记下上门理完了',
  },
  notices: {
    recordCall: '记录打电话的结果',
  },
  residents: {
    updateProfile: '替人修改资料',
    allowActor: '登记家人代办',
    registerPerson: '登记居民',
    verifyResidency: '确认居民身份',
    revokeVerification: '撤销居民身份',
    deleteAccountFor: '替人注销',
    keepAccountFor: '撤回替人注销',
    issueCard: '发会员卡',
    revokeCard: '停用会员卡',
    mergePeople: '合并重复的人',
    dismissDouble: '确认不是同一个人',
    setTag: '加标签',
    removeTag: '去掉标签',
    saveNode: '修改组织',
    setOwner: '安排负责人',
    setAway: '登记外出',
    grantRole: '安排岗位',
    revokeRole: '取消岗位',
  },
  volunteers: {
    saveShift: '安排班次',
    callOffShift: '取消班次',
    putOnShift: '把人排进班次',
    takeOffShift: '把人从班次里去掉',
    enterHours: '录入服务时长',
    confirmHours: '确认服务时长',
    refuseHours: '退回服务时长',
    confirmShiftHours: '一起确认一班的时长',
    savePointRule: '定积分规则',
  },
}

/** What was done, of a procedure as the log names it: `residents.setTag` → 加标签. */
export const actSaid = (procedure: string): string => {
  const [module = '', name = ''] = procedure.split('.')
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = acts
  return words[module]?.[name] ?? '其他操作'
}
