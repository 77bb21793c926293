import { Image, View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { tellingPicture } from '@/src/design/picture'
import { Row, Rows } from '@/src/design/Row'
import { Speak } from '@/src/design/Speak'
import { useToday } from '@/src/queries/centre'
import { useHonours } from '@/src/queries/honours'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { minutesSaid } from '@/src/words/volunteers'
import type { Honour } from '@/types/honours'
import './index.scss'

/** Who helps the neighbours, in the words of staff, and what people thanked them for. Open to whoever looks. */
export default function HonourWall() {
  const reading = useHonours()
  const cached = cachedAt(reading)
  const phone = useToday().data?.phone
  return (
    <Page
      title="风采墙"
      subtitle="身边的志愿者，谢谢他们"
      {...(cached && { cachedAt: cached })}
      action={<Button label="写一句感谢的话" drawing="heart" onTap={() => goTo('thank')} />}
    >
      <Reading of={reading} failed="风采墙没有打开">
        {(all) => (
          <>
            {all.length === 0 && !reading.hasNextPage && (
              <Empty
                label="墙上还没有人"
                detail="同意露名字的志愿者，工作人员写好介绍就在这里。"
                drawing="heart"
              />
            )}
            {all.map((honour) => (
              <HonourCard key={honour.id} honour={honour} />
            ))}
            {all.length > 0 && <Speak label="读给我听" words={all.map(said).join('。')} />}
            <ReadOn of={reading} />
          </>
        )}
      </Reading>
      <Rows label="还可以看">
        <Row
          label="排行榜"
          detail="这个月谁做得最多"
          drawing="book"
          colour="gold"
          onTap={() => goTo('ranking')}
        />
        <Row
          label="核对一张证明"
          detail="输入纸上的编号，看看是不是真的"
          drawing="check"
          colour="blue"
          onTap={() => goTo('checkCertificate')}
        />
      </Rows>
      {phone && <CallButton label="打电话问问" phone={phone} />}
    </Page>
  )
}

const said = ({ name, words, thanks }: Honour): string =>
  [name, words, ...thanks.map(thanksSaid)].join('，')

/** The centre says it, not who wrote: a page that everybody sees names none of them. */
const thanksSaid = ({ words }: Honour['thanks'][number]): string => `谢谢他：${words}`

function HonourCard({ honour }: { honour: Honour }) {
  const { name, words, photo, minutes, thanks } = honour
  return (
    <Card label={said(honour)}>
      <View className="honour">
        {photo !== null && (
          <Image
            className="honour__photo"
            src={photo}
            mode="aspectFill"
            {...tellingPicture(`${name}的照片`)}
          />
        )}
        <Heading label={name} />
        <View>{words}</View>
        {minutes > 0 && <View>最近 12 个月做了 {minutesSaid(minutes)}</View>}
        {thanks.map((one) => (
          <View className="honour__thanks" key={`${one.on} ${one.words}`}>
            {thanksSaid(one)}
          </View>
        ))}
      </View>
    </Card>
  )
}
