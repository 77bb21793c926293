import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { CallButton } from '@/src/design/CallButton'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Speak } from '@/src/design/Speak'
import { useToday } from '@/src/queries/centre'
import { useErrandMenu } from '@/src/queries/errands'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { byCategory } from '@/src/words/errands'
import type { ErrandKind, ErrandOrderer } from '@/types/errands'
import { KindTags, kindSaid } from '../components/KindTags'

const how = '挑一项，选个日子，附近的志愿者就会来帮忙。上门的都是两个人一起，带着证件。'

/** What neighbours can help with. */
export default function ErrandMenu() {
  const { forResident } = useRouter().params
  const reading = useErrandMenu(forResident)
  const cached = cachedAt(reading)
  const phone = useToday().data?.phone
  const name = forResident === undefined ? undefined : reading.data?.family[0]?.name
  return (
    <Page
      title={name === undefined ? '请人帮忙' : `替${name}请人帮忙`}
      subtitle={name === undefined ? '志愿者来帮您' : '两个人的名字都会记下'}
      {...(cached && { cachedAt: cached })}
    >
      <View>{how}</View>
      <Reading of={reading} failed="服务菜单没有打开">
        {({ kinds, family }) =>
          kinds.length === 0 ? (
            <Empty label="现在还没有服务" detail="有事可以打电话问问社区。" drawing="hand" />
          ) : (
            <>
              {byCategory(kinds.filter((kind) => offeredTo(family, kind))).map((group) => (
                <View key={group.category}>
                  <Heading label={group.label} />
                  <Rows label={group.label}>
                    {group.kinds.map((kind) => (
                      <KindRow key={kind.id} kind={kind} forResident={forResident} />
                    ))}
                  </Rows>
                </View>
              ))}
              <Speak
                label="读给我听"
                words={`${how}能帮的有：${byCategory(kinds)
                  .map(
                    (group) => `${group.label}：${group.kinds.map((one) => one.name).join('，')}`,
                  )
                  .join('。')}`}
              />
            </>
          )
        }
      </Reading>
      <Row
        label={name === undefined ? '我点的帮忙' : `${name}点的帮忙`}
        detail="谁来、什么时候、取消、确认"
        drawing="check"
        colour="pine"
        onTap={() => goTo('myErrands', forResident === undefined ? {} : { forResident })}
      />
      {forResident === undefined && (
        <Row
          label="我去帮邻居"
          detail="看看附近谁要帮忙"
          drawing="heart"
          colour="brick"
          onTap={() => goTo('errandsToDo')}
        />
      )}
      {phone && <CallButton label="打电话问问" phone={phone} />}
    </Page>
  )
}

/** Where nobody of the family lives where it is offered, it is not shown to them at all. */
const offeredTo = (family: readonly ErrandOrderer[], { id }: ErrandKind): boolean =>
  family.length === 0 ||
  !family.every(({ cannot }) => cannot.some((one) => one.kind === id && one.code === 'NotOffered'))

function KindRow({ kind, forResident }: { kind: ErrandKind; forResident: string | undefined }) {
  const { id, name, about, minutes, atHome, cost } = kind
  return (
    <Row
      label={name}
      detail={about}
      drawing="hand"
      colour="gold"
      saying={kindSaid(kind)}
      onTap={() =>
        goTo('errandOrder', { kind: id, ...(forResident !== undefined && { forResident }) })
      }
    >
      <KindTags minutes={minutes} atHome={atHome} cost={cost} />
    </Row>
  )
}
