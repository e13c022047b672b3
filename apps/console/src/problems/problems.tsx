import { useState } from 'react'
import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { Confirm, type Question } from '../parts/confirm.tsx'
import { useNotify } from '../parts/notify.ts'
import { PageTitle } from '../parts/page-title.tsx'
import { Empty, Failed, Loading } from '../parts/states.tsx'
import { Card } from './card.tsx'
import { Correct } from './correct.tsx'
import { grouped, type Parked } from './groups.ts'
import { useDecide, useParked, type Decision } from './use-parked.ts'
import './problems.css'

/** Writes that need a person's decision: by cause, one by one or many at once. */
export default function Problems() {
  const t = useTranslations('problems')
  const { may } = useTenant()
  const [pages, setPages] = useState(1)
  const [correcting, setCorrecting] = useState<Parked>()
  const { data: list, error, isPending, isFetching, refetch } = useParked(pages)
  const decide = useDecide()
  const notify = useNotify()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [question, setQuestion] = useState<Question>()
  const [progress, setProgress] = useState<{ done: number; all: number }>()
  if (isPending) return <Loading />
  if (!list) return <Failed error={error} onRetry={() => void refetch()} />
  const data = list.items
  const chosen = data.filter(({ effectKey }) => selected.has(effectKey))

  const select = (items: readonly Parked[], isSelected: boolean): void =>
    setSelected((before) => {
      const after = new Set(before)
      for (const { effectKey } of items)
        if (isSelected) after.add(effectKey)
        else after.delete(effectKey)
      return after
    })
  const ask = (decision: Decision, items: readonly Parked[]): void => {
    const n = items.length
    setQuestion({
      title: decision === 'retry' ? t('confirmRetry', { n }) : t('confirmDismiss', { n }),
      text: decision === 'retry' ? t('confirmRetryText') : t('confirmDismissText'),
      button: decision === 'retry' ? t('retry') : t('dismiss'),
      isDangerous: decision === 'dismiss',
      run: async () => {
        setProgress({ done: 0, all: n })
        const { done, failed } = await decide(decision, items, (count) => setProgress({ done: count, all: n }))
        setProgress(undefined)
        setSelected(new Set())
        const message = [t('result', { done, all: n }), ...(failed > 0 ? [t('failed', { n: failed })] : [])].join(' ')
        notify(message, failed > 0)
      },
    })
  }

  return (
    <div className="page">
      <PageTitle title={t('title')} text={t('text')} />
      <div role="status">
        {progress && <Text className="panel">{t('progress', { done: progress.done, all: progress.all })}</Text>}
      </div>
      {data.length === 0 && (
        <div className="panel">
          <Empty title={t('empty')} text={t('emptyText')} />
        </div>
      )}
      {grouped(data).map(({ group, items }) => {
        const isWhole = items.every(({ effectKey }) => selected.has(effectKey))
        return (
          <section key={group} className="panel" aria-labelledby={`group-${group}`}>
            <Stack>
              <Group justify="space-between">
                <Title order={2} size="h4" id={`group-${group}`} className={group === 'replies' ? 'is-bad' : undefined}>
                  {t(`group.${group}`)} ({items.length})
                </Title>
                {may('operate') && items.length > 1 && (
                  <Checkbox
                    label={t('selectAll')}
                    checked={isWhole}
                    onChange={(event) => select(items, event.currentTarget.checked)}
                  />
                )}
              </Group>
              {items.map((item) => (
                <Card
                  key={item.effectKey}
                  item={item}
                  isSelected={selected.has(item.effectKey)}
                  onSelect={(isSelected) => select([item], isSelected)}
                  onDecide={(decision) => ask(decision, [item])}
                  onCorrect={() => setCorrecting(item)}
                />
              ))}
            </Stack>
          </section>
        )
      })}
      {list.hasMore && (
        <Group className="panel" justify="space-between" data-testid="more-problems">
          <Text>{t('hasMore', { n: data.length })}</Text>
          <Button variant="default" loading={isFetching} onClick={() => setPages(pages + 1)}>
            {t('showMore')}
          </Button>
        </Group>
      )}
      {correcting && <Correct item={correcting} onClose={() => setCorrecting(undefined)} />}
      {chosen.length > 0 && (
        <div className="bulk" role="group" aria-label={t('selected', { n: chosen.length })}>
          <Text fw={600}>{t('selected', { n: chosen.length })}</Text>
          <Group ml="auto">
            <Button onClick={() => ask('retry', chosen)}>{t('retrySelected')}</Button>
            <Button variant="default" onClick={() => ask('dismiss', chosen)}>
              {t('dismissSelected')}
            </Button>
          </Group>
        </div>
      )}
      <Confirm question={question} onClose={() => setQuestion(undefined)} />
    </div>
  )
}
