import Taro from '@tarojs/taro'

/** Every page of the program by a short name; the only place that knows where a page lies. */
export const routes = {
  today: 'pages/centre/today/index',
  activities: 'pages/activities/list/index',
  mine: 'pages/residents/mine/index',
  scan: 'pages/scan/index',
  activityDetail: 'packages/activities/detail/index',
  signUp: 'packages/activities/sign-up/index',
  mySignUps: 'packages/activities/mine/index',
  checkIn: 'packages/activities/check-in/index',
  policy: 'packages/residents/policy/index',
  memberCode: 'packages/residents/member-code/index',
  family: 'packages/residents/family/index',
  addDependant: 'packages/residents/add-dependant/index',
  askToAct: 'packages/residents/ask-to-act/index',
  profile: 'packages/residents/profile/index',
  profileEdit: 'packages/residents/profile-edit/index',
  settings: 'packages/residents/settings/index',
  consents: 'packages/residents/consents/index',
  deleteAccount: 'packages/residents/delete-account/index',
  notices: 'packages/residents/notices/index',
  takeOver: 'packages/residents/take-over/index',
  card: 'packages/residents/card/index',
  workbench: 'packages/residents-staff/workbench/index',
  people: 'packages/residents-staff/people/index',
  person: 'packages/residents-staff/person/index',
  verify: 'packages/residents-staff/verify/index',
  register: 'packages/residents-staff/register/index',
  tags: 'packages/residents-staff/tags/index',
  paperCard: 'packages/residents-staff/paper-card/index',
  allowActor: 'packages/residents-staff/allow-actor/index',
  actFor: 'packages/residents-staff/act-for/index',
  doubles: 'packages/residents-staff/doubles/index',
  tree: 'packages/residents-staff/tree/index',
  nodeEdit: 'packages/residents-staff/node-edit/index',
  nodeOwner: 'packages/residents-staff/node-owner/index',
  away: 'packages/residents-staff/away/index',
  roles: 'packages/residents-staff/roles/index',
  staffActivities: 'packages/activities-staff/staff-activities/index',
  publish: 'packages/activities-staff/publish/index',
  roster: 'packages/activities-staff/roster/index',
  forSomeone: 'packages/activities-staff/for-someone/index',
  venue: 'packages/activities-staff/venue/index',
  displays: 'packages/activities-staff/displays/index',
  poster: 'packages/activities-staff/poster/index',
  callList: 'packages/activities-staff/call-list/index',
  statistics: 'packages/activities-staff/statistics/index',
  mealQueue: 'packages/canteen-staff/meal-queue/index',
  counter: 'packages/canteen-staff/counter/index',
  meals: 'packages/canteen-staff/meals/index',
  mealEdit: 'packages/canteen-staff/meal-edit/index',
  dishes: 'packages/canteen-staff/dishes/index',
  dishEdit: 'packages/canteen-staff/dish-edit/index',
  kitchenSheet: 'packages/canteen-staff/kitchen-sheet/index',
  deliveries: 'packages/canteen-staff/deliveries/index',
  settlement: 'packages/canteen-staff/settlement/index',
  mealRefund: 'packages/canteen-staff/meal-refund/index',
  prices: 'packages/canteen-staff/prices/index',
  canteenOperator: 'packages/canteen-staff/canteen-operator/index',
  auditLog: 'packages/centre-staff/audit-log/index',
  aboutCentre: 'packages/centre-staff/about-centre/index',
  messageTemplates: 'packages/centre-staff/message-templates/index',
  servicePoster: 'packages/centre-staff/service-poster/index',
  menu: 'packages/canteen/menu/index',
  mealOrder: 'packages/canteen/order/index',
  myMeals: 'packages/canteen/my-meals/index',
  meal: 'packages/canteen/meal/index',
  pickUp: 'packages/canteen/pick-up/index',
  haircuts: 'packages/haircuts/book/index',
  homeVisit: 'packages/haircuts/home-visit/index',
  honourWall: 'packages/honours/wall/index',
  ranking: 'packages/honours/ranking/index',
  thank: 'packages/honours/thank/index',
  certificates: 'packages/honours/certificates/index',
  certificate: 'packages/honours/certificate/index',
  checkCertificate: 'packages/honours/check/index',
  honourEdit: 'packages/honours-staff/wall/index',
  thanksToRead: 'packages/honours-staff/thanks/index',
  certifyFor: 'packages/honours-staff/certify/index',
  volunteerRecords: 'packages/honours-staff/records/index',
  volunteerHome: 'packages/volunteers/home/index',
  volunteerRegister: 'packages/volunteers/register/index',
  volunteerStanding: 'packages/volunteers/standing/index',
  teams: 'packages/volunteers/teams/index',
  shifts: 'packages/volunteers/shifts/index',
  swaps: 'packages/volunteers/swaps/index',
  onDuty: 'packages/volunteers/on-duty/index',
  myHours: 'packages/volunteers/hours/index',
  myPoints: 'packages/volunteers/points/index',
  shiftCheckIn: 'packages/volunteers/check-in/index',
  leadShift: 'packages/volunteers/lead/index',
  errandMenu: 'packages/errands/menu/index',
  errandOrder: 'packages/errands/order/index',
  myErrands: 'packages/errands/mine/index',
  errandsToDo: 'packages/errands/to-do/index',
  errandToDo: 'packages/errands/one/index',
  staffErrands: 'packages/errands-staff/list/index',
  staffErrand: 'packages/errands-staff/errand/index',
  errandFor: 'packages/errands-staff/for-someone/index',
  errandKinds: 'packages/errands-staff/kinds/index',
  errandKindEdit: 'packages/errands-staff/kind-edit/index',
  speakUp: 'packages/feedback/speak-up/index',
  myCases: 'packages/feedback/mine/index',
  case: 'packages/feedback/case/index',
  haircutQueue: 'packages/haircuts-staff/queue/index',
  haircutWalkIn: 'packages/haircuts-staff/walk-in/index',
  haircutFor: 'packages/haircuts-staff/for-someone/index',
  haircutRule: 'packages/haircuts-staff/rule/index',
  homeVisits: 'packages/haircuts-staff/home-visits/index',
  haircutBoard: 'packages/haircuts-staff/board/index',
  staffShifts: 'packages/volunteers-staff/shifts/index',
  posts: 'packages/volunteers-staff/posts/index',
  shiftRoster: 'packages/volunteers-staff/roster/index',
  shiftEdit: 'packages/volunteers-staff/shift-edit/index',
  hoursToConfirm: 'packages/volunteers-staff/hours-to-confirm/index',
  shiftScreen: 'packages/volunteers-staff/screen/index',
  pointRules: 'packages/volunteers-staff/point-rules/index',
  personHours: 'packages/volunteers-staff/person-hours/index',
  shopShelf: 'packages/shop/shelf/index',
  shopOrder: 'packages/shop/order/index',
  shopOrders: 'packages/shop/orders/index',
  shopPurchases: 'packages/shop/purchases/index',
  shopStatements: 'packages/shop/statements/index',
  shopCounter: 'packages/shop-staff/counter/index',
  shopGoods: 'packages/shop-staff/goods/index',
  shopGoodsEdit: 'packages/shop-staff/goods-edit/index',
  shopTakeIn: 'packages/shop-staff/take-in/index',
  shopHandOver: 'packages/shop-staff/hand-over/index',
  shopAid: 'packages/shop-staff/aid/index',
  shopAskAid: 'packages/shop-staff/ask-aid/index',
  shopBuying: 'packages/shop-staff/buying/index',
  shopLent: 'packages/shop-staff/lent/index',
  shopLedger: 'packages/shop-staff/ledger/index',
  shopStocktaking: 'packages/shop-staff/stocktaking/index',
  shopStatement: 'packages/shop-staff/statement/index',
  shopAbout: 'packages/shop-staff/shop-about/index',
  talents: 'packages/volunteers-staff/talents/index',
  volunteer: 'packages/volunteers-staff/volunteer/index',
  staffTeams: 'packages/volunteers-staff/teams/index',
  teamEdit: 'packages/volunteers-staff/team-edit/index',
  volunteerLevels: 'packages/volunteers-staff/levels/index',
  about: 'packages/centre/about/index',
  chooseCentre: 'packages/centre/choose/index',
  openCentre: 'packages/centre/open/index',
} as const

export type Route = keyof typeof routes

/** Pages of the tab bar are switched to; WeChat refuses to open them on top of others. */
const tabs: ReadonlySet<Route> = new Set(['today', 'activities', 'mine'])

/** Where a page lies, with its parameters: `/packages/…/index?activity=…`. */
export const address = (route: Route, params: Readonly<Record<string, string>>): string => {
  const query = Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return `/${routes[route]}${query && `?${query}`}`
}

/** Opens a page on top of this one. */
export const goTo = (route: Route, params: Readonly<Record<string, string>> = {}): void => {
  if (tabs.has(route)) void Taro.switchTab({ url: address(route, {}) })
  else void Taro.navigateTo({ url: address(route, params) })
}

/** Opens a page instead of this one, which is then no step on the way back. */
export const replaceBy = (route: Route, params: Readonly<Record<string, string>> = {}): void => {
  if (tabs.has(route)) void Taro.switchTab({ url: address(route, {}) })
  else void Taro.redirectTo({ url: address(route, params) })
}

/** One page back, or Today when this was the first page: a scanned code opens a page with nothing under it. */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goTo('today')
}
