/** 微信同声传译 reads aloud. WeChat refuses a package that declares a plugin its account has not added, so it is asked for. */
const speechPlugin = process.env.CHJ_SPEECH_PLUGIN
const plugins = speechPlugin && {
  WechatSI: { version: speechPlugin, provider: 'wx069ba97219f66d99' },
}

const app: Parameters<typeof defineAppConfig>[0] = {
  ...(plugins && { plugins }),
  pages: [
    'pages/centre/today/index',
    'pages/activities/list/index',
    'pages/residents/mine/index',
    'pages/scan/index',
  ],
  subPackages: [
    {
      root: 'packages/activities',
      pages: ['detail/index', 'sign-up/index', 'mine/index', 'check-in/index'],
    },
    {
      root: 'packages/residents',
      pages: [
        'policy/index',
        'member-code/index',
        'family/index',
        'add-dependant/index',
        'ask-to-act/index',
        'profile/index',
        'profile-edit/index',
        'settings/index',
        'consents/index',
        'delete-account/index',
        'notices/index',
        'take-over/index',
        'card/index',
      ],
    },
    {
      root: 'packages/residents-staff',
      pages: [
        'workbench/index',
        'people/index',
        'person/index',
        'verify/index',
        'register/index',
        'tags/index',
        'paper-card/index',
        'allow-actor/index',
        'act-for/index',
        'doubles/index',
        'tree/index',
        'node-edit/index',
        'node-owner/index',
        'away/index',
        'roles/index',
      ],
    },
    {
      root: 'packages/activities-staff',
      pages: [
        'staff-activities/index',
        'publish/index',
        'roster/index',
        'for-someone/index',
        'venue/index',
        'displays/index',
        'poster/index',
        'call-list/index',
        'statistics/index',
      ],
    },
    {
      root: 'packages/canteen-staff',
      pages: [
        'meal-queue/index',
        'counter/index',
        'meals/index',
        'meal-edit/index',
        'dishes/index',
        'dish-edit/index',
        'kitchen-sheet/index',
        'deliveries/index',
        'settlement/index',
        'meal-refund/index',
        'prices/index',
        'canteen-operator/index',
      ],
    },
    {
      root: 'packages/centre-staff',
      pages: [
        'audit-log/index',
        'about-centre/index',
        'message-templates/index',
        'service-poster/index',
      ],
    },
    {
      root: 'packages/canteen',
      pages: ['menu/index', 'order/index', 'my-meals/index', 'meal/index', 'pick-up/index'],
    },
    { root: 'packages/haircuts', pages: ['book/index', 'home-visit/index'] },
    {
      root: 'packages/haircuts-staff',
      pages: [
        'queue/index',
        'walk-in/index',
        'for-someone/index',
        'rule/index',
        'home-visits/index',
        'board/index',
      ],
    },
    {
      root: 'packages/honours',
      pages: [
        'wall/index',
        'ranking/index',
        'thank/index',
        'certificates/index',
        'certificate/index',
        'check/index',
      ],
    },
    {
      root: 'packages/honours-staff',
      pages: ['wall/index', 'thanks/index', 'certify/index', 'records/index'],
    },
    {
      root: 'packages/errands',
      pages: ['menu/index', 'order/index', 'mine/index', 'to-do/index', 'one/index'],
    },
    {
      root: 'packages/errands-staff',
      pages: ['list/index', 'errand/index', 'for-someone/index', 'kinds/index', 'kind-edit/index'],
    },
    { root: 'packages/votes', pages: ['list/index', 'one/index', 'recount/index'] },
    {
      root: 'packages/votes-staff',
      pages: [
        'list/index',
        'vote/index',
        'open/index',
        'doors/index',
        'paper/index',
        'papers/index',
        'count-open/index',
        'count/index',
        'owners/index',
        'answer/index',
      ],
    },
    { root: 'packages/projects', pages: ['list/index', 'one/index', 'fund/index'] },
    {
      root: 'packages/projects-staff',
      pages: [
        'list/index',
        'project/index',
        'edit/index',
        'step/index',
        'fund-start/index',
        'donation/index',
        'expense/index',
        'ledger/index',
      ],
    },
    {
      root: 'packages/feedback',
      pages: ['speak-up/index', 'mine/index', 'case/index'],
    },
    {
      root: 'packages/surveys',
      pages: ['list/index', 'fill/index', 'released/index'],
    },
    {
      root: 'packages/surveys-staff',
      pages: [
        'list/index',
        'survey/index',
        'for-someone/index',
        'edit/index',
        'question/index',
        'preview/index',
        'door/index',
        'door-fill/index',
        'results/index',
        'texts/index',
      ],
    },
    {
      root: 'packages/volunteers',
      pages: [
        'home/index',
        'register/index',
        'standing/index',
        'teams/index',
        'shifts/index',
        'hours/index',
        'swaps/index',
        'on-duty/index',
        'points/index',
        'check-in/index',
        'lead/index',
      ],
    },
    {
      root: 'packages/volunteers-staff',
      pages: [
        'shifts/index',
        'posts/index',
        'roster/index',
        'shift-edit/index',
        'hours-to-confirm/index',
        'screen/index',
        'point-rules/index',
        'person-hours/index',
        'talents/index',
        'volunteer/index',
        'teams/index',
        'team-edit/index',
        'levels/index',
      ],
    },
    {
      root: 'packages/shop',
      pages: ['shelf/index', 'order/index', 'orders/index', 'purchases/index', 'statements/index'],
    },
    {
      root: 'packages/shop-staff',
      pages: [
        'counter/index',
        'goods/index',
        'goods-edit/index',
        'take-in/index',
        'hand-over/index',
        'aid/index',
        'ask-aid/index',
        'buying/index',
        'lent/index',
        'ledger/index',
        'stocktaking/index',
        'statement/index',
        'shop-about/index',
      ],
    },
    { root: 'packages/centre', pages: ['about/index', 'choose/index', 'open/index'] },
  ],
  // Who scans in a cellar has no network to fetch the page with: it is there before.
  preloadRule: {
    'pages/centre/today/index': {
      network: 'all',
      packages: ['packages/activities', 'packages/volunteers'],
    },
  },
  window: {
    // The browser build shows no bar, and so no way back, unless it is asked for.
    navigationStyle: 'default',
    navigationBarTitleText: '常回家',
    navigationBarBackgroundColor: '#FBF6EC',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FBF6EC',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#665B50',
    selectedColor: '#A8321F',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/centre/today/index',
        text: '今天',
        iconPath: 'assets/today.png',
        selectedIconPath: 'assets/today-chosen.png',
      },
      {
        pagePath: 'pages/activities/list/index',
        text: '报名',
        iconPath: 'assets/activities.png',
        selectedIconPath: 'assets/activities-chosen.png',
      },
      {
        pagePath: 'pages/residents/mine/index',
        text: '我的',
        iconPath: 'assets/mine.png',
        selectedIconPath: 'assets/mine-chosen.png',
      },
    ],
  },
  // Staff point at a service point on WeChat's map; nothing asks where the phone itself is.
  requiredPrivateInfos: ['chooseLocation'],
  lazyCodeLoading: 'requiredComponents',
}

/** The build for tests and reviews of the controls: their page, in a frame like the app's. */
const gallery: typeof app = {
  ...app,
  pages: [...(app.pages ?? []), 'design/gallery/index'],
  subPackages: [],
}

export default defineAppConfig(process.env.CHJ_GALLERY === '1' ? gallery : app)
