import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Heading } from '../Heading'
import { Page } from '../Page'
import { controls } from './controls'
import type { Example } from './example'
import './index.scss'

const page = (examples: Example[], at: number) => examples[at]?.draw() ?? null

/**
 * All controls with their examples; it exists only in the build made with CHJ_GALLERY=1.
 * `?control=Sheet&example=0` shows one that fills the screen, `?control=Button` one control, nothing shows the rest.
 */
export default function Gallery() {
  const { control, example } = useRouter().params
  if (control === 'Page') return page(controls.Page ?? [], Number(example ?? 0))
  const shown = Object.entries(controls).filter(([name]) => !control || name === control)
  return (
    <Page title="常回家的控件">
      {shown.map(([name, examples]) => (
        <View className="gallery__control" key={name}>
          <Heading label={name} />
          {examples.map((one, at) =>
            one.alone && (!control || at !== Number(example ?? 0)) ? null : (
              <View
                className="gallery__example"
                data-example={`${name}/${one.name}`}
                key={one.name}
              >
                <View className="gallery__name">{one.name}</View>
                {one.draw()}
              </View>
            ),
          )}
        </View>
      ))}
    </Page>
  )
}
