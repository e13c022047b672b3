import { useState, type SubmitEvent } from 'react'
import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Field } from '../fields/field.tsx'
import { FormContext, useWrongWords } from '../fields/form.ts'
import { withValue, type Values } from '../fields/paths.ts'
import { useRefused } from '../fields/refused.ts'
import { useSettingsSchema } from '../fields/schema.ts'
import { Loading } from '../parts/states.tsx'
import { NotStored } from './not-stored.tsx'
import './integrations.css'

interface ThuliumFormProps {
  initial: Values
  /** There is a password already, which may stay. */
  isKnown: boolean
  submit: string
  onSubmit: (values: Values, password: string) => Promise<void>
  onChange?: (isDirty: boolean) => void
}

/** The Thulium account: who logs in there, and where tickets belong. */
export function ThuliumForm({ initial, isKnown, submit, onSubmit, onChange }: ThuliumFormProps) {
  const t = useTranslations()
  const wrong = useWrongWords()
  const schema = useSettingsSchema('thulium')
  const [values, setValues] = useState(initial)
  const [password, setPassword] = useState('')
  const [isBusy, setBusy] = useState(false)
  const all = { ...values, apiPassword: password }
  const { error, errors, refuse, forget } = useRefused(all)
  if (!schema) return <Loading />
  const required = new Set(schema.required ?? [])
  const names = Object.keys(schema.properties ?? {}).filter((name) => name !== 'system')
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    forget()
    try {
      await onSubmit(values, password)
      setPassword('')
    } catch (thrown) {
      refuse(thrown, all)
    }
    setBusy(false)
  }
  const set = (path: string, value: unknown): void => {
    setValues((before) => withValue(before, path, value))
    onChange?.(true)
  }
  const passwordField = (
    <PasswordInput
      key="password"
      label={t('integrations.thulium.password')}
      description={isKnown ? t('settings.keepPassword') : t('integrations.thulium.passwordHelp')}
      value={password}
      onChange={(event) => {
        setPassword(event.currentTarget.value)
        onChange?.(true)
      }}
      required={!isKnown}
      autoComplete="off"
      error={'apiPassword' in errors ? wrong(password, undefined) : undefined}
    />
  )
  return (
    <FormContext value={{ schema, values, errors, set }}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Stack className="form-width">
          {names.flatMap((name) => [
            <Field key={name} path={name} isRequired={required.has(name)} />,
            ...(name === 'apiUser' ? [passwordField] : []),
          ])}
          <NotStored error={error} title={t('settings.thuliumRefused')} />
          <Group>
            <Button type="submit" loading={isBusy}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormContext>
  )
}
