/** Keys held together, in the order of the keyboard whatever the language. */
export function KeyRow({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className="key-row" dir="ltr">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
