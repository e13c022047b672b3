import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import { Link } from 'wouter'
import { useLocale, useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { placeOf } from '../conversations/row.tsx'
import { useTimes } from '../texts/times.ts'
import type { Parked } from './groups.ts'
import type { Decision } from './use-parked.ts'

interface CardProps {
  item: Parked
  /** Whose conversation it is about, and what it is called; where that may be read. */
  about: string | undefined
  isSelected: boolean
  onSelect: (isSelected: boolean) => void
  onDecide: (decision: Decision) => void
  onCorrect: () => void
}

/** A write that failed: what, for whom, since when, what the other side said, and what to do. */
export function Card({ item, about, isSelected, onSelect, onDecide, onCorrect }: CardProps) {
  const t = useTranslations('problems')
  const language = useLocale()
  const { may } = useTenant()
  const { clock } = useTimes()
  const { what, failure, next, attempts, parkedAt, plannedAt, shop, ticketId } = item
  const title = `${what[language]}${ticketId === null ? '' : `, #${ticketId}`}`
  return (
    <article className="problem" data-testid="problem" data-kind={item.kind}>
      <Group align="flex-start" wrap="nowrap">
        {may('operate') && (
          <Checkbox
            aria-label={t('select', { what: title })}
            checked={isSelected}
            onChange={(event) => onSelect(event.currentTarget.checked)}
            mt={3}
          />
        )}
        <Stack gap={6} className="problem-text">
          <Text fw={600}>{title}</Text>
          {about !== undefined && <Text className="anyhow">{about}</Text>}
          <Text size="sm" c="dimmed">
            {shop} · {t('since', { time: clock(parkedAt ?? plannedAt) })} · {t('tries', { n: attempts })}
            {(failure?.code === 'effect.ambiguous' || failure?.code === 'effect.gateway_refused') && (
              <strong className="is-warn"> · {t('uncertain')}</strong>
            )}
          </Text>
          {failure && (
            <div>
              <Text size="sm" c="dimmed">
                {t('said')}
              </Text>
              <div className="as-written">{failure.message}</div>
            </div>
          )}
          <div>
            <Text size="sm" c="dimmed">
              {t('next')}
            </Text>
            <div>{next[language]}</div>
          </div>
          <Group gap="xs" mt={4}>
            {may('operate') && (
              <>
                <Button size="xs" onClick={() => onDecide('retry')}>
                  {t('retry')}
                </Button>
                {item.kind === 'reply:send' && failure?.code === 'effect.refused' && may('conversations:read') && (
                  <Button size="xs" variant="default" onClick={onCorrect}>
                    {t('correct')}
                  </Button>
                )}
                <Button size="xs" variant="default" onClick={() => onDecide('dismiss')}>
                  {t('dismiss')}
                </Button>
              </>
            )}
            <Button size="xs" variant="subtle" component={Link} href={placeOf(item)}>
              {t(ticketId === null ? 'openConversation' : 'openTicket')}
            </Button>
          </Group>
        </Stack>
      </Group>
    </article>
  )
}
