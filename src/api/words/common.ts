import type { Words } from '../words'

/** What any procedure may answer. Each sentence says what to do next. */
export const common: Words = {
  Offline: '网络不好，连不上。请看看网络，过一会儿再试。',
  InvalidInput: '有一项没填对，请看看标红的地方。',
  NotSignedIn: '请先登录，再接着办。',
  NotAllowed: '这件事要由管这一片的工作人员来办。需要的话请打电话给社区。',
  NotFound: '没有找到，可能已经取消了。请返回看看别的。',
  TryAgain: '现在人很多，正在替您排队，请稍等。',
  UpdateNeeded: '常回家有新版本了。请关掉小程序，再打开一次。',
  Internal: (data) =>
    `出了点问题，已经记下来了。请过一会儿再试；打电话时可以报这个编号：${data.requestId ?? ''}`,
}
