import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { useFieldError, useForm } from './form.ts'
import { valueAt } from './paths.ts'
import { useWording, type Setting } from './schema.ts'

interface Hours {
  from: string
  to: string
}

/** When people answer on a day of the week: up to five times, or never. */
export function DayHours({ path, setting }: { path: string; setting: Setting }) {
  const { values, set, errors } = useForm()
  const { label } = useWording()(setting)
  const t = useTranslations()
  const error = useFieldError(path)
  const hours = (valueAt(values, path) ?? setting.default ?? []) as Hours[]
  const change = (index: number, part: Partial<Hours>): void =>
    set(
      path,
      hours.map((one, at) => (at === index ? { ...one, ...part } : one)),
    )
  return (
    <Group align="flex-start" gap="md" role="group" aria-label={label} className="day">
      <Text fw={600} w="7.5rem" pt={6}>
        {label}
      </Text>
      <Stack gap="xs">
        {hours.length === 0 && (
          <Text c="dimmed" pt={6}>
            {t('integrations.list.closed')}
          </Text>
        )}
        {hours.map((one, index) => (
          <Group key={index} gap="xs" wrap="nowrap">
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                aria-label={`${label}: ${useEnd(setting, end)}`}
                value={one[end]}
                onChange={(event) => change(index, { [end]: event.currentTarget.value })}
                w="5.5rem"
                inputMode="numeric"
                placeholder={end === 'from' ? '08:00' : '16:00'}
                error={`${path}.${index}.${end}` in errors || `${path}.${index}` in errors}
              />
            ))}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t('common.remove')}: ${label} ${one.from}–${one.to}`}
              onClick={() =>
                set(
                  path,
                  hours.filter((_one, at) => at !== index),
                )
              }
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {error !== undefined && (
          <Text size="sm" className="is-bad">
            {error}
          </Text>
        )}
      </Stack>
      <Button
        size="compact-sm"
        variant="subtle"
        mt={4}
        leftSection={<IconPlus size={14} aria-hidden />}
        aria-label={`${t('integrations.list.addHours')}: ${label}`}
        onClick={() => set(path, [...hours, { from: '08:00', to: '16:00' }])}
      >
        {t('common.add')}
      </Button>
    </Group>
  )
}

/** What the schema calls the beginning and the end. */
const useEnd = (setting: Setting, end: 'from' | 'to'): string => useWording()(setting.items?.properties?.[end]).label
