import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { tellingPicture } from '@/src/design/picture'
import { Tap } from '@/src/design/Tap'
import type { ShownPhoto } from '@/types/feedback'
import './index.scss'

const unseen: Readonly<Record<ShownPhoto['state'], string>> = {
  waiting: '照片正在检查',
  held: '照片等人看一看',
  refused: '照片没有通过检查',
  passed: '照片没有打开',
}

/** Pictures of a message or a step; one that may not be seen says why. */
export function Photos({ label, photos }: { label: string; photos: readonly ShownPhoto[] }) {
  if (photos.length === 0) return null
  const urls = photos.flatMap(({ url }) => url ?? [])
  return (
    <View className="case-photos">
      {photos.map(({ url, state }, n) =>
        url === null ? (
          <View key={n}>{unseen[state]}</View>
        ) : (
          <Tap
            key={n}
            label={`放大${label} ${n + 1}`}
            onTap={() => void Taro.previewImage({ current: url, urls })}
          >
            <Image
              className="case-photos__one"
              src={url}
              mode="aspectFill"
              {...tellingPicture(`${label} ${n + 1}`)}
            />
          </Tap>
        ),
      )}
    </View>
  )
}
