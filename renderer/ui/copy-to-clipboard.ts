/**
 * Puts words on the clipboard, plain and as HTML, and tells whether they are there. It asks for no
 * permission, for none is ever granted: it answers a copy as the officer's own Ctrl+C would.
 */
export function copyToClipboard({
  plain,
  rich = null,
}: {
  readonly plain: string
  readonly rich?: string | null
}): boolean {
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', plain)
    if (rich !== null) event.clipboardData?.setData('text/html', rich)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const once = { capture: true, once: true }
  // Where nothing is selected, only this lets Chromium copy at all.
  document.addEventListener('beforecopy', allow, once)
  document.addEventListener('copy', give, once)
  const isCopied = document.execCommand('copy')
  document.removeEventListener('beforecopy', allow, once)
  document.removeEventListener('copy', give, once)
  return isCopied
}

const allow = (event: Event): void => event.preventDefault()
