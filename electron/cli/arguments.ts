import { parseArgs } from 'node:util'

/** What was typed after `fonds`. */
export interface CliArguments {
  readonly verb: string | undefined
  readonly operands: readonly string[]
  readonly options: {
    readonly archive?: string | undefined
    readonly json?: boolean | undefined
    readonly help?: boolean | undefined
    readonly format?: string | undefined
    readonly output?: string | undefined
    readonly notes?: string | undefined
    readonly labels?: string | undefined
    readonly 'include-private'?: boolean | undefined
    readonly private?: boolean | undefined
    readonly quote?: string | undefined
    readonly kind?: string | undefined
    readonly note?: string | undefined
    readonly tag?: readonly string[] | undefined
    readonly author?: readonly string[] | undefined
    readonly dossier?: string | undefined
    readonly marking?: string | undefined
    readonly header?: string | undefined
    readonly footer?: string | undefined
    readonly logo?: string | undefined
    readonly layout?: string | undefined
    readonly annexes?: boolean | undefined
    readonly limit?: string | undefined
    readonly report?: string | undefined
    readonly saved?: string | undefined
  }
}

/** Reads the command line; null when an option is not one of ours. */
export function parseCliArguments(args: readonly string[]): CliArguments | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        archive: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        format: { type: 'string' },
        output: { type: 'string', short: 'o' },
        notes: { type: 'string' },
        labels: { type: 'string' },
        'include-private': { type: 'boolean' },
        private: { type: 'boolean' },
        quote: { type: 'string' },
        kind: { type: 'string' },
        note: { type: 'string' },
        tag: { type: 'string', multiple: true },
        author: { type: 'string', multiple: true },
        dossier: { type: 'string' },
        marking: { type: 'string' },
        header: { type: 'string' },
        footer: { type: 'string' },
        logo: { type: 'string' },
        layout: { type: 'string' },
        annexes: { type: 'boolean' },
        limit: { type: 'string' },
        report: { type: 'string' },
        saved: { type: 'string' },
      },
    })
    const [verb, ...operands] = positionals
    return { verb, operands, options: values }
  } catch {
    return null
  }
}
