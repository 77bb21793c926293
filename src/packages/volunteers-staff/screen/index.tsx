import { useRouter } from '@tarojs/taro'
import { currentCentre } from '@/src/api/centre'
import { CodeScreen } from '@/src/packages/activities-staff/components/CodeScreen'
import { useShiftCode } from '@/src/queries/attendance'

/** The screen where volunteers meet, opened by staff, or by a link with `display` where nobody is signed in. */
export default function ShiftScreen() {
  const { shift = '', centre, display } = useRouter().params
  const reading = useShiftCode(shift, { centre: centre ?? currentCentre(), display })
  return (
    <CodeScreen
      reading={reading}
      byLink={display !== undefined}
      sayings={{
        scan: '到了、走了，都扫这个码',
        refused: '签到码由安排这一班的工作人员显示，请返回，或者换有岗位的微信登录。',
        closed: '现在不能签到。开始前 1 小时到结束后 1 小时，这里会显示签到码',
        here: ({ here, on }) => ({ number: here, words: `人在岗，这一班 ${on} 人` }),
        otherwise: '没带手机？找带班的人或者工作人员说名字就行',
      }}
    />
  )
}
