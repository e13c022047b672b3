import { useState, type SubmitEvent } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useTranslations } from 'use-intl'
import type { operations } from '@connector/api-client'
import { useTenant } from '../app/tenant.ts'
import { useUnsaved } from '../app/unsaved.ts'
import { ask, client, onceKey } from '../api/client.ts'
import { FormContext, useWrongWords } from '../fields/form.ts'
import { textAt, withValue, type Values } from '../fields/paths.ts'
import { useRefused } from '../fields/refused.ts'
import { settingAt, useSettingsSchema, useWording } from '../fields/schema.ts'
import { PageTitle } from '../parts/page-title.tsx'
import { Loading } from '../parts/states.tsx'
import { AddCredentials, type Tried } from './add-credentials.tsx'
import { AddRest } from './add-rest.tsx'
import { checkedOf } from './checks.tsx'
import { useBegin } from './use-begin.ts'

type Body = NonNullable<operations['createIntegration']['requestBody']>['content']['application/json']

/** The window in which a shop is connected: authenticate, fill in the rest, save, start. */
export function AddIntegration() {
  const t = useTranslations('integrations')
  const wrong = useWrongWords()
  const wording = useWording()
  const { tenantId } = useTenant()
  const begin = useBegin()
  const queries = useQueryClient()
  const [, goTo] = useLocation()
  const schema = useSettingsSchema('integration')
  const [values, setValues] = useState<Values>({})
  const [apiKey, setApiKey] = useState('')
  const [tried, setTried] = useState<Tried>()
  const [busy, setBusy] = useState<'try' | 'save' | 'start'>()
  const [tryIsLast, setTryIsLast] = useState(true)
  const { error, errors, refuse, forget } = useRefused({ ...values, apiKey })
  const [isDone, setDone] = useState(false)
  useUnsaved(!isDone && (apiKey !== '' || Object.keys(values).length > 0))
  if (!schema) return <Loading />

  const set = (path: string, value: unknown): void => setValues((before) => withValue(before, path, value))
  /** What was found is true of what was tried, and of nothing else. */
  const changeCredentials = (change: () => void): void => {
    change()
    setTried(undefined)
  }
  const during = async (what: 'try' | 'save' | 'start', work: () => Promise<void>): Promise<void> => {
    setBusy(what)
    setTryIsLast(what === 'try')
    forget()
    try {
      await work()
    } catch (thrown) {
      refuse(thrown, { ...values, apiKey })
    }
    setBusy(undefined)
  }

  const authenticate = (event: SubmitEvent): void => {
    event.preventDefault()
    void during('try', async () => {
      const shopId = textAt(values, 'shopId')
      const body = { shopId, apiKey }
      const answer = await ask(
        client.POST('/api/tenants/{tenantId}/try-shop', { params: { path: { tenantId } }, body }),
      )
      setTried({ isOk: answer.ok, checks: checkedOf(answer.parts) })
    })
  }

  const save = (starts: boolean): Promise<void> =>
    during(starts ? 'start' : 'save', async () => {
      const body = { ...values, apiKey } as Body
      const { integrationId } = await ask(
        client.POST('/api/tenants/{tenantId}/integrations', {
          params: { path: { tenantId }, header: onceKey() },
          body,
        }),
      )
      setDone(true)
      const isStarted = await begin(integrationId, textAt(values, 'name'), starts)
      await queries.invalidateQueries()
      goTo(isStarted ? '/integracje' : `/integracje/${integrationId}`)
    })

  return (
    <FormContext value={{ schema, values, errors, set }}>
      <div className="page">
        <PageTitle title={t('add')} />
        <AddCredentials
          shopId={textAt(values, 'shopId')}
          shopWords={wording(settingAt(schema, 'shopId'))}
          apiKey={apiKey}
          errors={{
            shopId: 'shopId' in errors ? wrong(values['shopId'], settingAt(schema, 'shopId')) : undefined,
            apiKey: 'apiKey' in errors ? wrong(apiKey, undefined) : undefined,
          }}
          tried={tried}
          error={tryIsLast ? error : undefined}
          isBusy={busy === 'try'}
          onShopId={(value) => changeCredentials(() => set('shopId', value === '' ? undefined : value.trim()))}
          onApiKey={(value) => changeCredentials(() => setApiKey(value))}
          onSubmit={authenticate}
        />
        <AddRest
          isOpen={tried?.isOk === true}
          busy={busy}
          error={tryIsLast ? undefined : error}
          onSave={(starts) => void save(starts)}
        />
      </div>
    </FormContext>
  )
}
