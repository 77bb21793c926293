import { View } from '@tarojs/components'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import type { SurveyFigures } from '@/types/surveys'
import { Bars } from '../Bars'

/** What came of one question: counts and shares, the mean of a scale, a matrix row by row. */
export function Figures({ of }: { of: SurveyFigures }) {
  const { number, words, answered, options, rows, mean } = of
  const title = `${number}. ${words}`
  return (
    <Card label={title}>
      <Heading label={title} />
      <View>{`${answered} 人答了${mean === null ? '' : `，平均 ${mean} 分`}`}</View>
      {options.length > 0 && <Bars label={title} bars={options} of={answered} />}
      {rows.map((row) => (
        <View key={row.id}>
          <View>{row.words}</View>
          <Bars label={row.words} bars={row.columns} of={answered} />
        </View>
      ))}
    </Card>
  )
}
