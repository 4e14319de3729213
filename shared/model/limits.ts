/** Largest file that is read, in bytes. */
export const MAX_FILE_SIZE = 50 * 1024 * 1024

/** The most columns of a dump that are offered, and may be accepted with a mapping. */
export const MOST_COLUMNS = 2000
