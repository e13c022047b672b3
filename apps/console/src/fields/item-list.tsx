import { useState, type ReactNode } from 'react'
import { ActionIcon, Badge, Button, Group, Stack } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { Empty } from '../parts/states.tsx'
import { useForm } from './form.ts'
import { textAt, valueAt, type Values } from './paths.ts'
import { initialOf, useWording, type Setting } from './schema.ts'

/** Lasting and short; two of one list do not meet. */
const newId = (): string => crypto.randomUUID().slice(0, 8)

const texts = {
  rules: { add: 'addRule', name: 'newRule', empty: 'emptyRules', emptyText: 'emptyRulesText' },
  autoReplies: { add: 'addReply', name: 'newReply', empty: 'emptyReplies', emptyText: 'emptyRepliesText' },
} as const

interface ItemListProps {
  path: string
  setting: Setting
  /** The fields of one item. */
  fields: (path: string, setting: Setting) => ReactNode
}

/** Rules or automatic answers: tried in this order, so the order can be changed. */
export function ItemList({ path, setting, fields }: ItemListProps) {
  const { values, set, errors } = useForm()
  const { help } = useWording()(setting)
  const t = useTranslations('integrations.list')
  const common = useTranslations('common')
  const [open, setOpen] = useState<string>()
  const words = path === 'rules' ? texts.rules : texts.autoReplies
  const items = (valueAt(values, path) ?? []) as Values[]
  const add = (): void => {
    const id = newId()
    const made = setting.items ? (initialOf(setting.items) as Values) : {}
    set(path, [...items, { ...made, id, name: t(words.name) }])
    setOpen(id)
  }
  const move = (from: number, to: number): void => {
    const list = [...items]
    const [moved] = list.splice(from, 1)
    if (moved) list.splice(to, 0, moved)
    set(path, list)
  }
  return (
    <Stack>
      <p className="quiet field-help">{help}</p>
      {items.length === 0 && <Empty title={t(words.empty)} text={t(words.emptyText)} />}
      {items.map((item, index) => {
        const id = textAt(item, 'id')
        const name = textAt(item, 'name') || t('unnamed')
        const isWrong = Object.keys(errors).some((key) => key.startsWith(`${path}.${index}.`))
        const isOpen = open === id || isWrong
        return (
          <section key={id} className="item" aria-label={`${t('position', { n: index + 1 })}: ${name}`}>
            <Group justify="space-between" wrap="nowrap">
              <Button
                variant="subtle"
                color="gray"
                justify="flex-start"
                className="item-name"
                aria-expanded={isOpen}
                onClick={() => setOpen(isOpen ? undefined : id)}
              >
                {index + 1}. {name}
                {item['enabled'] === false && (
                  <Badge ml="xs" color="gray.7" size="sm">
                    {t('off')}
                  </Badge>
                )}
              </Button>
              <Group gap={4} wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={index === 0}
                  aria-label={`${common('up')}: ${name}`}
                  onClick={() => move(index, index - 1)}
                >
                  <IconArrowUp size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={index === items.length - 1}
                  aria-label={`${common('down')}: ${name}`}
                  onClick={() => move(index, index + 1)}
                >
                  <IconArrowDown size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="red.8"
                  aria-label={`${common('remove')}: ${name}`}
                  onClick={() =>
                    set(
                      path,
                      items.filter((_item, at) => at !== index),
                    )
                  }
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </Group>
            {isOpen && setting.items && <div className="item-fields">{fields(`${path}.${index}`, setting.items)}</div>}
          </section>
        )
      })}
      <Group>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {t(words.add)}
        </Button>
      </Group>
    </Stack>
  )
}
