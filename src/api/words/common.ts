import type { UploadPurpose } from '@/types/shared/uploads'
import type { ErrorData } from '@/types/shared/envelope'
import type { Words } from '../words'

/** Which file it is about, where a form has several. */
const which = ({ name }: ErrorData): string => (name ? `“${name}”` : '这个文件')

const taken: Readonly<Record<UploadPurpose, string>> = {
  activityPhoto: '这里只能放照片，不能放动图和别的文件',
  activityAttachment: '附件可以是照片、文档、表格、幻灯片，不能是压缩包和视频',
  dishPhoto: '菜品只能放照片，不能放动图和别的文件',
  honourPhoto: '风采墙只能放照片，不能放动图和别的文件',
  licencePhoto: '许可证只能放照片，不能放动图和别的文件',
  goodsPhoto: '货品只能放照片，不能放动图和别的文件',
  ballotPaper: '这里只能放照片',
  ownerPaper: '这里只能放照片',
  projectPhoto: '这里只能放照片',
  fundReceipt: '这里只能放照片',
  casePhoto: '这里只能放照片，不能放动图和别的文件',
  proposalPhoto: '这里只能放照片，不能放动图和别的文件',
  coSignForm: '这里只能放联名表的照片',
  caseVoice: '录音没有录好，请再录一次',
}

/** What any procedure may answer, or any that takes files. Each sentence says what to do next. */
export const common: Words = {
  Offline: '网络不好，连不上。请看看网络，过一会儿再试。',
  InvalidInput: '有一项没填对，请看看标红的地方。',
  NotSignedIn: '请先登录，再接着办。',
  NotAllowed: '这件事要由管这一片的工作人员来办。需要的话请打电话给社区。',
  NotFound: '没有找到，可能已经取消了。请返回看看别的。',
  CheckAway: '内容检查现在连不上，写的还在这里。请过几分钟再点一次。',
  TryAgain: '现在人很多，正在替您排队，请稍等。',
  FileMissing: (data) => `${which(data)}没有找到，可能放得太久了。请去掉它，再选一次。`,
  NotYourFile: (data) => `${which(data)}是别人选的。请去掉它，您自己再选一次。`,
  WrongFileType: (data) =>
    `${which(data)}放不进来。${taken[data.purpose as UploadPurpose] ?? '这里不收这种文件'}。请换一个。`,
  FileTooLarge: (data) =>
    `${which(data)}太大了，最多 ${data.most ?? ''} 兆。请换一个小一点的，照片在手机上选会自动变小。`,
  UpdateNeeded: '常回家有新版本了。请关掉小程序，再打开一次。',
  Internal: (data) =>
    `出了点问题，已经记下来了。请过一会儿再试；打电话时可以报这个编号：${data.requestId ?? ''}`,
}
