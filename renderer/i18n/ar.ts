import { fr, type Words } from './fr.ts'
export const ar: Words = fr
