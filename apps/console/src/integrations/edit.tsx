import { useEffect, useState } from 'react'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { useUnsaved } from '../app/unsaved.ts'
import { useIntegrations } from '../api/queries.ts'
import { useProblemWords } from '../api/problem.ts'
import { Field } from '../fields/field.tsx'
import { FormContext } from '../fields/form.ts'
import { textAt } from '../fields/paths.ts'
import { useSettingsSchema, type Setting } from '../fields/schema.ts'
import { Confirm, type Question } from '../parts/confirm.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { Failed, Loading } from '../parts/states.tsx'
import { UnknownPage } from '../app/unknown-page.tsx'
import { Conflict } from './conflict.tsx'
import { Connection } from './connection.tsx'
import { History } from './history.tsx'
import { useRunQuestion } from './run-question.ts'
import { hasSettings, isTab, nameOfTab, settingsOn, tabNames, tabOf, type Tab } from './tabs.ts'
import { TryAutoReplies } from './try-auto-replies.tsx'
import { TryHours } from './try-hours.tsx'
import { TryFooter } from './try-footer.tsx'
import { TryRules } from './try-rules.tsx'
import { TrySource } from './try-source.tsx'
import { useSettingsPage, type SettingsPage } from './use-settings-page.ts'

interface TabProps {
  tab: Tab
  integrationId: string
  schema: Setting
  page: SettingsPage
}

function Content({ tab, integrationId, schema, page }: TabProps) {
  if (tab === 'polaczenie') return <Connection integrationId={integrationId} />
  if (tab === 'historia') return <History integrationId={integrationId} schema={schema} settings={page.values ?? {}} />
  const required = new Set(schema.required ?? [])
  return (
    <Stack gap="lg">
      <Stack className={tab === 'reguly' || tab === 'automatyczne-odpowiedzi' ? undefined : 'form-width'}>
        {settingsOn(tab, Object.keys(schema.properties ?? {})).map((name) => (
          <Field key={name} path={name} isRequired={required.has(name)} />
        ))}
      </Stack>
      {tab === 'reguly' && <TryRules integrationId={integrationId} />}
      {tab === 'automatyczne-odpowiedzi' && <TryAutoReplies integrationId={integrationId} />}
      {tab === 'godziny' && <TryHours integrationId={integrationId} />}
      {tab === 'odpowiedzi' && <TryFooter />}
      {tab === 'zrodlo' && <TrySource integrationId={integrationId} isDirty={page.isDirty} onDone={page.reload} />}
    </Stack>
  )
}

function SaveBar({ page, canStart }: { page: SettingsPage; canStart: boolean }) {
  const t = useTranslations('integrations')
  const words = useProblemWords()
  return (
    <div className="save-bar" data-testid="save-bar">
      {page.error !== undefined && (
        <Alert color="red" role="alert" w="100%">
          {words(page.error)}
        </Alert>
      )}
      {page.isDirty && <Text size="sm">{t('unsaved')}</Text>}
      <Group ml="auto">
        {page.isDirty && (
          <Button variant="subtle" color="gray" onClick={page.discard}>
            {t('discard')}
          </Button>
        )}
        <Button
          variant={canStart ? 'default' : 'filled'}
          disabled={!page.isDirty || page.busy === 'start'}
          loading={page.busy === 'save'}
          onClick={() => void page.save(false)}
        >
          {t('save')}
        </Button>
        {canStart && (
          <Button loading={page.busy === 'start'} disabled={page.busy === 'save'} onClick={() => void page.save(true)}>
            {t('saveAndStart')}
          </Button>
        )}
      </Group>
    </div>
  )
}

export function EditIntegration({
  integrationId,
  tab: asked = 'dane',
}: {
  integrationId: string
  tab?: string | undefined
}) {
  const t = useTranslations('integrations')
  const [, goTo] = useLocation()
  const { may } = useTenant()
  const question = useRunQuestion()
  const [open, setOpen] = useState<Question>()
  const [tab, setTab] = useState<Tab>(isTab(asked) ? asked : 'dane')
  const schema = useSettingsSchema('integration')
  const page = useSettingsPage(integrationId, schema)
  const known = useIntegrations().data?.find((one) => one.integrationId === integrationId)
  useUnsaved(page.isDirty)
  const [wrong] = Object.keys(page.errors)
  const wrongTab = wrong === undefined ? undefined : tabOf(wrong)
  useEffect(() => {
    // Once for each refusal: whoever is correcting one field is not taken to another.
    if (wrongTab) setTab(wrongTab)
  }, [page.error])
  if (!isTab(asked)) return <UnknownPage />
  if (page.query.error && !page.values)
    return (
      <div className="page">
        <PageTitle title={t('title')} />
        <Failed error={page.query.error} onRetry={page.reload} />
      </div>
    )
  if (!schema || !page.values) return <Loading />

  const name = textAt(page.values, 'name')
  const isRunning = known?.status === 'running'
  const remove = (): void => {
    const asks = question({ integrationId, name }, 'delete')
    setOpen({
      ...asks,
      run: async (said) => {
        await asks.run(said)
        goTo('/integracje')
      },
    })
  }
  return (
    <FormContext value={{ schema, values: page.values, errors: page.errors, set: page.set }}>
      <div className="page">
        <PageTitle title={name} text={known ? t(`status.${known.status}`) : ''}>
          <Group>
            {known && may('operate') && isRunning && (
              <Button variant="default" onClick={() => setOpen(question(known, 'stop'))}>
                {t('stop')}
              </Button>
            )}
            <Button variant="default" color="red" onClick={remove}>
              {t('delete')}
            </Button>
          </Group>
        </PageTitle>
        <nav className="tabs" aria-label={t('configure')}>
          {tabNames.map((one) => (
            <Link
              key={one}
              href={`/integracje/${integrationId}/${one}`}
              className="tab"
              aria-current={one === tab ? 'page' : undefined}
              // Within one page nothing is left behind, so nothing needs to be asked.
              onClick={(event) => {
                event.preventDefault()
                setTab(one)
                history.replaceState(null, '', `/integracje/${integrationId}/${one}`)
              }}
            >
              {t(`tabs.${nameOfTab(one)}`)}
            </Link>
          ))}
        </nav>
        <div className="panel">
          <Content tab={tab} integrationId={integrationId} schema={schema} page={page} />
        </div>
        {hasSettings(tab) && <SaveBar page={page} canStart={may('operate') && known !== undefined && !isRunning} />}
        <Conflict page={page} schema={schema} />
        <Confirm question={open} onClose={() => setOpen(undefined)} />
      </div>
    </FormContext>
  )
}
