import { Checkbox, Group, Stack, Title } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { Card } from './card.tsx'
import type { grouped, Parked } from './groups.ts'
import type { useAbout } from './use-about.ts'
import type { Decision } from './use-parked.ts'

interface GroupProps extends Pick<ReturnType<typeof grouped>[number], 'group' | 'items'> {
  selected: ReadonlySet<string>
  aboutOf: ReturnType<typeof useAbout>
  onSelect: (items: readonly Parked[], isSelected: boolean) => void
  onDecide: (decision: Decision, items: readonly Parked[]) => void
  onCorrect: (item: Parked) => void
}

/** Writes that need a person for the same cause. */
export function ProblemGroup({ group, items, selected, aboutOf, onSelect, onDecide, onCorrect }: GroupProps) {
  const t = useTranslations('problems')
  const { may } = useTenant()
  const isWhole = items.every(({ effectKey }) => selected.has(effectKey))
  return (
    <section className="panel" aria-labelledby={`group-${group}`}>
      <Stack>
        <Group justify="space-between">
          <Title order={2} size="h4" id={`group-${group}`} className={group === 'replies' ? 'is-bad' : undefined}>
            {t(`group.${group}`)} ({items.length})
          </Title>
          {may('operate') && items.length > 1 && (
            <Checkbox
              label={t('selectAll')}
              checked={isWhole}
              onChange={(event) => onSelect(items, event.currentTarget.checked)}
            />
          )}
        </Group>
        {items.map((item) => (
          <Card
            key={item.effectKey}
            item={item}
            about={aboutOf(item)}
            isSelected={selected.has(item.effectKey)}
            onSelect={(isSelected) => onSelect([item], isSelected)}
            onDecide={(decision) => onDecide(decision, [item])}
            onCorrect={() => onCorrect(item)}
          />
        ))}
      </Stack>
    </section>
  )
}
