/** Prints a recovery code, and nothing else of the window. */
export function printCode(title: string, code: string, advice: string): void {
  const sheet = document.createElement('div')
  sheet.className = 'printed-pages printed-code'
  for (const [tag, text] of [
    ['h1', title],
    ['pre', code.replaceAll('-', ' - ')],
    ['p', advice],
  ] as const) {
    const part = document.createElement(tag)
    part.textContent = text
    if (tag === 'pre') part.dir = 'ltr'
    sheet.append(part)
  }
  document.body.append(sheet)
  document.body.classList.add('prints-pages')
  const clear = (): void => {
    sheet.remove()
    document.body.classList.remove('prints-pages')
  }
  window.addEventListener('afterprint', clear, { once: true })
  window.print()
}
