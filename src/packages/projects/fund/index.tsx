import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { now, today } from '@/src/api/clock'
import { statementSheet } from '@/domain/projects/statement'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { showToast } from '@/src/design/Toast'
import { Printing } from '@/src/queries/Printing'
import { useProject, useStatementOf } from '@/src/queries/projects'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useHolds, useMe } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { yuanSaid } from '@/src/words/meals'
import { matchSaid, onlyRecords, sumsOfLine, whereMoneyGoes } from '@/src/words/projects'
import { daySaid } from '@/src/words/time'

/** Nobody reads a longer sheet. */
const mostPrinted = 2000

/** The public statement: every line, and what all of them come to. */
export default function ProjectFund() {
  const { id = '' } = useRouter().params
  const enabled = Boolean(useMe().data?.person)
  const project = useProject(id, { enabled })
  const lines = useStatementOf(id, { enabled })
  const prints = useHolds()('communityStaff', 'centreStaff')
  const cached = cachedAt(lines)
  const readOn = async () => {
    const { read, all } = await readAll(lines, mostPrinted)
    if (!all) showToast(`只印前 ${read} 笔`, 'warn')
  }
  return (
    <Page
      title="收支公示"
      {...(project.data && { subtitle: project.data.title })}
      {...(cached && { cachedAt: cached })}
    >
      <Notice label={onlyRecords}>{whereMoneyGoes}</Notice>
      <Reading of={project} failed="这个项目没有打开">
        {({ title, fund }) =>
          fund ? (
            <>
              <Card label="合计">
                <Figure label="余额" value={yuanSaid(fund.sums.balance)} />
                <View>自筹 {yuanSaid(fund.sums.own)}</View>
                <View>配捐 {yuanSaid(fund.sums.matched)}</View>
                <View>支出 {yuanSaid(fund.sums.spent)}</View>
                <View>
                  {matchSaid(fund.rule)}；一笔最多配 {yuanSaid(fund.rule.perDonation)}
                  ，总共最多配 {yuanSaid(fund.rule.cap)}
                </View>
              </Card>
              <Reading of={lines} failed="账没有打开">
                {(all) => (
                  <>
                    {all.length === 0 && <Empty label="还没有记账" drawing="book" />}
                    <Rows label="每一笔">
                      {all.map((line) => (
                        <Row
                          key={line.id}
                          label={line.title}
                          detail={[
                            daySaid(line.day, today()),
                            sumsOfLine(line),
                            line.because !== null && `记错了，改回来：${line.because}`,
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                          drawing={line.kind === 'expense' ? 'hand' : 'heart'}
                          colour={line.kind === 'expense' ? 'gold' : 'pine'}
                        />
                      ))}
                    </Rows>
                    <ReadOn of={lines} />
                    {prints && (
                      <Printing
                        label="打印公示"
                        before={readOn}
                        sheet={statementSheet({ title, ...fund }, all, now())}
                      />
                    )}
                  </>
                )}
              </Reading>
            </>
          ) : (
            <Empty label="这个项目没有自筹和配捐" drawing="book" />
          )
        }
      </Reading>
    </Page>
  )
}
