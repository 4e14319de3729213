import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { annotationKindSchema } from '../../../../shared/model/annotation.ts'

type Colour = readonly [red: number, green: number, blue: number, alpha: number]

const styles = path.resolve(import.meta.dirname, '../../../../renderer/styles')
const highlights = readFileSync(path.join(styles, 'highlights.css'), 'utf8')
const tokens = readFileSync(path.join(styles, 'tokens.css'), 'utf8')
const SCHEMES = ['light', 'dark'] as const

/** The value of a property in the first rule of a highlight. */
function property(name: string, of: string): string {
  const rule = new RegExp(`::highlight\\(fonds-${name}\\) \\{([^}]*)\\}`, 'u').exec(highlights)
  return new RegExp(`(?:^|\\s)${of}: ([^;]*);`, 'u').exec(rule?.[1] ?? '')?.[1] ?? ''
}

function colourIn(value: string, scheme: 'light' | 'dark'): Colour {
  const colours = /light-dark\((#[\da-f]+), (#[\da-f]+)\)/u.exec(value)
  const hex = (scheme === 'light' ? colours?.[1] : colours?.[2])?.slice(1) ?? ''
  if (hex.length !== 6 && hex.length !== 8) throw new Error(`no colour in "${value}"`)
  const at = (index: number): number => Number.parseInt(hex.slice(index, index + 2), 16)
  return [at(0), at(2), at(4), hex.length === 8 ? at(6) / 255 : 1]
}

const token = (name: string, scheme: 'light' | 'dark'): Colour =>
  colourIn(new RegExp(`--${name}: (light-dark\\([^)]*\\))`, 'u').exec(tokens)?.[1] ?? '', scheme)

function over([r, g, b, alpha]: Colour, [red, green, blue]: Colour): Colour {
  const mix = (top: number, under: number): number => top * alpha + under * (1 - alpha)
  return [mix(r, red), mix(g, green), mix(b, blue), 1]
}

/** Relative luminance and contrast of WCAG 2.2. */
function contrast(one: Colour, other: Colour): number {
  const luminance = ([r, g, b]: Colour): number => {
    const linear = [r, g, b].map((unit) => {
      const part = unit / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0)
  }
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const KINDS = annotationKindSchema.options

describe('marks of each kind', () => {
  test.each(SCHEMES)(
    'leave the text legible where three overlap and one is active (%s)',
    (scheme) => {
      const ink = token('ink', scheme)
      for (const kind of KINDS) {
        const layers = [kind, 'depth-2', 'depth-3', 'active'].map((name) =>
          colourIn(property(name, 'background-color'), scheme),
        )
        const ground = layers.reduce((under, layer) => over(layer, under), token('surface', scheme))
        expect([kind, contrast(ink, ground) >= 4.5]).toEqual([kind, true])
      }
    },
  )

  test('are told apart without colour, by the line under them', () => {
    const lines = KINDS.map((kind) =>
      property(kind, 'text-decoration').replace(/ light-dark.*/u, ''),
    )
    expect(new Set(lines).size).toBe(KINDS.length)
  })

  test('take the system’s colours where contrast is forced', () => {
    const forced = highlights.slice(highlights.indexOf('forced-colors'))
    for (const kind of KINDS) expect(forced).toContain(`::highlight(fonds-${kind})`)
  })
})
