/** A measured ratio beside the bar it has to clear, and whether it does. */
export function verdictLine(
  name: string,
  value: number,
  bar: { readonly least: number } | { readonly most: number },
): string {
  const [sign, bound] = 'least' in bar ? ['≥', bar.least] : ['≤', bar.most]
  const isMet = 'least' in bar ? value >= bar.least : value <= bar.most
  return `  ${isMet ? 'met    ' : 'NOT MET'} ${name}: ${value.toFixed(2)} (bar ${sign} ${bound})`
}
