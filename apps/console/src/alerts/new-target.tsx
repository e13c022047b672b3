import { useState, type SubmitEvent } from 'react'
import { Button, Checkbox, Group, Radio, Stack, TextInput } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/Radio.css'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useFieldErrors } from '../api/problem.ts'
import { Refusal } from '../parts/states.tsx'
import { kinds, type AlertCalls, type Kind, type NewTarget } from './calls.ts'

const empty: NewTarget = { channel: 'webhook', name: '', address: '', language: 'pl', kinds: [] }

/** @param onAdded with the secret, which is there this once */
export function NewTargetForm({
  calls,
  onAdded,
}: {
  calls: AlertCalls
  onAdded: (added: { name: string; secret: string | null }) => void
}) {
  const t = useTranslations('alerts')
  const fieldErrorsOf = useFieldErrors()
  const [form, setForm] = useState(empty)
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: () => calls.add({ ...form, name: form.name.trim(), address: form.address.trim() }),
    onSuccess: (added) => {
      setForm({ ...empty, channel: form.channel })
      onAdded(added)
    },
  })
  const set = (change: Partial<NewTarget>): void => {
    reset()
    setForm({ ...form, ...change })
  }
  const wrong = fieldErrorsOf(error)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    mutate()
  }
  const isMail = form.channel === 'email'
  return (
    <form onSubmit={submit} noValidate>
      <Stack className="form-width">
        <Radio.Group
          label={t('channel')}
          value={form.channel}
          onChange={(channel) => set({ channel: channel === 'email' ? 'email' : 'webhook' })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="webhook" label={t('channels.webhook')} />
            <Radio value="email" label={t('channels.email')} />
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('name')}
          description={t('nameHelp')}
          value={form.name}
          maxLength={100}
          error={wrong['name']}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t(isMail ? 'mailAddress' : 'hookAddress')}
          {...(isMail ? {} : { description: t('hookAddressHelp') })}
          type={isMail ? 'email' : 'url'}
          value={form.address}
          error={wrong['address']}
          onChange={(event) => set({ address: event.currentTarget.value })}
        />
        {isMail && (
          <Radio.Group
            label={t('language')}
            value={form.language}
            onChange={(language) => set({ language: language === 'en' ? 'en' : 'pl' })}
          >
            <Group mt="xs">
              <Radio value="pl" label={t('languages.pl')} />
              <Radio value="en" label={t('languages.en')} />
            </Group>
          </Radio.Group>
        )}
        <Checkbox.Group
          label={t('kinds')}
          description={t('kindsHelp')}
          value={form.kinds}
          onChange={(values) => set({ kinds: kinds.filter((kind): kind is Kind => values.includes(kind)) })}
        >
          <Stack gap="xs" mt="xs">
            {kinds.map((kind) => (
              <Checkbox key={kind} value={kind} label={t(`kind.${kind}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        {Object.keys(wrong).length === 0 && <Refusal error={error} />}
        <Group>
          <Button type="submit" loading={isPending} disabled={form.name.trim() === '' || form.address.trim() === ''}>
            {t('add')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
