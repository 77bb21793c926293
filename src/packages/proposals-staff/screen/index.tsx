import { useRouter } from '@tarojs/taro'
import { CodeScreen } from '@/src/packages/activities-staff/components/CodeScreen'
import { useMeetingCode } from '@/src/queries/proposalsStaff'

/** The screen at the door of a meeting, opened by staff. */
export default function MeetingScreen() {
  const { meeting = '' } = useRouter().params
  const reading = useMeetingCode(meeting)
  return (
    <CodeScreen
      reading={reading}
      byLink={false}
      sayings={{
        scan: '微信扫一扫，签到',
        refused: '签到码由社区的工作人员显示，请返回，或者换有岗位的微信登录。',
        closed: '现在不能签到。开会前 1 小时到散会，这里会显示签到码',
        here: ({ here, expected }) => ({ number: here, words: `人到了，报名 ${expected} 人` }),
        otherwise: '没带手机？请找工作人员说名字就行',
      }}
    />
  )
}
