import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { More } from '@/src/design/More'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Paper, PaperTable } from '@/src/design/Paper'
import { QrCode } from '@/src/design/QrCode'
import { Row, Rows } from '@/src/design/Row'
import { showToast } from '@/src/design/Toast'
import { openFile } from '@/src/platform/openFile'
import { print } from '@/src/platform/print'
import { useCertificate, useCertificateFile, type WholeCertificate } from '@/src/queries/honours'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { fullDay } from '@/src/words/residents'
import { daySaid } from '@/src/words/time'
import { minutesSaid } from '@/src/words/volunteers'
import { paperNumber } from '@/domain/honours/certificate'
import { paperOf } from '@/domain/honours/paper'
import { link } from '@/types/shared/links'

/** One certificate: what it says, its code, and the sheet to print. */
export default function CertificatePage() {
  const { certificate = '', forResident } = useRouter().params
  const reading = useCertificate(certificate, forResident)
  const cached = cachedAt(reading)
  const making = useCertificateFile()
  const open = (url: string) =>
    void openFile(url, '志愿服务证明.xlsx').catch(() =>
      showToast('证明做好了，但是没有打开。请再点一次', 'warn'),
    )
  const make = () =>
    making.submit(
      { certificate, ...(forResident !== undefined && { forResident }) },
      { done: ({ url }) => open(url) },
    )
  return (
    <Page
      title={reading.data?.kind === 'student' ? '学生志愿服务证明' : '志愿服务证明'}
      {...(cached && { cachedAt: cached })}
      {...(reading.data && {
        action: (
          <>
            <Submitted of={making} />
            <Button
              label={print ? '打印证明' : '做成表格，好打印'}
              busy={making.busy || making.waiting}
              onTap={print ?? make}
            />
          </>
        ),
      })}
    >
      <Reading of={reading} failed="证明没有打开">
        {(paper) => (
          <>
            {paper.outdated && (
              <Notice kind="warn" label="开好以后，这段时间的时长又变过">
                请返回重新开一张，用新的。
              </Notice>
            )}
            {making.value && (
              <Notice kind="done" label="证明做好了">
                在表格里点右上角的“…”，发到电脑上打印，再请社区盖章。
              </Notice>
            )}
            <Content paper={paper} />
            <OnPaper paper={paper} />
          </>
        )}
      </Reading>
    </Page>
  )
}

/** So many are seen at once; the others are one tap away. */
const seenAtOnce = 10

const codeLink = ({ id, code }: Pick<WholeCertificate, 'id' | 'code'>): string =>
  link({ to: 'certificate', centre: id.split('_')[0] ?? '', code })

function Content({ paper }: { paper: WholeCertificate }) {
  const { name, school, from, to, minutes, lines, issuedOn, centreName } = paper
  const number = paperNumber(paper)
  return (
    <>
      <Card label={`${name}，一共 ${minutesSaid(minutes)}`}>
        <Figure
          label={[name, school].filter(Boolean).join('，')}
          value={minutesSaid(minutes)}
          reason={`${fullDay(from)} 到 ${fullDay(to)}`}
        />
        <View>
          {centreName}，{fullDay(issuedOn)} 开的
        </View>
      </Card>
      <Card label={`编号 ${number}`}>
        <Figure label="编号" value={number} reason="拿到证明的人，用它核对真假" />
        <QrCode label="扫一扫，核对这张证明" value={codeLink(paper)} />
      </Card>
      <Heading label="每一次" />
      <Lines lines={lines.slice(0, seenAtOnce)} />
      {lines.length > seenAtOnce && (
        <More label={`还有 ${lines.length - seenAtOnce} 次`}>
          <Lines lines={lines.slice(seenAtOnce)} />
        </More>
      )}
    </>
  )
}

function Lines({ lines }: Pick<WholeCertificate, 'lines'>) {
  return (
    <Rows label="每一次">
      {lines.map(({ day, what, minutes }) => (
        <Row
          key={`${day} ${what}`}
          label={`${what}，${minutesSaid(minutes)}`}
          detail={daySaid(day, today())}
        />
      ))}
    </Rows>
  )
}

/** The sheet a browser prints; a mini-program has the same as a table. */
function OnPaper({ paper }: { paper: WholeCertificate }) {
  const { title, notes, tables } = paperOf(paper, paper.lines)
  return (
    <Paper label={title}>
      <Heading label={title} />
      {notes.map((note) => (
        <View key={note}>{note}</View>
      ))}
      {tables.map(({ columns, rows }, number) => (
        <PaperTable
          key={number}
          columns={columns}
          rows={rows.map((cells, row) => ({ key: String(row), cells }))}
        />
      ))}
      <QrCode label="扫一扫，核对这张证明" value={codeLink(paper)} />
    </Paper>
  )
}
