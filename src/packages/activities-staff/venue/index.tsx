import { useRouter } from '@tarojs/taro'
import { currentCentre } from '@/src/api/centre'
import { useCheckInCode } from '@/src/queries/activitiesStaff'
import { CodeScreen } from '../components/CodeScreen'

/**
 * The screen at the door of an activity, opened by staff, or by a link with `display` on a screen where nobody is signed
 * in.
 */
export default function Venue() {
  const { activity = '', centre, display } = useRouter().params
  const reading = useCheckInCode(activity, { centre: centre ?? currentCentre(), display })
  return (
    <CodeScreen
      reading={reading}
      byLink={display !== undefined}
      sayings={{
        scan: '微信扫一扫签到',
        refused: '签到码由办活动的工作人员显示，请返回，或者换有岗位的微信登录。',
        closed: '还没到签到时间。开始前 1 小时，这里会显示签到码',
        here: ({ present, expected }) => ({
          number: present,
          words: `人到了，报名 ${expected} 人`,
        }),
        otherwise: '没带手机？找工作人员说名字就能签到',
      }}
    />
  )
}
