import { Image, View } from '@tarojs/components'
import { tellingPicture } from '@/src/design/picture'
import type { VoicePhoto } from '@/types/proposals'
import './index.scss'

const checks: Readonly<Record<VoicePhoto['check'], string>> = {
  waiting: '正在检查，别人还看不到',
  held: '等工作人员看过，别人才看得到',
  refused: '没有通过检查，别人看不到',
  passed: '',
}

/** Pictures of a wish or a proposal, and why others do not see one yet. */
export function Pictures({ photos, of }: { photos: readonly VoicePhoto[]; of: string }) {
  return (
    <>
      {photos.map(({ url, check }, n) => (
        <View key={url}>
          <Image
            className="voice-picture"
            src={url}
            mode="aspectFill"
            {...tellingPicture(`${of}，第 ${n + 1} 张照片`)}
          />
          {checks[check] !== '' && <View>{checks[check]}</View>}
        </View>
      ))}
    </>
  )
}
