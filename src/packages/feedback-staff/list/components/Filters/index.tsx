import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Sheet } from '@/src/design/Sheet'
import { spoken } from '@/src/design/spoken'
import { useFlows, type CasesAsked } from '@/src/queries/feedbackStaff'
import { Reading } from '@/src/queries/Reading'
import { levelNames } from '@/src/words/feedback'
import type { CaseLevel } from '@/types/feedback'
import { Where, type Spot } from '../../../components/Where'
import './index.scss'

/** What a list shows: what fits all of it. A number names one case, wherever it stands. */
export interface Filter {
  readonly category?: Spot
  readonly level?: CaseLevel
  readonly place?: Spot
  readonly number?: string
}

type Part = keyof Filter

export const askedBy = ({
  category,
  level,
  place,
  number,
}: Filter): Pick<CasesAsked, 'category' | 'level' | 'node' | 'number'> => ({
  ...(category && { category: category.id }),
  ...(level && { level }),
  ...(place && { node: place.id }),
  ...(number !== undefined && { number }),
})

/** 路灯, 社区在办, 静安里社区 3号楼: each part as it is shown. */
const partsSaid = ({ category, level, place, number }: Filter): [part: Part, said: string][] => [
  ...(category ? [['category', category.name] as [Part, string]] : []),
  ...(level ? [['level', `${levelNames[level]}在办`] as [Part, string]] : []),
  ...(place ? [['place', place.name] as [Part, string]] : []),
  ...(number === undefined ? [] : [['number', `编号 ${number}`] as [Part, string]]),
]

export const filterSaid = (filter: Filter): string =>
  partsSaid(filter)
    .map(([, said]) => said)
    .join(' · ')

type FiltersProps = { filter: Filter; onChange: (filter: Filter) => void }

/** Each part that is chosen, taken away with one tap; and the way to choose others. */
export function Filters({ filter, onChange }: FiltersProps) {
  const [choosing, setChoosing] = useState(false)
  const parts = partsSaid(filter)
  return (
    <>
      {parts.length > 0 && (
        <View className="case-filters" {...spoken({ role: 'group', label: '现在只看' })}>
          {parts.map(([part, said]) => (
            <Button
              key={part}
              label={`只看：${said}`}
              fuller={`不再只看${said}`}
              look="quiet"
              drawing="close"
              onTap={() => {
                const { [part]: _, ...rest } = filter
                onChange(rest)
              }}
            />
          ))}
        </View>
      )}
      <Button
        label={parts.length === 0 ? '按类别、级别、楼栋或编号找' : '换一换只看哪些'}
        look="quiet"
        drawing="info"
        onTap={() => setChoosing(true)}
      />
      {choosing && (
        <FilterSheet
          filter={filter}
          onChange={(next) => {
            onChange(next)
            setChoosing(false)
          }}
          onBack={() => setChoosing(false)}
        />
      )}
    </>
  )
}

const levels = [
  { value: '', label: '哪一级都看' },
  ...(Object.keys(levelNames) as CaseLevel[]).map((value) => ({
    value,
    label: levelNames[value],
  })),
]

function FilterSheet({ filter, onChange, onBack }: FiltersProps & { onBack: () => void }) {
  const [category, setCategory] = useState(filter.category)
  const [level, setLevel] = useState(filter.level)
  const [place, setPlace] = useState<Spot | null>(filter.place ?? null)
  const [number, setNumber] = useState(filter.number ?? '')
  const flows = useFlows()
  const use = () => {
    if (number.trim() !== '') return onChange({ number: number.trim() })
    onChange({ ...(category && { category }), ...(level && { level }), ...(place && { place }) })
  }
  return (
    <Sheet label="只看哪些" yes={{ label: '就看这些', onTap: use }} onBack={onBack}>
      <Field
        label="编号"
        optional
        hint="比如：2026-0312，也可以只写 312。写了编号，就只找这一件"
        value={number}
        onChange={setNumber}
        most={12}
      />
      <Reading of={flows} failed="类别没有打开">
        {({ flows: all }) => (
          <Choice
            label="哪一类"
            options={[
              { value: '', label: '哪一类都看' },
              ...all
                .filter(({ sealed }) => !sealed)
                .map((flow) => ({ value: flow.category, label: flow.name })),
            ]}
            value={category?.id ?? ''}
            onChange={(id) => {
              const chosen = all.find((flow) => flow.category === id)
              setCategory(chosen && { id, name: chosen.name })
            }}
          />
        )}
      </Reading>
      <Choice
        label="哪一级在办"
        options={levels}
        value={level ?? ''}
        onChange={(value) => setLevel(value === '' ? undefined : (value as CaseLevel))}
      />
      <Where value={place} onChange={setPlace} />
    </Sheet>
  )
}
