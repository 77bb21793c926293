import type { Example } from '../gallery/example'
import { Heading } from '../Heading'
import { Paper, PaperTable } from '.'

export const examples: Example[] = [
  {
    name: '名单',
    draw: () => (
      <Paper label="签到名单" seen>
        <Heading label="乐高搭建课 签到名单" />
        <PaperTable
          columns={['序号', '姓名', '签到']}
          rows={[
            { key: '1', cells: ['1', '李奶奶', ''] },
            { key: '2', cells: ['2', '王叔叔', '到了'] },
          ]}
        />
      </Paper>
    ),
  },
]
