import { useEffect, useRef, useState } from 'react'
import { Button, Group, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useUnsaved } from '../app/unsaved.ts'
import { Operations } from '../operations/operations.tsx'
import { Confirm, type Question } from '../parts/confirm.tsx'
import { useNotify } from '../parts/notify.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { Empty, Failed, Loading } from '../parts/states.tsx'
import { useStatus } from '../api/queries.ts'
import { BulkResult, useBulkResult } from './bulk-result.tsx'
import { Bulk } from './bulk.tsx'
import { Correct } from './correct.tsx'
import { ProblemGroup } from './group.tsx'
import { grouped, type Parked } from './groups.ts'
import { questionOf } from './question-of.ts'
import { useAbout } from './use-about.ts'
import { useDecide, useParked, type Decision } from './use-parked.ts'
import './problems.css'

/** Writes that need a person's decision: by cause, one by one or many at once. */
export default function Problems() {
  const t = useTranslations('problems')
  const [pages, setPages] = useState(1)
  const [correcting, setCorrecting] = useState<Parked>()
  const { data: list, error, isPending, isFetching, refetch } = useParked(pages)
  const decide = useDecide()
  const aboutOf = useAbout()
  const [result, keepResult] = useBulkResult()
  const notify = useNotify()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [question, setQuestion] = useState<Question>()
  const [progress, setProgress] = useState<{ done: number; all: number }>()
  // Left in the middle, the rest would stay as it is.
  useUnsaved(progress !== undefined)
  const heading = useRef<HTMLHeadingElement>(null)
  const hasDecided = useRef(false)
  // The button of what was decided on goes away with it.
  useEffect(() => {
    if (!hasDecided.current || document.activeElement !== document.body) return
    heading.current?.focus({ preventScroll: true })
    hasDecided.current = false
  }, [list])
  const day = useStatus().data?.summary.lastDay
  const lastDay = day ? t('lastDay', { messages: day.messages, replies: day.repliesSent }) : ''
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
    // The question is answered when it begins; how far it has come is told on the page.
    const begin = (reason: string): Promise<void> => {
      void run(decision, items, reason)
      return Promise.resolve()
    }
    setQuestion(questionOf(decision, items.length, begin))
  }
  const run = async (decision: Decision, items: readonly Parked[], reason: string): Promise<void> => {
    const all = items.length
    hasDecided.current = true
    setProgress({ done: 0, all })
    const { done, failed } = await decide({
      ...{ decision, items, reason },
      onProgress: (count) => setProgress({ done: count, all }),
    })
    setProgress(undefined)
    setSelected(new Set())
    if (all > 1)
      keepResult({
        ...{ decision, done, failed, all },
        parked: Object.fromEntries(items.map(({ effectKey, parkedAt }) => [effectKey, parkedAt])),
      })
    else if (failed > 0) notify((t) => t('problems.failed', { n: failed }), true)
    else notify((t) => t(`problems.result.${decision}`, { done, all }))
  }

  return (
    <div className="page">
      <PageTitle title={t('title')} text={t('text')} heading={heading} />
      {result && <BulkResult result={result} parked={data} onClose={() => keepResult(undefined)} />}
      {data.length === 0 && (
        <div className="panel">
          <Empty title={t('empty')} text={[t('emptyText'), lastDay].join(' ')} />
        </div>
      )}
      {grouped(data).map((one) => (
        <ProblemGroup
          key={one.group}
          {...one}
          selected={selected}
          aboutOf={aboutOf}
          onSelect={select}
          onDecide={ask}
          onCorrect={setCorrecting}
        />
      ))}
      {list.hasMore && (
        <Group className="panel" justify="space-between" data-testid="more-problems">
          <Text>{t('hasMore', { n: data.length })}</Text>
          <Button variant="default" loading={isFetching} onClick={() => setPages(pages + 1)}>
            {t('showMore')}
          </Button>
        </Group>
      )}
      <Correct item={correcting} onClose={() => setCorrecting(undefined)} />
      <div role="status" className={progress ? 'bulk' : undefined}>
        {progress && <Text fw={600}>{t('progress', progress)}</Text>}
      </div>
      {chosen.length > 0 && !progress && <Bulk chosen={chosen} onDecide={ask} />}
      <Operations />
      <Confirm question={question} onClose={() => setQuestion(undefined)} />
    </div>
  )
}
