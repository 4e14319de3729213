/** True for the long form of the suite, which is run on demand. */
export const isFull = process.env['FONDS_TRUST'] === 'full'

/** The seed of a destructive test: its own, or another one that was asked for. */
export const seedOr = (own: number): number => Number(process.env['FONDS_SEED'] ?? own)
