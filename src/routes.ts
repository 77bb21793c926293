import Taro from '@tarojs/taro'

/** The pages of a package by their short names: each begins with where the package lies. */
const inPackage = <const P extends Readonly<Record<string, string>>>(
  root: string,
  pages: P,
): Readonly<Record<keyof P, string>> =>
  Object.fromEntries(
    Object.entries(pages).map(([route, page]) => [route, `packages/${root}/${page}/index`]),
  ) as Record<keyof P, string>

/** Every page of the program by a short name; the only place that knows where a page lies. */
export const routes = {
  today: 'pages/centre/today/index',
  activities: 'pages/activities/list/index',
  mine: 'pages/residents/mine/index',
  scan: 'pages/scan/index',
  ...inPackage('activities', {
    activityDetail: 'detail',
    signUp: 'sign-up',
    mySignUps: 'mine',
    checkIn: 'check-in',
  }),
  ...inPackage('residents', {
    policy: 'policy',
    memberCode: 'member-code',
    family: 'family',
    addDependant: 'add-dependant',
    askToAct: 'ask-to-act',
    profile: 'profile',
    profileEdit: 'profile-edit',
    settings: 'settings',
    consents: 'consents',
    deleteAccount: 'delete-account',
    notices: 'notices',
    takeOver: 'take-over',
    card: 'card',
  }),
  ...inPackage('residents-staff', {
    workbench: 'workbench',
    people: 'people',
    person: 'person',
    verify: 'verify',
    register: 'register',
    tags: 'tags',
    paperCard: 'paper-card',
    allowActor: 'allow-actor',
    actFor: 'act-for',
    doubles: 'doubles',
    tree: 'tree',
    nodeEdit: 'node-edit',
    nodeOwner: 'node-owner',
    away: 'away',
    roles: 'roles',
  }),
  ...inPackage('activities-staff', {
    staffActivities: 'staff-activities',
    publish: 'publish',
    roster: 'roster',
    forSomeone: 'for-someone',
    venue: 'venue',
    displays: 'displays',
    poster: 'poster',
    callList: 'call-list',
    statistics: 'statistics',
  }),
  ...inPackage('canteen-staff', {
    mealQueue: 'meal-queue',
    counter: 'counter',
    meals: 'meals',
    mealEdit: 'meal-edit',
    dishes: 'dishes',
    dishEdit: 'dish-edit',
    kitchenSheet: 'kitchen-sheet',
    deliveries: 'deliveries',
    settlement: 'settlement',
    mealRefund: 'meal-refund',
    prices: 'prices',
    canteenOperator: 'canteen-operator',
  }),
  ...inPackage('centre-staff', {
    auditLog: 'audit-log',
    aboutCentre: 'about-centre',
    messageTemplates: 'message-templates',
    servicePoster: 'service-poster',
  }),
  ...inPackage('canteen', {
    menu: 'menu',
    mealOrder: 'order',
    myMeals: 'my-meals',
    meal: 'meal',
    pickUp: 'pick-up',
  }),
  ...inPackage('haircuts', {
    haircuts: 'book',
    homeVisit: 'home-visit',
  }),
  ...inPackage('honours', {
    honourWall: 'wall',
    ranking: 'ranking',
    thank: 'thank',
    certificates: 'certificates',
    certificate: 'certificate',
    checkCertificate: 'check',
  }),
  ...inPackage('honours-staff', {
    honourEdit: 'wall',
    thanksToRead: 'thanks',
    certifyFor: 'certify',
    volunteerRecords: 'records',
  }),
  ...inPackage('volunteers', {
    volunteerHome: 'home',
    volunteerRegister: 'register',
    volunteerStanding: 'standing',
    teams: 'teams',
    shifts: 'shifts',
    swaps: 'swaps',
    onDuty: 'on-duty',
    myHours: 'hours',
    myPoints: 'points',
    shiftCheckIn: 'check-in',
    leadShift: 'lead',
  }),
  ...inPackage('errands', {
    errandMenu: 'menu',
    errandOrder: 'order',
    myErrands: 'mine',
    errandsToDo: 'to-do',
    errandToDo: 'one',
  }),
  ...inPackage('errands-staff', {
    staffErrands: 'list',
    staffErrand: 'errand',
    errandFor: 'for-someone',
    errandKinds: 'kinds',
    errandKindEdit: 'kind-edit',
  }),
  ...inPackage('feedback', {
    speakUp: 'speak-up',
    myCases: 'mine',
    case: 'case',
    solvedBoard: 'solved-board',
    complain: 'complain',
  }),
  ...inPackage('feedback-staff', {
    casesToDo: 'list',
    staffCase: 'case',
    caseAct: 'act',
    caseAlike: 'alike',
    casePlaces: 'places',
    caseFlows: 'flows',
    caseFlow: 'flow-edit',
    caseAnswers: 'answers',
    caseByPhone: 'by-phone',
    sealedCases: 'sealed',
    sealedCase: 'sealed-case',
    openIdentity: 'open-identity',
    caseDashboard: 'dashboard',
    boardEdit: 'board-edit',
    complaints: 'complaints',
  }),
  ...inPackage('votes', {
    votes: 'list',
    vote: 'one',
    voteRecount: 'recount',
  }),
  ...inPackage('votes-staff', {
    staffVotes: 'list',
    staffVote: 'vote',
    voteOpen: 'open',
    voteDoors: 'doors',
    votePaper: 'paper',
    votePapers: 'papers',
    ownersCountOpen: 'count-open',
    ownersCount: 'count',
    ownersEnter: 'owners',
    ownerAnswer: 'answer',
  }),
  ...inPackage('projects', {
    projects: 'list',
    project: 'one',
    projectFund: 'fund',
  }),
  ...inPackage('projects-staff', {
    staffProjects: 'list',
    staffProject: 'project',
    projectEdit: 'edit',
    projectStep: 'step',
    projectFundStart: 'fund-start',
    projectDonation: 'donation',
    projectExpense: 'expense',
    projectLedger: 'ledger',
  }),
  ...inPackage('surveys', {
    surveys: 'list',
    surveyFill: 'fill',
    surveyReleased: 'released',
  }),
  ...inPackage('surveys-staff', {
    staffSurveys: 'list',
    staffSurvey: 'survey',
    surveyFor: 'for-someone',
    surveyEdit: 'edit',
    surveyQuestion: 'question',
    surveyPreview: 'preview',
    surveyDoor: 'door',
    surveyDoorFill: 'door-fill',
    surveyResults: 'results',
    surveyTexts: 'texts',
  }),
  ...inPackage('proposals', {
    proposals: 'home',
    wish: 'wish',
    wishWrite: 'wish-write',
    proposal: 'proposal',
    proposalWrite: 'proposal-write',
    myVoices: 'mine',
    meeting: 'meeting',
    meetingCheckIn: 'check-in',
    meetingTasks: 'tasks',
  }),
  ...inPackage('proposals-staff', {
    proposalsToDo: 'to-do',
    staffWish: 'wish',
    mergeWishes: 'merge',
    staffProposal: 'proposal',
    staffMeeting: 'meeting',
    meetingEdit: 'meeting-edit',
    meetingMinutes: 'minutes',
    meetingScreen: 'screen',
    voiceFor: 'for-someone',
    proposalSettings: 'settings',
  }),
  ...inPackage('haircuts-staff', {
    haircutQueue: 'queue',
    haircutWalkIn: 'walk-in',
    haircutFor: 'for-someone',
    haircutRule: 'rule',
    homeVisits: 'home-visits',
    haircutBoard: 'board',
  }),
  ...inPackage('volunteers-staff', {
    staffShifts: 'shifts',
    posts: 'posts',
    shiftRoster: 'roster',
    shiftEdit: 'shift-edit',
    hoursToConfirm: 'hours-to-confirm',
    shiftScreen: 'screen',
    pointRules: 'point-rules',
    personHours: 'person-hours',
    talents: 'talents',
    volunteer: 'volunteer',
    staffTeams: 'teams',
    teamEdit: 'team-edit',
    volunteerLevels: 'levels',
  }),
  ...inPackage('shop', {
    shopShelf: 'shelf',
    shopOrder: 'order',
    shopOrders: 'orders',
    shopPurchases: 'purchases',
    shopStatements: 'statements',
  }),
  ...inPackage('shop-staff', {
    shopCounter: 'counter',
    shopGoods: 'goods',
    shopGoodsEdit: 'goods-edit',
    shopTakeIn: 'take-in',
    shopHandOver: 'hand-over',
    shopAid: 'aid',
    shopAskAid: 'ask-aid',
    shopBuying: 'buying',
    shopLent: 'lent',
    shopLedger: 'ledger',
    shopStocktaking: 'stocktaking',
    shopStatement: 'statement',
    shopAbout: 'shop-about',
  }),
  ...inPackage('centre', {
    about: 'about',
    chooseCentre: 'choose',
    openCentre: 'open',
  }),
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
