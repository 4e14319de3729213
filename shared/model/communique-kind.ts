import { z } from 'zod'

/** What an issuer calls its text. */
export const communiqueKindSchema = z.enum([
  'communique',
  'joint-communique',
  'declaration',
  'press-release',
  'wire',
  'other',
])
