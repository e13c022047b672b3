import { useEffect, useState, type ReactNode } from 'react'
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

/** Which items show their fields: the one that was opened or made last, and those that have something wrong. */
function useOpenItems(path: string, items: readonly Values[]) {
  const { errors } = useForm()
  const [open, setOpen] = useState<readonly string[]>([])
  const [added, setAdded] = useState<string>()
  const wrong = items
    .filter((_item, index) => Object.keys(errors).some((key) => key.startsWith(`${path}.${index}.`)))
    .map((item) => textAt(item, 'id'))
    .join(' ')
  useEffect(() => {
    // What was wrong stays open while it is corrected.
    if (wrong !== '') setOpen((before) => [...new Set([...before, ...wrong.split(' ')])])
  }, [wrong])
  useEffect(() => {
    // Its fields lie before the button that made it, where nobody who goes on with Tab would find them.
    if (added !== undefined) document.querySelector<HTMLElement>(`#item-${added} .item-fields input`)?.focus()
  }, [added])
  return {
    open,
    toggle: (id: string): void => setOpen(open.includes(id) ? open.filter((one) => one !== id) : [id]),
    openNew: (id: string): void => {
      setOpen([id])
      setAdded(id)
    },
  }
}

/** Rules or automatic answers: tried in this order, so the order can be changed. */
export function ItemList({ path, setting, fields }: ItemListProps) {
  const { values, set } = useForm()
  const { help } = useWording()(setting)
  const t = useTranslations('integrations.list')
  const common = useTranslations('common')
  const words = path === 'rules' ? texts.rules : texts.autoReplies
  const items = (valueAt(values, path) ?? []) as Values[]
  const { open, toggle, openNew } = useOpenItems(path, items)
  const add = (): void => {
    const id = newId()
    const made = setting.items ? (initialOf(setting.items) as Values) : {}
    set(path, [...items, { ...made, id, name: t(words.name) }])
    openNew(id)
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
        const isOpen = open.includes(id)
        return (
          <section
            key={id}
            id={`item-${id}`}
            className="item"
            aria-label={`${t('position', { n: index + 1 })}: ${name}`}
          >
            <Group justify="space-between" wrap="nowrap">
              <Button
                variant="subtle"
                color="gray"
                justify="flex-start"
                className="item-name"
                aria-expanded={isOpen}
                onClick={() => toggle(id)}
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
