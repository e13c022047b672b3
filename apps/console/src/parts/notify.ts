import { notifications } from '@mantine/notifications'
import { useTranslations } from 'use-intl'

/** Tells in a corner of the page what was done, or what was not. */
export function useNotify(): (message: string, isBad?: boolean) => void {
  const t = useTranslations('common')
  return (message, isBad = false) =>
    void notifications.show({
      message,
      closeButtonProps: { 'aria-label': t('close') },
      ...(isBad ? { color: 'red', autoClose: false } : {}),
    })
}
