import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { Button, Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useSpeech } from '../i18n/words.tsx'

/**
 * A window above the others. Escape and the cross close it unless work is under way. The title is that
 * of the act that opened it, without the sign that promised a window.
 */
export function Dialog({
  title,
  onClose,
  isBusy = false,
  size = 'medium',
  children,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly isBusy?: boolean
  readonly size?: 'medium' | 'large' | 'wide'
  readonly children: ReactNode
}) {
  const { words } = useSpeech()
  const dialog = useRef<HTMLElement>(null)
  // The button that was pressed may be gone with its step: keys must still reach the dialog.
  useEffect(() => {
    if (document.activeElement === document.body) dialog.current?.focus()
  })
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable={!isBusy}
      isKeyboardDismissDisabled={isBusy}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={`modal modal-${size}`}>
        <AriaDialog ref={dialog} className="dialog">
          <header className="dialog-header">
            <Heading slot="title" className="dialog-title">
              {title.replace(/…$/u, '')}
            </Heading>
            {!isBusy && (
              // Without a tooltip, which would take the first Escape for itself.
              <Button aria-label={words.common.close} className="icon-button" onPress={onClose}>
                <X aria-hidden />
              </Button>
            )}
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
