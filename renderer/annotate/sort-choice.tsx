/** One order out of a few, in a compact list. */
export function SortChoice<S extends string>({
  label,
  names,
  value,
  onChange,
}: {
  readonly label: string
  readonly names: Readonly<Record<S, string>>
  readonly value: S
  readonly onChange: (sort: S) => void
}) {
  const isSort = (text: string): text is S => text in names
  return (
    <select
      className="input sort-choice"
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => {
        if (isSort(currentTarget.value)) onChange(currentTarget.value)
      }}
    >
      {Object.entries<string>(names).map(([sort, name]) => (
        <option key={sort} value={sort}>
          {name}
        </option>
      ))}
    </select>
  )
}
