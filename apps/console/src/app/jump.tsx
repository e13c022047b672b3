import { useState, type KeyboardEvent } from 'react'
import { Modal, TextInput } from '@mantine/core'
import { useLocation } from 'wouter'
import { useTranslations } from 'use-intl'
import { useShops } from '../api/queries.ts'
import { useConversations } from '../conversations/queries.ts'
import { placeOf } from '../conversations/row.tsx'
import { useTenant } from './tenant.ts'

interface Target {
  key: string
  name: string
  kind: string
  to: string
}

const pages = [
  ['/zgloszenia', 'conversations'],
  ['/status', 'status'],
  ['/problemy', 'problems'],
  ['/integracje', 'integrations'],
  ['/ustawienia', 'settings'],
] as const

const shown = 10
/** Fewer letters find too much. */
const fewest = 2

/** Conversations by what is typed; nothing is asked for before that. */
function useFound(words: string): Target[] {
  const t = useTranslations('jump')
  const { data } = useConversations({ view: 'all', search: words, integrationId: undefined }, words.length >= fewest)
  if (words.length < fewest) return []
  return (data?.pages[0]?.items ?? []).map((row) => ({
    key: `${row.integrationId}/${row.threadId}`,
    name: [row.customerName, row.subject, row.orderId].filter((part) => part !== null && part !== '').join(' · '),
    kind: t('conversation'),
    to: placeOf(row),
  }))
}

/** One field that leads anywhere: to a page, a shop or a conversation. */
export default function Jump({ onClose }: { onClose: () => void }) {
  const t = useTranslations()
  const { may } = useTenant()
  const [, goTo] = useLocation()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const typed = words.trim().toLowerCase()
  const found = useFound(may('conversations:read') ? words.trim() : '')
  const places = [
    ...pages.map(([to, name]) => ({ key: to, name: t(`nav.${name}`), kind: t('jump.page'), to })),
    ...(useShops() ?? []).map(({ integrationId, name }) => ({
      key: integrationId,
      name,
      kind: t('jump.shop'),
      to: `/zgloszenia?sklep=${integrationId}`,
    })),
  ].filter(({ name }) => name.toLowerCase().includes(typed))
  const targets = [...places, ...found].slice(0, shown)
  const chosen = Math.min(at, targets.length - 1)
  const go = (target: Target | undefined): void => {
    if (!target) return
    onClose()
    goTo(target.to)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') go(targets[chosen])
    else if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, targets.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0))
    else return
    event.preventDefault()
  }
  return (
    <Modal opened onClose={onClose} withCloseButton={false} centered={false} aria-label={t('jump.title')}>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="jump-targets"
        aria-activedescendant={targets[chosen] ? `jump-${chosen}` : undefined}
        aria-label={t('jump.title')}
        placeholder={t('jump.placeholder')}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKey}
      />
      <ul id="jump-targets" role="listbox" aria-label={t('jump.title')} className="jump">
        {targets.map((target, index) => (
          <li
            key={target.key}
            id={`jump-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => go(target)}
          >
            <span className="anyhow">{target.name}</span> <span className="quiet">{target.kind}</span>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
