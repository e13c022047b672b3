import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { valueAt, type Values } from '../fields/paths.ts'
import { usePathWords, type Setting } from '../fields/schema.ts'
import type { SettingsPage } from './use-settings-page.ts'
import { useValueWords } from './value-words.ts'

/** Two people have changed one integration: both values, side by side, and which shall stay. */
export function Conflict({ page, schema }: { page: SettingsPage; schema: Setting }) {
  const t = useTranslations('integrations.conflict')
  const common = useTranslations('common')
  const pathWords = usePathWords(schema)
  const say = useValueWords(schema)
  const { conflict, values } = page
  const at = (root: Values | undefined, path: readonly string[]): string => say(valueAt(root, path.join('.')), path)
  const paths = conflict
    ? [...new Map([...conflict.changed, ...page.mine].map((path) => [path.join('.'), path])).values()]
    : []
  return (
    <Modal
      opened={conflict !== undefined}
      onClose={page.leaveConflict}
      title={t('title')}
      size="xl"
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <Text>{t('text')}</Text>
        <div className="scroll-x">
          <table className="table" data-testid="conflict">
            <thead>
              <tr>
                <th scope="col">{t('setting')}</th>
                <th scope="col">{t('mine')}</th>
                <th scope="col">{t('theirs')}</th>
              </tr>
            </thead>
            <tbody>
              {paths.map((path) => (
                <tr key={path.join('.')}>
                  <th scope="row">{pathWords(path)}</th>
                  <td className="as-written">{at(values, path)}</td>
                  <td className="as-written">{at(conflict?.theirs, path)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={page.takeTheirs}>
            {t('takeTheirs')}
          </Button>
          <Button loading={page.busy !== undefined} onClick={() => void page.keepMine()}>
            {t('keepMine')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
