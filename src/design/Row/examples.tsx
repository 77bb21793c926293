import type { Example } from '../gallery/example'
import { Tag } from '../Tag'
import { Row, Rows } from '.'

const nothing = () => undefined

export const examples: Example[] = [
  {
    name: '一组',
    draw: () => (
      <Rows label="我的">
        <Row
          label="我的报名"
          detail="2 个还没开始"
          drawing="calendar"
          colour="gold"
          onTap={nothing}
        />
        <Row label="家里人" drawing="family" colour="pine" saying="李奶奶已核实" onTap={nothing}>
          <Tag label="李奶奶已核实" tone="pine" drawing="check" />
        </Row>
        <Row label="设置" drawing="pen" colour="blue" onTap={nothing} />
      </Rows>
    ),
  },
  {
    name: '只看不点',
    draw: () => (
      <Rows label="活动">
        <Row
          label="社区党群服务中心三楼多功能活动室"
          detail="荷风路 118 号（演示），地铁口出来走三分钟，进门右手边坐电梯"
          drawing="pin"
          colour="blue"
        />
      </Rows>
    ),
  },
]
