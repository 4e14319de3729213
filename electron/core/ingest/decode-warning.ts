/** What decoding had to do, or found, that the officer should know. */
export type DecodingWarning =
  | 'encoding-guessed'
  | 'double-encoding-repaired'
  | 'damaged-characters'
  | 'control-characters-removed'
  | 'direction-controls'
  | 'invisible-characters'
