import { useState, type ReactNode, type SubmitEvent } from 'react'
import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useFieldErrors, useProblemWords } from '../api/problem.ts'
import { Field } from '../fields/field.tsx'
import { FormContext } from '../fields/form.ts'
import { withValue, type Values } from '../fields/paths.ts'
import { useSettingsSchema } from '../fields/schema.ts'
import { Loading } from '../parts/states.tsx'
import './integrations.css'

interface ThuliumFormProps {
  initial: Values
  /** There is a password already, which may stay. */
  isKnown: boolean
  submit: string
  onSubmit: (values: Values, password: string) => Promise<void>
  onChange?: (isDirty: boolean) => void
  children?: ReactNode
}

/** The Thulium account: who logs in there, and where tickets belong. */
export function ThuliumForm({ initial, isKnown, submit, onSubmit, onChange, children }: ThuliumFormProps) {
  const t = useTranslations()
  const words = useProblemWords()
  const fieldErrorsOf = useFieldErrors()
  const schema = useSettingsSchema('thulium')
  const [values, setValues] = useState(initial)
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  if (!schema) return <Loading />
  const errors = fieldErrorsOf(error)
  const required = new Set(schema.required ?? [])
  const names = Object.keys(schema.properties ?? {}).filter((name) => name !== 'system')
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await onSubmit(values, password)
      setPassword('')
    } catch (thrown) {
      setError(thrown)
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
      error={'apiPassword' in errors ? t('common.required') : undefined}
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
          {error !== undefined && (
            <Alert color="red" role="alert">
              {words(error)}
            </Alert>
          )}
          {children}
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
