import { readFileSync } from 'node:fs'

/** Where a secret comes from: a file that an environment variable names, or somebody at a terminal. */
export interface SecretSource {
  /** Name of the environment variable that holds the path of the file. */
  readonly variable: 'FONDS_PASSPHRASE_FILE' | 'FONDS_NEW_PASSPHRASE_FILE'
  readonly question: string
  /** What to ask at a terminal to have it typed a second time; null for once only. */
  readonly again: string | null
}

/**
 * A passphrase or a recovery code, never from the command line, which every process may read.
 * Null where there is neither a file nor a terminal, or where the two typings differ.
 */
export async function readSecret({
  variable,
  question,
  again,
}: SecretSource): Promise<string | null> {
  const file = process.env[variable]
  if (file !== undefined && file !== '') return readFileSync(file, 'utf8').replace(/\r?\n$/u, '')
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null
  const typed = await askSilently(question)
  if (again !== null && (await askSilently(again)) !== typed) return null
  return typed === '' ? null : typed
}

/** Asks at the terminal; what is typed is not shown. */
async function askSilently(question: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(`${question} `)
  stdin.setRawMode(true)
  stdin.resume()
  stdin.setEncoding('utf8')
  try {
    return await new Promise<string>((resolve, reject) => {
      let typed = ''
      const hear = (chunk: string): void => {
        for (const sign of chunk) {
          if (sign === '\r' || sign === '\n') return end(() => resolve(typed))
          if (sign === '\u0003') return end(() => reject(new Error('interrupted')))
          typed = sign === '\u007F' || sign === '\b' ? typed.replace(/.$/su, '') : typed + sign
        }
      }
      const end = (then: () => void): void => {
        stdin.off('data', hear)
        then()
      }
      stdin.on('data', hear)
    })
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write('\n')
  }
}
