/** What the tests use of a parser that comes without types. */
declare module '@citation-js/core' {
  export const Cite: new (data: string) => {
    readonly data: readonly Readonly<Record<string, unknown>>[]
  }
  export const logger: {
    warn: (...words: readonly unknown[]) => void
    unmapped: (...words: readonly unknown[]) => void
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
