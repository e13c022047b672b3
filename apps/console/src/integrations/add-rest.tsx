import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Field } from '../fields/field.tsx'
import { Refusal } from '../parts/states.tsx'

/** What the window of the brief asks for after the authentication, in its order. */
const rest = ['name', 'customerField', 'queueId', 'categoryId'] as const

interface RestProps {
  /** The key was taken, so the lists of the account can be asked for. */
  isOpen: boolean
  busy: 'try' | 'save' | 'start' | undefined
  /** Why saving did not succeed. */
  error: unknown
  onSave: (starts: boolean) => void
}

/** The second half: what the integration is called and where its tickets go. */
export function AddRest({ isOpen, busy, error, onSave }: RestProps) {
  const t = useTranslations('integrations')
  return (
    <form
      className="panel"
      noValidate
      aria-labelledby="rest-title"
      onSubmit={(event) => {
        event.preventDefault()
        onSave(false)
      }}
    >
      <Stack className="form-width">
        <div>
          <Title order={2} size="h4" id="rest-title">
            2. {t('rest.title')}
          </Title>
          {!isOpen && <Text c="dimmed">{t('rest.locked')}</Text>}
        </div>
        {isOpen && (
          <>
            {rest.map((name) => (
              <div key={name}>
                <Field path={name} isRequired />
                {name === 'customerField' && (
                  <Text size="sm" c="dimmed" mt={4}>
                    {t('rest.createField')}
                  </Text>
                )}
              </div>
            ))}
            <Text size="sm" c="dimmed">
              {t('saveAndStartText')}
            </Text>
            <Refusal error={error} />
            <Group>
              <Button type="submit" variant="default" loading={busy === 'save'} disabled={busy === 'start'}>
                {t('save')}
              </Button>
              <Button loading={busy === 'start'} disabled={busy === 'save'} onClick={() => onSave(true)}>
                {t('saveAndStart')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </form>
  )
}
