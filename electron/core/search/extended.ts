/** A typed array that is long enough for an index; twice as long as it was, so that few are made. */
export function extended<Column extends Int32Array | Uint8Array>(
  column: Column,
  make: new (length: number) => Column,
  index: number,
): Column {
  const longer = new make(Math.max(1024, index + 1, column.length * 2))
  longer.set(column)
  return longer
}
