/** What a key press says, whatever the layout of the keyboard. */
interface Pressed {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * A key press as one word such as `ctrl+shift+a`, `alt+arrowdown` or `/`. Letters are those of a
 * Latin keyboard: on others (Arabic) the place of the key decides, as it does for digits with
 * Ctrl and Alt, which French layouts reach only with Shift.
 */
export function chordFromKey(event: Pressed): string {
  const name = keyName(event)
  const isLetter = name.length > 1 || /[a-z]/u.test(name)
  return [
    event.ctrlKey || event.metaKey ? 'ctrl' : '',
    event.altKey ? 'alt' : '',
    event.shiftKey && isLetter ? 'shift' : '',
    name,
  ]
    .filter((part) => part !== '')
    .join('+')
}

/** Whether what is typed goes into a field, so that single letters are words and not commands. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName))
  )
}

/** Whether a press asks for a place beside what is open: Ctrl or the wheel, as a browser opens links. */
export function isAside(press: {
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly button?: number
}): boolean {
  return press.ctrlKey || press.metaKey || press.button === 1
}

/** Whether a dialog is open, to which every key belongs. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null
}

function keyName({ key, code, altKey, ctrlKey, metaKey }: Pressed): string {
  const letter = /^Key([A-Z])$/u.exec(code)?.[1]
  if (letter !== undefined && !/^[a-z]$/iu.test(key)) return letter.toLowerCase()
  const digit = /^Digit(\d)$/u.exec(code)?.[1]
  if (digit !== undefined && altKey && (ctrlKey || metaKey)) return digit
  return key.toLowerCase()
}
